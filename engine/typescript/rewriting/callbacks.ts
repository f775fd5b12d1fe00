/** Functions that are handed on: whether those who call them wait for what they return. */
import type ts from "typescript";
import type { Reference } from "../../reference.js";
import type { FormQuestion } from "../../rewriter.js";
import { isAtLeast } from "../dependencies.js";
import type { TypeScript } from "../declaration.js";
import { isTransparent } from "./functions.js";

/** Whether a promise is as good as what the function returns now, where its value goes. */
export function isPromiseWelcome(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  value: ts.Expression,
  ignoresResult: (callee: ts.Node, parameters: number) => boolean,
): boolean {
  const expected = checker.getContextualType(value);
  const count = checker.getTypeAtLocation(value).getCallSignatures()[0]?.parameters.length;
  if (expected && takesPromise(checker, expected, count)) return true;
  let outer: ts.Node = value;
  while (isTransparent(typescript, outer.parent)) outer = outer.parent;
  const call = outer.parent;
  if (!typescript.isCallExpression(call)) return false;
  const index = call.arguments.findIndex((argument) => argument === outer);
  if (index < 0) return false;
  const { expression: callee } = call;
  if (ignoresResult(typescript.isPropertyAccessExpression(callee) ? callee.name : callee, count ?? 0)) return true;
  // With an asynchronous function, another overload counts.
  return checker
    .getTypeAtLocation(call.expression)
    .getCallSignatures()
    .some(({ parameters }) => {
      const parameter = parameters[Math.min(index, parameters.length - 1)];
      return (
        parameter !== undefined && takesPromise(checker, checker.getTypeOfSymbolAtLocation(parameter, call), count)
      );
    });
}

/**
 * Whether a function of this type may return a promise, and somebody waits for it.
 *
 * @param count how many parameters the function has: one more may be a callback, instead of a promise
 */
export function takesPromise(checker: ts.TypeChecker, type: ts.Type, count = 0): boolean {
  const alternatives = type.isUnion() ? type.types : [type];
  return alternatives.some((each) =>
    each.getCallSignatures().some((signature) => {
      if (signature.parameters.length < count && !hasRest(signature)) return false;
      const result = checker.getReturnTypeOfSignature(signature);
      return (result.isUnion() ? result.types : [result]).some((part) => isThenable(part));
    }),
  );
}

function hasRest({ declaration }: ts.Signature): boolean {
  const last = declaration?.parameters.at(-1);
  return last !== undefined && "dotDotDotToken" in last && Boolean(last.dotDotDotToken);
}

export function isThenable(type: ts.Type): boolean {
  return (type.getProperty("then")?.flags ?? 0) !== 0;
}

/**
 * @param references what the callee stands for
 * @param parameters how many the function has
 */
export function isIndifferent(
  references: readonly Reference[],
  parameters: number,
  rows: FormQuestion["indifferent"],
  versionOf: (name: string) => string | undefined,
): boolean {
  return references.some((reference) => {
    if (reference.is !== "external") return false;
    const module = reference.module.replace(/^node:/u, "");
    const member = reference.steps.filter((step) => step !== "default").join(".");
    return rows.some((row) => {
      if (row.module !== module || (row.member ?? member) !== member) return false;
      if (parameters > (row.mostParameters ?? Infinity)) return false;
      return row.since === undefined || isAtLeast(versionOf(module) ?? "", row.since) === true;
    });
  });
}
