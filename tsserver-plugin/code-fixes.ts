/** Fixes for our own diagnostics. */
import { disableComment, type RuleName } from "@loopguard/engine";
import type ts from "typescript";
import { CODES } from "./diagnostics.js";

/** "Ignore here", for each of our diagnostics at a place. */
export function disableCommentFixes(
  sourceFile: ts.SourceFile | undefined,
  start: number,
  errorCodes: readonly number[],
): ts.CodeFixAction[] {
  return errorCodes.flatMap((code) => {
    const rule = ruleOf(code);
    if (!sourceFile || !rule) return [];
    const { offset, text } = disableComment(sourceFile.text, start, rule);
    const textChanges = [{ span: { start: offset, length: 0 }, newText: text }];
    return [
      {
        fixName: "loopguardDisable",
        description: `Disable loopguard/${rule} for this line`,
        changes: [{ fileName: sourceFile.fileName, textChanges }],
      },
    ];
  });
}

export function isOurs(code: number): boolean {
  return ruleOf(code) !== undefined;
}

function ruleOf(code: number): RuleName | undefined {
  return (Object.keys(CODES) as RuleName[]).find((rule) => CODES[rule] === code);
}
