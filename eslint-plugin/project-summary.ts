/**
 * The findings of a whole program, computed once for all rules and all files.
 *
 * Typed linting hands out a new program whenever it likes: for each edit in an editor, for each
 * `--fix` pass. What a summary depends on is the text of the program's files and its options, so a
 * program that says the same as an earlier one gets the earlier one's summary.
 */
import { hash } from "node:crypto";
import { createRequire } from "node:module";
import { analyse, type Analysis, type Finding } from "@loopguard/engine";
import { projectOfPrograms, type ProgramsOptions } from "@loopguard/engine/typescript";
import type { ParserServicesWithTypeInformation } from "@typescript-eslint/utils";
import createDebug from "debug";

export type Program = ParserServicesWithTypeInformation["program"];
type SourceFile = ReturnType<Program["getSourceFiles"]>[number];

export interface ProjectSummaries {
  /**
   * The findings in one file, with every blocking path of the program taken into account.
   *
   * @param root directory that is linted, with forward slashes: paths below it tell tests and scripts from the rest
   * @param file path as the program writes it
   */
  findingsIn(program: Program, root: string, file: string): readonly Finding[];
  /** How many programs were analysed, as opposed to found to say the same as an earlier one. */
  readonly analysisCount: number;
}

/** Findings by file. */
type Summary = ReadonlyMap<string, readonly Finding[]>;

/** Editors go back and forth between a few texts of a few projects; older summaries are let go. */
const MAX_SUMMARIES = 16;

/**
 * @param analyseProgram what is done at most once per text of a program
 * @param log where the cost is made visible, in a sentence
 */
export function createProjectSummaries(
  analyseProgram: (program: Program, root: string) => Analysis,
  log: (sentence: string) => void,
): ProjectSummaries {
  const latest = new WeakMap<Program, { readonly root: string; readonly summary: Summary }>();
  const summariesByText = new Map<string, Summary>();
  let analysisCount = 0;

  function summaryOf(program: Program, root: string): Summary {
    const known = latest.get(program);
    if (known?.root === root) return known.summary;
    const key = `${root}\n${textKeyOf(program)}`;
    const summary = summariesByText.get(key) ?? summarise(program, root);
    latest.set(program, { root, summary });
    keepNewest(summariesByText, key, summary);
    return summary;
  }

  function summarise(program: Program, root: string): Summary {
    analysisCount++;
    const start = performance.now();
    const { findings, problems, stats } = analyseProgram(program, root);
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    log(
      `project summary of ${nameOf(program)}: ${seconds} s for ${stats.files} files, ` +
        `blocking calls on the event loop: ${stats.blockingCallsByContext.loop}`,
    );
    for (const { file, message } of problems) log(file === undefined ? message : `${file}: ${message}`);
    return byFile(findings);
  }

  return {
    findingsIn: (program, root, file) => summaryOf(program, root).get(file) ?? [],
    get analysisCount() {
      return analysisCount;
    },
  };
}

/** The summaries of this process, shared by the rules. `DEBUG=loopguard` shows what they cost. */
export const projectSummaries = createProjectSummaries(
  (program, root) => analyse(projectOfPrograms([program], { root, typescript: linterTypeScript() })),
  createDebug("loopguard"),
);

/** Versions of TypeScript number their syntax kinds and flags differently: programs are read with the one that made them. */
function linterTypeScript(): NonNullable<ProgramsOptions["typescript"]> {
  const require = createRequire(import.meta.url);
  const requireOfLinter = createRequire(require.resolve("@typescript-eslint/typescript-estree"));
  return requireOfLinter("typescript") as NonNullable<ProgramsOptions["typescript"]>;
}

function byFile(findings: readonly Finding[]): Summary {
  const summary = new Map<string, Finding[]>();
  for (const finding of findings) {
    const inFile = summary.get(finding.location.file);
    if (inFile === undefined) summary.set(finding.location.file, [finding]);
    else inFile.push(finding);
  }
  return summary;
}

function textKeyOf(program: Program): string {
  const files = program.getSourceFiles().map((file) => `${file.fileName}\0${contentHashOf(file)}`);
  // `configFile` is the parsed tsconfig itself, a syntax tree with cycles.
  const options = JSON.stringify({ ...program.getCompilerOptions(), configFile: undefined });
  return hash("sha1", [options, ...files].join("\n"));
}

/** Programs share the source files that did not change between them. */
const contentHashes = new WeakMap<SourceFile, string>();

function contentHashOf(file: SourceFile): string {
  let contentHash = contentHashes.get(file);
  if (contentHash === undefined) {
    contentHash = hash("sha1", file.text);
    contentHashes.set(file, contentHash);
  }
  return contentHash;
}

function keepNewest(map: Map<string, Summary>, key: string, summary: Summary): void {
  map.delete(key);
  map.set(key, summary);
  const [oldest] = map.keys();
  if (map.size > MAX_SUMMARIES && oldest !== undefined) map.delete(oldest);
}

function nameOf(program: Program): string {
  const { configFilePath } = program.getCompilerOptions();
  return typeof configFilePath === "string"
    ? configFilePath
    : `${program.getRootFileNames().length} files without a tsconfig`;
}
