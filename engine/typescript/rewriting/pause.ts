/** `Atomics.wait`, which nobody on this thread can end: a promise of what it gives, or a timer where it only sleeps. */
import type ts from "typescript";
import type { TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { awaitAround } from "./await-operator.js";
import { Refused } from "./refused.js";
import type { Sheet } from "./sheet.js";

/**
 * `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)`: nobody else has the array, so nobody wakes it.
 *
 * @returns undefined where somebody could, or the outcome is looked at
 */
export function pauseByTimer(
  { typescript, file, imports }: Sheet,
  call: ts.CallExpression,
): readonly TextEdit[] | undefined {
  const [array, index, value, duration, ...others] = call.arguments;
  if (!array || !index || !value || !duration || others.length > 0) return undefined;
  const isAsleep =
    isOwnArray(typescript, array) &&
    [index, value].every((each) => typescript.isNumericLiteral(each) && each.text === "0");
  if (!isAsleep || !typescript.isExpressionStatement(call.parent)) return undefined;
  const timer = imports.named("node:timers/promises", "setTimeout", "");
  return [
    { start: call.getStart(file), end: duration.getStart(file), text: `await ${timer}(` },
    { start: duration.end, end: call.end, text: ")" },
  ];
}

/** The twin gives an object at once, in which the promise is. */
export function promisedValue(sheet: Sheet, call: ts.CallExpression, twin: string): readonly TextEdit[] {
  const { typescript, file } = sheet;
  const { expression: callee } = call;
  if (!typescript.isPropertyAccessExpression(callee)) {
    throw new Refused("The function is called under another name, or through a value that holds it.");
  }
  const [opening, closing] = awaitAround(typescript, call);
  const start = call.getStart(file);
  return [
    { start, end: start, text: opening },
    { start: callee.name.getStart(file), end: callee.name.end, text: twin.slice(twin.lastIndexOf(".") + 1) },
    { start: call.end, end: call.end, text: `.value${closing}` },
  ];
}

function isOwnArray(typescript: TypeScript, array: ts.Expression): boolean {
  if (!typescript.isNewExpression(array) || array.arguments?.length !== 1) return false;
  const [buffer] = array.arguments;
  return (
    buffer !== undefined && typescript.isNewExpression(buffer) && buffer.expression.getText() === "SharedArrayBuffer"
  );
}
