/**
 * The findings of a whole program, computed once for all rules and all files.
 *
 * Typed linting hands out a new program whenever it likes: for each edit in an editor, for each
 * `--fix` pass. What a summary depends on is the text of the program's files and its options, so a
 * program that says the same as an earlier one gets the earlier one's summary.
 */
import { hash } from "node:crypto";
import path from "node:path";
import { analyse, type Analysis, type Configuration, type Finding } from "@loopguard/engine";
import { projectOfPrograms } from "@loopguard/engine/typescript";
import { log } from "./log.js";
import { typescriptOf, type Program } from "./linter-program.js";
import { configurationFor } from "./project-configuration.js";

type SourceFile = ReturnType<Program["getSourceFiles"]>[number];

/** What is linted. */
export interface Place {
  /** The directory, with forward slashes: paths below it tell tests and scripts from the rest. */
  readonly root: string;
  /** The configuration file, absolute with forward slashes; by default the nearest one. */
  readonly configuration?: string;
}

export interface ProjectSummaries {
  /**
   * The findings in one file, with every blocking path of the program taken into account.
   *
   * @param file path as the program writes it
   */
  findingsIn(program: Program, place: Place, file: string): readonly Finding[];
  /** What the project's configuration asks to show where the rule's options do not say. */
  configuredFor(program: Program, place: Place): Analysis["configured"];
  /** How many programs were analysed, as opposed to found to say the same as an earlier one. */
  readonly analysisCount: number;
}

interface Summary {
  /** By file. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly configured: Analysis["configured"];
}

/** Editors go back and forth between a few texts of a few projects; older summaries are let go. */
const MAX_SUMMARIES = 16;

/**
 * @param analyseProgram what is done at most once per text of a program
 * @param log where the cost is made visible, in a sentence
 */
export function createProjectSummaries(
  analyseProgram: (program: Program, root: string, configurations: readonly Configuration[]) => Analysis,
  log: (sentence: string) => void,
): ProjectSummaries {
  const latest = new WeakMap<Program, { readonly place: Place; readonly summary: Summary }>();
  const summariesByText = new Map<string, Summary>();
  let analysisCount = 0;

  function summaryOf(program: Program, place: Place): Summary {
    const { root } = place;
    const known = latest.get(program);
    if (known?.place.root === root && known.place.configuration === place.configuration) return known.summary;
    const configuration = configurationFor(directoryOf(program) ?? root, place.configuration);
    const key = [root, configuration.key, textKeyOf(program)].join("\n");
    const summary = summariesByText.get(key) ?? summarise(program, root, configuration.configurations);
    latest.set(program, { place, summary });
    keepNewest(summariesByText, key, summary);
    return summary;
  }

  function summarise(program: Program, root: string, configurations: readonly Configuration[]): Summary {
    analysisCount++;
    const start = performance.now();
    const { findings, problems, stats, configured } = analyseProgram(program, root, configurations);
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    log(
      `project summary of ${nameOf(program)}: ${seconds} s for ${stats.files} files, ` +
        `blocking calls on the event loop: ${stats.blockingCallsByContext.loop}`,
    );
    for (const { file, message } of problems) log(file === undefined ? message : `${file}: ${message}`);
    return { findings: byFile(findings), configured };
  }

  return {
    findingsIn: (program, place, file) => summaryOf(program, place).findings.get(file) ?? [],
    configuredFor: (program, place) => summaryOf(program, place).configured,
    get analysisCount() {
      return analysisCount;
    },
  };
}

/** The summaries of this process, shared by the rules. `DEBUG=loopguard` shows what they cost. */
export const projectSummaries = createProjectSummaries((program, root, configurations) => {
  const typescript = typescriptOf(program);
  return analyse(projectOfPrograms([program], { root, configurations, ...(typescript && { typescript }) }));
}, log);

/** Findings by the file that they are in. */
export function byFile(findings: readonly Finding[]): Summary["findings"] {
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

/** Where the program's tsconfig is. */
function directoryOf(program: Program): string | undefined {
  const { configFilePath } = program.getCompilerOptions();
  return typeof configFilePath === "string" ? path.posix.dirname(configFilePath.replaceAll("\\", "/")) : undefined;
}

function nameOf(program: Program): string {
  const { configFilePath } = program.getCompilerOptions();
  return typeof configFilePath === "string"
    ? configFilePath
    : `${program.getRootFileNames().length} files without a tsconfig`;
}
