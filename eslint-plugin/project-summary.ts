/**
 * The findings of a whole program, computed once for all rules and all files.
 *
 * Typed linting hands out a new program whenever it likes: for each edit in an editor, for each
 * `--fix` pass. What a summary depends on is the text of the program's files and its options, so a
 * program that says the same as an earlier one gets the earlier one's summary.
 */
import { hash } from "node:crypto";
import path from "node:path";
import {
  type Analysis,
  type Configuration,
  type FailedProblem,
  failuresIn,
  type Finding,
  recordedAnalysis,
} from "@loopguard/engine";
import { digestOf, digestText, type ProgramDigest, recordedProject } from "@loopguard/engine/typescript";
import { earlierRunsIn, type EarlierRuns, followedRun, type RunRecord } from "./earlier-runs.js";
import { log } from "./log.js";
import { typescriptOf, type Program } from "./linter-program.js";
import { configurationFor, type ProjectConfiguration } from "./project-configuration.js";

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
  /** What our own defects may have left out, in this file or, where they name none, anywhere. */
  failuresIn(program: Program, place: Place, file: string): readonly FailedProblem[];
  /** How many programs were analysed, as opposed to found to say the same as an earlier one. */
  readonly analysisCount: number;
}

interface Summary {
  /** By file. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly configured: Analysis["configured"];
  readonly failures: readonly FailedProblem[];
}

/** Editors go back and forth between a few texts of a few projects; older summaries are let go. */
const MAX_SUMMARIES = 16;

/** What an analysis is made of. */
export interface ProgramInput {
  readonly program: Program;
  readonly digest: ProgramDigest;
  readonly root: string;
  readonly configurations: readonly Configuration[];
}

/**
 * @param analyseProgram what is done at most once per text of a program
 * @param log where the cost is made visible, in a sentence
 * @param earlierRuns what other processes left for the directory that is linted
 */
export function createProjectSummaries(
  analyseProgram: (input: ProgramInput) => RunRecord,
  log: (sentence: string) => void,
  earlierRuns: (root: string) => EarlierRuns | undefined = () => undefined,
): ProjectSummaries {
  const latest = new WeakMap<Program, { readonly place: Place; readonly summary: Summary }>();
  const summariesByText = new Map<string, Summary>();
  /** Programs that were looked at before, whatever they said then. */
  const known = new Set<string>();
  let analysisCount = 0;

  function summaryOf(program: Program, place: Place): Summary {
    const { root } = place;
    const last = latest.get(program);
    if (last?.place.root === root && last.place.configuration === place.configuration) return last.summary;
    const configuration = configurationFor(directoryOf(program) ?? root, place.configuration);
    const digest = digestOf(program, hashText);
    const text = digestText(digest, hashText);
    const key = [root, configuration.key, text].join("\n");
    const input = { program, digest, root, ...configuration };
    const summary = summariesByText.get(key) ?? summarise(input, configuration, text);
    latest.set(program, { place, summary });
    keepNewest(summariesByText, key, summary);
    return summary;
  }

  /** Other processes begin with what is on the disk, as this one did: later texts stay here. */
  function summarise(input: ProgramInput, { key }: ProjectConfiguration, text: string): Summary {
    const { program, root } = input;
    const subject = [root, key, typescriptOf(program)?.version, nameOf(program)].join("\n");
    const runs = known.has(subject) ? undefined : earlierRuns(root);
    known.add(subject);
    const { findings, configured, problems } = runs
      ? followOrAnalyse(runs, subject, text, input)
      : analyseAnew(input, () => undefined);
    return { findings: byFile(findings), configured, failures: failuresIn(problems) };
  }

  function followOrAnalyse(runs: EarlierRuns, subject: string, text: string, input: ProgramInput): Analysis {
    const { program, digest, configurations } = input;
    const follow = (): Analysis | undefined => {
      const earlier = runs.last(subject);
      const followed = earlier && followedRun(earlier, program, digest, configurations);
      if (followed) log(`project summary of ${nameOf(program)}: as in an earlier run`);
      return followed;
    };
    const analyse = (): Analysis =>
      analyseAnew(input, (run) => {
        runs.keep(subject, run);
      });
    // A worker that was at it meanwhile has left what this one needs.
    return follow() ?? runs.alone(subject, text, (hasWaited) => (hasWaited ? follow() : undefined) ?? analyse());
  }

  function analyseAnew(input: ProgramInput, keep: (run: RunRecord) => void): Analysis {
    analysisCount++;
    const start = performance.now();
    const run = analyseProgram(input);
    const { analysis } = run.analysis;
    const { problems, stats } = analysis;
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    log(
      `project summary of ${nameOf(input.program)}: ${seconds} s for ${stats.files} files, ` +
        `blocking calls on the event loop: ${stats.blockingCallsByContext.loop}`,
    );
    for (const { file, message } of problems) log(file === undefined ? message : `${file}: ${message}`);
    // What a defect left out may be found the next time.
    if (failuresIn(problems).length === 0) keep(run);
    return analysis;
  }

  return {
    findingsIn: (program, place, file) => summaryOf(program, place).findings.get(file) ?? [],
    failuresIn: (program, place, linted) =>
      summaryOf(program, place).failures.filter(({ file = linted }) => file === linted),
    configuredFor: (program, place) => summaryOf(program, place).configured,
    get analysisCount() {
      return analysisCount;
    },
  };
}

/** The summaries of this process, shared by the rules. `DEBUG=loopguard` shows what they cost. */
export const projectSummaries = createProjectSummaries(analyseProgram, log, earlierRunsIn);

export function analyseProgram({ program, digest, root, configurations }: ProgramInput): RunRecord {
  const typescript = typescriptOf(program);
  const recorded = recordedProject(program, digest, { root, configurations, ...(typescript && { typescript }) });
  const analysis = recordedAnalysis(recorded.project);
  return { program: recorded.record(), analysis };
}

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

function hashText(text: string): string {
  return hash("sha1", text);
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
