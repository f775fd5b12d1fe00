/** What a function returns, and whether a promise of it would mean the same. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import { isThenable } from "./callbacks.js";
import { Refused } from "./refused.js";

/**
 * @returns whether it gives promises already
 * @throws Refused where promises would change what the function's result means
 */
export function checkResult(checker: ts.TypeChecker, node: ts.SignatureDeclaration, typescript: TypeScript): boolean {
  const signature = checker.getSignatureFromDeclaration(node);
  if (!signature) throw new Refused("What it returns is not known.");
  if (checker.getTypePredicateOfSignature(signature)) throw new Refused("It tells the compiler what its argument is.");
  const result = checker.getReturnTypeOfSignature(signature);
  if ((result.flags & typescript.TypeFlags.Never) !== 0) throw new Refused("It never returns.");
  const parts = result.isUnion() ? result.types : [result];
  const isPromise = (type: ts.Type): boolean => type.getSymbol()?.name === "Promise" && isThenable(type);
  if (parts.every(isPromise)) return true;
  if (parts.some((part) => isThenable(part) && !isPromise(part))) {
    throw new Refused("What it returns is waited for by itself, and would be twice.");
  }
  return false;
}
