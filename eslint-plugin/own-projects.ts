/**
 * The projects that the plugin opens itself, with the engine's TypeScript, where a file is linted without type
 * information: plain JavaScript, other parsers, linters other than ESLint, and TypeScript 7.
 */
import { analyse, type Analysis, type Project } from "@loopguard/engine";
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
 */
export function createOwnProjects(say: (sentence: string) => void, now: () => number): OwnProjects {
  const projects = new Map<string, OwnProject>();
  let analysisCount = 0;

  function open(place: Place, linted: LintedText): OwnProject {
    const start = now();
    const project = new OwnProject(place, linted, analyseCounted, now);
    say(`opened ${place.root}, which is linted without type information: ${secondsSince(start)} s`);
    return project;
  }

  function analyseCounted(project: Project): Analysis {
    analysisCount++;
    const start = now();
    const analysis = analyse(project);
    say(`analysis ${analysisCount}: ${secondsSince(start)} s for ${analysis.stats.files} files`);
    const configurations = new Set(project.configurations?.map(({ file }) => file));
    warnOfMistakes(analysis.problems.filter(({ file }) => file !== undefined && configurations.has(file)));
    return analysis;
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

/** The projects of this process, shared by the rules. */
export const ownProjects = createOwnProjects(log, () => performance.now());
