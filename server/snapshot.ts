/** What the latest analysis says to this client: by file, by route, and as a graph. */
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Finding, Problem } from "@loopguard/engine";
import { type Diagnostic, DiagnosticSeverity, type Position } from "vscode-languageserver";
import type { AnalysisResult } from "./analysis/messages.js";
import { CallGraph, type Place } from "./call-graph.js";
import { diagnosticOf } from "./diagnostics.js";
import type { PathItem, RouteItem } from "./protocol.js";
import { routesOf, type Routes } from "./routes.js";
import { type SettingsOf, shownFindings } from "./settings.js";

const CONFIGURATION_FILE = "loopguard.config.json";

export class Snapshot {
  readonly result: AnalysisResult;
  /** Those that the settings show. */
  readonly findings: readonly Finding[];
  readonly #settingsOf: SettingsOf;
  readonly #uriOf: (file: string) => string;
  readonly #byFile = new Map<string, Finding[]>();
  readonly #problems = new Map<string, Problem[]>();
  #routes: Routes | undefined;
  #graph: CallGraph | undefined;

  constructor(result: AnalysisResult, settingsOf: SettingsOf, uriOf: (file: string) => string) {
    this.result = result;
    this.findings = shownFindings(result, settingsOf);
    this.#settingsOf = settingsOf;
    this.#uriOf = uriOf;
    for (const finding of this.findings) addTo(this.#byFile, finding.location.file, finding);
    for (const problem of result.problems) {
      const { file } = problem;
      if (file !== undefined && path.posix.basename(file) === CONFIGURATION_FILE) addTo(this.#problems, file, problem);
    }
  }

  /** The files that have diagnostics. */
  get files(): readonly string[] {
    return [...this.#byFile.keys(), ...this.#problems.keys()];
  }

  /** What blocks in a file, each with its diagnostic. */
  findingsIn(file: string): { readonly finding: Finding; readonly diagnostic: Diagnostic }[] {
    return (this.#byFile.get(file) ?? []).map((finding) => {
      return { finding, diagnostic: diagnosticOf(finding, this.#settingsOf(file), this.#uriOf) };
    });
  }

  /** What blocks in a file; in a configuration file of ours, what is wrong with it. */
  diagnosticsOf(file: string): Diagnostic[] {
    return [
      ...this.findingsIn(file).map(({ diagnostic }) => diagnostic),
      ...(this.#problems.get(file) ?? []).map(diagnosticOfProblem),
    ];
  }

  get routes(): readonly RouteItem[] {
    return this.allRoutes.items;
  }

  get paths(): readonly PathItem[] {
    return this.allRoutes.paths.map(({ item }) => item);
  }

  /** The paths through the function or the call at a position. */
  pathsAt(file: string, position: Position): readonly PathItem[] {
    const through = new Set(this.placeAt(file, position)?.paths.map(({ path: each }) => each));
    return this.allRoutes.paths.flatMap(({ item, path: each }) => (through.has(each) ? [item] : []));
  }

  placeAt(file: string, { line, character }: Position): Place | undefined {
    return this.graph.at(file, line + 1, character + 1);
  }

  get graph(): CallGraph {
    return (this.#graph ??= new CallGraph(this.findings, this.result.functions));
  }

  private get allRoutes(): Routes {
    return (this.#routes ??= routesOf(this.findings, this.result.routes, this.#uriOf));
  }
}

/** Whether two snapshots say the same of routes. Most edits change nothing that they are made of, which is seen first. */
export function isSameRoutes(one: Snapshot, other: Snapshot): boolean {
  const isSameFindings =
    one.findings.length === other.findings.length &&
    one.findings.every((finding, index) => finding === other.findings[index]);
  if (isSameFindings && one.result.routes === other.result.routes) return true;
  return isDeepStrictEqual(one.routes, other.routes);
}

function diagnosticOfProblem({ line = 1, column = 1, message }: Problem): Diagnostic {
  const start = { line: line - 1, character: column - 1 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Warning, source: "loopguard", message };
}

function addTo<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
