/**
 * The projects that the plugin opens itself, with the engine's TypeScript, where a file is linted without type
 * information: plain JavaScript, other parsers, linters other than ESLint, and TypeScript 7.
 */
import { analyse, type Analysis, type Project } from "@loopguard/engine";
import type { KeptRuns, ProjectRun } from "@loopguard/node-host";
import { keptRunsIn } from "./earlier-runs.js";
import { log } from "./log.js";
import { OwnProject, type FileSummary, type LintedText } from "./own-project.js";
import { warnOfMistakes } from "./project-configuration.js";
import type { Place } from "./project-summary.js";

export interface OwnProjects {
  /** The findings in one file of the project at a place, which is opened at the first question and kept. */
  summaryOf(place: Place, linted: LintedText): FileSummary;
  /** How often a project was analysed: once when it is opened, and once for every change. */
  readonly analysisCount: number;
}

/** A program takes hundreds of megabytes: a process that lints more projects than this opens them again. */
const MAX_PROJECTS = 4;

/**
 * @param say where the cost is made visible, in a sentence
 * @param now clock, in ms
 * @param runsIn what earlier runs have kept for a directory
 */
export function createOwnProjects(
  say: (sentence: string) => void,
  now: () => number,
  runsIn: (root: string) => KeptRuns | undefined = () => undefined,
): OwnProjects {
  const projects = new Map<string, OwnProject>();
  let analysisCount = 0;

  function open(place: Place, linted: LintedText): OwnProject {
    const start = now();
    const project = new OwnProject(place, linted, { analyse: analyseCounted, take, runs: runsIn(place.root), now });
    say(`opened ${place.root}, which is linted without type information: ${secondsSince(start)} s`);
    return project;
  }

  function analyseCounted(project: Project): Analysis {
    analysisCount++;
    const start = now();
    const analysis = analyse(project);
    say(`analysis ${analysisCount}: ${secondsSince(start)} s for ${analysis.stats.files} files`);
    warnOfMistakesIn(analysis, project.configurations?.map(({ file }) => file) ?? []);
    return analysis;
  }

  function take({ analysis, configurations }: ProjectRun): void {
    say(`${analysis.stats.files} files are as in an earlier run`);
    warnOfMistakesIn(analysis, configurations);
  }

  function secondsSince(start: number): string {
    return ((now() - start) / 1000).toFixed(2);
  }

  return {
    summaryOf(place, linted) {
      const key = `${place.root}\n${place.configuration ?? ""}`;
      const known = projects.get(key);
      const project = known ?? open(place, linted);
      projects.delete(key);
      projects.set(key, project);
      const [oldest] = projects.keys();
      if (projects.size > MAX_PROJECTS && oldest !== undefined) projects.delete(oldest);
      return project.summaryOf(linted);
    },
    get analysisCount() {
      return analysisCount;
    },
  };
}

function warnOfMistakesIn({ problems }: Analysis, configurations: readonly string[]): void {
  warnOfMistakes(problems.filter(({ file }) => file !== undefined && configurations.includes(file)));
}

/** The projects of this process, shared by the rules. */
export const ownProjects = createOwnProjects(log, () => performance.now(), keptRunsIn);
