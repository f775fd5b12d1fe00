/** Findings as TypeScript's diagnostics. */
import { type BlockingPath, type Finding, type RuleName, type Severity, severityOf } from "@loopguard/engine";
import type ts from "typescript";
import type { Configuration } from "./configuration.js";

/** TypeScript numbers its diagnostics, and offers fixes by number. Its own numbers leave out the 71,000s. */
export const CODES: Readonly<Record<RuleName, number>> = {
  "no-sync-io": 71_001,
  "no-sync-cpu": 71_002,
  "no-blocking-wait": 71_003,
  "no-setup-in-handler": 71_004,
  "no-slow-regex": 71_005,
  "no-blocking-loop": 71_006,
};
/** Something is wrong with the plugin's own configuration. */
export const CONFIGURATION_CODE = 71_000;

const SOURCE = "loopguard";
/** More entry points than these are named in the message only. */
const MAX_PATHS = 5;

/** Where things lie in the editor's present text. */
export interface Place {
  /** The source file that the editor has for one of the analysis's files. */
  sourceFileOf(file: string): ts.SourceFile | undefined;
  /** @returns undefined when the text there was edited since it was analysed */
  spanOf(location: Finding["location"]): { readonly start: number; readonly end: number } | undefined;
}

/** @returns undefined when the finding's text was edited since it was analysed: the next result will tell */
export function diagnosticOf(
  finding: Finding,
  sourceFile: ts.SourceFile,
  place: Place,
  { severity }: Configuration,
  typescript: typeof ts,
): ts.Diagnostic | undefined {
  const span = spanIn(sourceFile, finding.location, place);
  if (!span) return undefined;
  const given = severity[finding.rule];
  return {
    file: sourceFile,
    ...span,
    category: categoryOf(
      given === undefined || given === "auto" || given === "off" ? severityOf(finding) : given,
      typescript,
    ),
    code: CODES[finding.rule],
    source: SOURCE,
    messageText: `${finding.message} (${finding.rule})`,
    relatedInformation: finding.paths
      .slice(0, MAX_PATHS)
      .flatMap((path) => relatedInformation(path, place, typescript.DiagnosticCategory.Message)),
  };
}

/** On the file's first line, because a plugin has no place of its own to report in. */
export function problemDiagnostic(problem: string, sourceFile: ts.SourceFile, typescript: typeof ts): ts.Diagnostic {
  const [, endOfFirstLine = sourceFile.text.length] = sourceFile.getLineStarts();
  return {
    file: sourceFile,
    start: 0,
    length: sourceFile.text.slice(0, endOfFirstLine).trimEnd().length,
    category: typescript.DiagnosticCategory.Error,
    code: CONFIGURATION_CODE,
    source: SOURCE,
    messageText: `typescript-plugin-loopguard: ${problem}`,
  };
}

function relatedInformation(
  { entryPoint, hops }: BlockingPath,
  place: Place,
  category: ts.DiagnosticCategory,
): ts.DiagnosticRelatedInformation[] {
  const start = { name: `${entryPoint.label} waits on it`, location: entryPoint.location };
  // The last hop is the blocking call itself, where the diagnostic already is.
  const between = hops
    .slice(0, -1)
    .filter(({ location: { file, start } }) => file !== entryPoint.location.file || start !== entryPoint.location.start)
    .map(({ name, location }) => ({ name: `→ ${name}`, location }));
  return [start, ...between].map(({ name, location }) => {
    const sourceFile = place.sourceFileOf(location.file);
    const span = sourceFile && spanIn(sourceFile, location, place);
    if (span) return { file: sourceFile, ...span, category, code: 0, messageText: name };
    // A file of another project has no place that the editor could show.
    const messageText = `${name} (${location.file}:${location.line})`;
    return { file: undefined, start: undefined, length: undefined, category, code: 0, messageText };
  });
}

function spanIn(
  { text }: ts.SourceFile,
  location: Finding["location"],
  place: Place,
): { start: number; length: number } | undefined {
  const span = place.spanOf(location);
  return span && span.end <= text.length ? { start: span.start, length: span.end - span.start } : undefined;
}

function categoryOf(severity: Severity, { DiagnosticCategory }: typeof ts): ts.DiagnosticCategory {
  if (severity === "error") return DiagnosticCategory.Error;
  // Editors show a "message" as an error: a suggestion is the quietest there is.
  return severity === "warning" ? DiagnosticCategory.Warning : DiagnosticCategory.Suggestion;
}
