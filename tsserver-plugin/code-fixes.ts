/** Fixes for our own diagnostics. */
import { disableComment, type Finding, type RuleName } from "@loopguard/engine";
import type { FixAnswer } from "loopguard-language-server/analysis";
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

/**
 * What takes findings at a place away.
 *
 * @param findings in the file, whose text is still the one that was analysed
 */
export function findingFixes(
  sourceFile: ts.SourceFile,
  start: number,
  errorCodes: readonly number[],
  findings: readonly Finding[],
  fixOf: (finding: Finding) => FixAnswer | undefined,
): ts.CodeFixAction[] {
  return findings
    .filter(({ rule, location }) => location.start === start && errorCodes.includes(CODES[rule]))
    .flatMap((finding): ts.CodeFixAction[] => {
      const fix = fixOf(finding);
      // A fix of this kind changes the finding's own file, and no other one.
      const [file] = fix && "files" in fix ? fix.files : [];
      if (!file || !fix || !("title" in fix)) return [];
      const textChanges = file.edits.map(({ range, newText }) => {
        const from = sourceFile.getPositionOfLineAndCharacter(range.start.line, range.start.character);
        const to = sourceFile.getPositionOfLineAndCharacter(range.end.line, range.end.character);
        return { span: { start: from, length: to - from }, newText };
      });
      const changes = [{ fileName: sourceFile.fileName, textChanges }];
      return [{ fixName: "loopguardFix", description: fix.title, changes }];
    });
}

export function isOurs(code: number): boolean {
  return ruleOf(code) !== undefined;
}

function ruleOf(code: number): RuleName | undefined {
  return (Object.keys(CODES) as RuleName[]).find((rule) => CODES[rule] === code);
}
