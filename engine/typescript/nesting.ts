/** How deep the parts of a file lie in each other: whoever reads a tree calls itself for each level. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";

/** What people write has at most some hundred levels; compilers and checkers fail at some thousand. */
const MAX_LEVELS = 500;
/** Of an operand in a row of them, which compilers do not go down for: `"a" + "b" + "c"`. */
const LEVELS_OF_OPERAND = 0.4;

/** Whether a file is nested so deeply that it cannot be read in a usual stack: generated, or made to do harm. */
export function isTooDeep(typescript: TypeScript, file: ts.SourceFile): boolean {
  const isDeep = (node: ts.Node, levels: number): boolean =>
    levels > MAX_LEVELS ||
    typescript.forEachChild(node, (child) => {
      const isOperand = typescript.isBinaryExpression(child) && typescript.isBinaryExpression(node);
      return isDeep(child, levels + (isOperand ? LEVELS_OF_OPERAND : 1)) || undefined;
    }) === true;
  return isDeep(file, 0);
}
