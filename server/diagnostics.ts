/** Findings as the protocol's diagnostics: the path hop by hop, the rule's page, a severity. */
import type { BlockingPath, Finding, Location as EngineLocation } from "@loopguard/engine";
import type { Diagnostic, DiagnosticRelatedInformation, Location, Range } from "vscode-languageserver";
import type { Settings } from "./protocol.js";
import { severityOf } from "./settings.js";

/** More entry points than these are named in the message only. */
const MAX_PATHS = 5;

export function diagnosticOf(finding: Finding, settings: Settings, uriOf: (file: string) => string): Diagnostic {
  return {
    range: rangeOf(finding.location),
    severity: severityOf(finding, settings),
    code: finding.rule,
    codeDescription: { href: documentationOf(finding.rule) },
    source: "loopguard",
    message: finding.message,
    relatedInformation: finding.paths.slice(0, MAX_PATHS).flatMap((path) => relatedInformation(path, uriOf)),
  };
}

/** The address of a rule's page. */
export function documentationOf(rule: string): string {
  return `https://github.com/loopguard/loopguard/blob/main/docs/rules/${rule}.md`;
}

/** The engine counts lines and columns from 1, the protocol from 0. */
export function rangeOf({ line, column, endLine, endColumn }: EngineLocation): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

export function locationOf(location: EngineLocation, uriOf: (file: string) => string): Location {
  return { uri: uriOf(location.file), range: rangeOf(location) };
}

function relatedInformation(
  { entryPoint, hops }: BlockingPath,
  uriOf: (file: string) => string,
): DiagnosticRelatedInformation[] {
  const start = { message: `${entryPoint.label} waits on it`, location: locationOf(entryPoint.location, uriOf) };
  // The last hop is the blocking call itself, where the diagnostic already is.
  const between = hops.slice(0, -1).filter(({ location }) => !isSame(location, entryPoint.location));
  return [
    start,
    ...between.map(({ name, location }) => ({ message: `→ ${name}`, location: locationOf(location, uriOf) })),
  ];
}

function isSame(a: EngineLocation, b: EngineLocation): boolean {
  return a.file === b.file && a.start === b.start;
}
