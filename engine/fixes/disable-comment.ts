/** "Ignore here": ESLint's own disable comment, which every host honours. */
import type { RuleName } from "../rules/finding.js";

/** Text that is put in. Offsets are UTF-16 code units. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/**
 * A comment that takes the findings of a rule away from one line.
 *
 * It stands on a line of its own, with room for the reason, wherever that line is certain to be code. Otherwise it
 * stands in front of the call, because a comment may precede any expression: in a template literal's `${…}`, and in
 * JSX.
 *
 * @param offset the call's first character
 */
export function disableComment(text: string, offset: number, rule: RuleName): Insertion {
  const startOfLine = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const before = text.slice(startOfLine, offset);
  if (MAY_BEGIN_OUTSIDE_CODE.test(before)) return { offset, text: `/* eslint-disable-line loopguard/${rule} */ ` };
  const indentation = /^\s*/u.exec(before)?.[0] ?? "";
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return {
    offset: startOfLine,
    text: `${indentation}// eslint-disable-next-line loopguard/${rule} -- TODO: why this may block${lineBreak}`,
  };
}

/**
 * The line may begin inside a template literal, a comment, JSX text or a string that goes on: each needs one of these
 * to get from there to an expression.
 */
const MAY_BEGIN_OUTSIDE_CODE = /[`{}"'>]|\*\//u;
