/** Analyses of whole projects, kept for other processes with everything that the projects were read from. */
import type { Analysis, Project, ProjectHost } from "@loopguard/engine";
import type { KeptResults } from "./kept-results.js";
import { isAsRecorded, type RecordedHost, type Recording } from "./recorded-host.js";

/** What is analysed, whatever it says now: paths are absolute, with forward slashes. */
export interface RunSubject {
  readonly targets: readonly string[];
  readonly configuration?: string;
}

/** What is known of a project that was analysed, without the project. Plain JSON. */
export interface ProjectRun {
  readonly analysis: Analysis;
  /** Those that were read. */
  readonly files: readonly string[];
  /** The configuration files that count. */
  readonly configurations: readonly string[];
  /** Absent where a tsconfig file said what was read. */
  readonly scope?: readonly string[];
}

interface RunRecord extends ProjectRun {
  readonly recording: Recording;
}

export interface KeptRuns {
  /** An earlier run of any process, where everything that it read is still the same. */
  find(subject: RunSubject, host: ProjectHost): ProjectRun | undefined;
  /** @param host that the project was read through; ends its recording */
  keep(subject: RunSubject, host: RecordedHost, project: Project, analysis: Analysis): void;
  /** Runs the work when nobody else analyses the same: who comes second waits, and finds what was kept. */
  alone<T>(subject: RunSubject, work: (hasWaited: boolean) => T): T;
}

/** @param results of this engine alone: another one may say something else of the same texts */
export function keptRuns(results: KeptResults): KeptRuns {
  return {
    find(subject, host) {
      const earlier = results.get(keyOf(subject)) as RunRecord | undefined;
      return earlier && isStillTrue(earlier, host) ? earlier : undefined;
    },
    keep(subject, host, { files, scope, configurations = [] }, analysis) {
      const recording = host.recording();
      // What a defect left out may be found the next time.
      if (!recording || analysis.problems.some(({ failure }) => failure !== undefined)) return;
      results.set(keyOf(subject), {
        recording,
        analysis,
        files: [...files.keys()],
        configurations: configurations.map(({ file }) => file),
        ...(scope && { scope }),
      } satisfies RunRecord);
    },
    alone: (subject, work) => results.alone(keyOf(subject), work),
  };
}

function keyOf({ targets, configuration }: RunSubject): string {
  return JSON.stringify(["analysed project", targets, configuration]);
}

function isStillTrue({ recording }: RunRecord, host: ProjectHost): boolean {
  try {
    return isAsRecorded(recording, host);
  } catch {
    // It was not written by this program.
    return false;
  }
}
