/** Fixes as the analysis thread answers them: of a finding that it made, as edits by line and character. */
import {
  type Analysis,
  disableComment,
  type FileEdits,
  FIX_LEVELS,
  type Finding,
  type Fix,
  type FixLevel,
  fixOf,
  fixTitle,
  isRefusal,
  type Project,
  type Refusal,
  tagFix,
} from "@loopguard/engine";
import type { TextEdit } from "vscode-languageserver";

/** `ignore`: a disable comment. `startup`, `nonblocking`: a tag on the function around the call. */
export type FixName = FixLevel | "ignore" | "startup" | "nonblocking";

export interface FixQuestion {
  readonly fix: FixName;
  /** Only whether there is one, and what it is called: its edits take longer. */
  readonly isOffer?: boolean;
  readonly finding: FindingKey;
}

/** Finds a finding again, as long as its file has not changed. */
export type FindingKey = Pick<Finding, "identity"> & Pick<Finding["location"], "file" | "start" | "end">;

export type FixAnswer =
  | {
      readonly title: string;
      readonly files: readonly FileChanges[];
      /** What a person should look at, as sentences. */
      readonly cautions: readonly string[];
    }
  | Refusal;

export interface FileChanges {
  readonly file: string;
  readonly edits: readonly TextEdit[];
  /** The file is not there yet. */
  readonly isNew?: boolean;
}

export interface Analysed {
  readonly project: Project;
  readonly analysis: Analysis;
  readonly textOf: (file: string) => string | undefined;
}

export function answerFix({ fix, isOffer, finding: key }: FixQuestion, analysed: Analysed | undefined): FixAnswer {
  const finding = analysed?.analysis.findings.find(
    ({ identity, location }) =>
      identity === key.identity &&
      location.file === key.file &&
      location.start === key.start &&
      location.end === key.end,
  );
  if (!analysed || !finding) return { reason: "The code has changed since." };
  const isTitle = isOffer === true && isLevel(fix);
  const answer = isTitle ? fixTitle(analysed.project, finding, fix) : fixNamed(fix, finding, analysed);
  if (isRefusal(answer)) return answer;
  const { title, files = [], cautions = [] } = answer as Pick<Fix, "title"> & Partial<Fix>;
  return { title, files: files.map((file) => withPositions(file, analysed)), cautions };
}

function fixNamed(fix: FixName, finding: Finding, { project, textOf }: Analysed): Fix | Refusal {
  if (isLevel(fix)) return fixOf(project, finding, fix);
  if (fix !== "ignore") return tagFix(project, finding, fix);
  const { file, start } = finding.location;
  const text = textOf(file);
  if (text === undefined) return { reason: "The file cannot be read." };
  const { offset, text: comment } = disableComment(text, start, finding.rule);
  const edits = [{ start: offset, end: offset, text: comment }];
  return { title: `Disable loopguard/${finding.rule} for this line`, files: [{ file, edits }], cautions: [] };
}

function isLevel(fix: FixName): fix is FixLevel {
  return FIX_LEVELS.some((level) => level === fix);
}

function withPositions({ file, edits, isNew }: FileEdits, { textOf }: Analysed): FileChanges {
  const lineStarts = [
    0,
    ...[...(textOf(file) ?? "").matchAll(/\r\n|\r|\n/gu)].map(({ index, 0: end }) => index + end.length),
  ];
  const positionOf = (offset: number): { line: number; character: number } => {
    const line = lineStarts.findLastIndex((start) => start <= offset);
    return { line, character: offset - (lineStarts[line] ?? 0) };
  };
  return {
    file,
    ...(isNew === true && { isNew }),
    edits: edits.map(({ start, end, text }) => {
      return { range: { start: positionOf(start), end: positionOf(end) }, newText: text };
    }),
  };
}
