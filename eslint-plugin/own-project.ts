/** A project that the plugin opens itself and keeps up with: with texts as they are linted, and with the disk. */
import { statSync } from "node:fs";
import {
  CONFIGURATION_FILE,
  type Analysis,
  failuresIn,
  type FailedProblem,
  type Finding,
  type Project,
  type ProjectHost,
} from "@loopguard/engine";
import { LiveProject } from "@loopguard/engine/typescript";
import { type KeptRuns, nodeHost, type ProjectRun, recordedHost } from "@loopguard/node-host";
import { byFile, type Place } from "./project-summary.js";

export interface FileSummary {
  readonly findings: readonly Finding[];
  /** What the project's configuration asks to show where the rule's options do not say. */
  readonly configured: Analysis["configured"];
  /** What our own defects may have left out, in this file or, where they name none, anywhere. */
  readonly failures: readonly FailedProblem[];
}

/** What is asked about: a file, absolute with forward slashes, and its text, which in an editor may not be saved yet. */
export interface LintedText {
  readonly file: string;
  readonly text: string;
}

/** How long a look at the disk counts, in ms: a run over thousands of files does not look thousands of times. */
const RECHECK_AFTER = 1000;

/** What is known of a project: all of it is of the same moment. */
interface Known {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly configured: Analysis["configured"];
  readonly failures: readonly FailedProblem[];
  readonly files: { has(file: string): boolean; keys(): Iterable<string> };
  readonly configurations: readonly string[];
  /** Absent as long as what an earlier run has kept is enough. */
  readonly live?: { readonly of: LiveProject; readonly project: Project };
}

/** What is done beside keeping up. */
export interface OwnProjectTasks {
  /** Called when the project is opened, and after every change. */
  readonly analyse: (project: Project) => Analysis;
  /** Called instead of that where an earlier run says it all. */
  readonly take: (run: ProjectRun) => void;
  /** What earlier runs have kept, if anything is kept. */
  readonly runs: KeptRuns | undefined;
  /** Clock, in ms. */
  readonly now: () => number;
}

export class OwnProject {
  readonly #root: string;
  readonly #tasks: OwnProjectTasks;
  /** The configuration file that was named, if any. */
  readonly #named: Pick<Place, "configuration">;
  /** Texts that were linted and differed from the disk. */
  readonly #unsaved = new Map<string, string>();
  readonly #host = { ...disk, readFile: (file: string) => this.#unsaved.get(file) ?? disk.readFile(file) };
  #known: Known;
  #stamps: ReadonlyMap<string, string>;
  #checkedAt: number;
  #openedAt = Date.now();

  /** @param first the text that is linted now */
  constructor({ root, ...named }: Place, first: LintedText, tasks: OwnProjectTasks) {
    this.#root = root;
    this.#tasks = tasks;
    this.#named = named;
    this.noteLinted(first);
    this.#known = this.findOrOpen();
    this.#stamps = this.stampsNow();
    this.#checkedAt = tasks.now();
  }

  summaryOf(linted: LintedText): FileSummary {
    const changed = [...this.changedOnDisk(), ...(this.noteLinted(linted) ? [linted.file] : [])];
    if (this.isNew(linted.file)) changed.push(linted.file);
    if (changed.length > 0) this.update(changed);
    const { findings, configured, failures } = this.#known;
    const names = [linted.file, disk.realpath(linted.file)];
    return {
      findings: names.map((name) => findings.get(name)).find((found) => found !== undefined) ?? [],
      configured,
      failures: failures.filter(({ file }) => file === undefined || names.includes(file)),
    };
  }

  /** Workers that start together open it once: it takes long, and much memory. */
  private findOrOpen(): Known {
    const { runs } = this.#tasks;
    if (!runs) return this.open();
    const subject = { targets: [this.#root], ...this.#named };
    const find = (): Known | undefined => {
      const run = runs.find(subject, this.#host);
      if (run) this.#tasks.take(run);
      return run && { ...resultsOf(run.analysis), files: new Set(run.files), configurations: run.configurations };
    };
    const openAndKeep = (): Known => {
      const recorded = recordedHost(this.#host);
      return this.open(recorded, (project, analysis) => {
        runs.keep(subject, recorded, project, analysis);
      });
    };
    return find() ?? runs.alone(subject, (hasWaited) => (hasWaited ? find() : undefined) ?? openAndKeep());
  }

  private open(
    host: ProjectHost = this.#host,
    keep: (project: Project, analysis: Analysis) => void = () => undefined,
  ): Known {
    const live = new LiveProject(host, [this.#root], this.#named);
    const { project } = live;
    const analysis = this.#tasks.analyse(project);
    keep(project, analysis);
    return knownOf(live, analysis);
  }

  private update(changed: readonly string[]): void {
    this.#openedAt = Date.now();
    const { live } = this.#known;
    if (live) {
      const project = live.of.update(changed);
      if (project === live.project) return;
      this.#known = knownOf(live.of, this.#tasks.analyse(project));
    } else {
      this.#known = this.open();
    }
    this.#stamps = this.stampsNow();
  }

  /** Whether the text is another one than before. Several rules lint the same text; the first tells something new. */
  private noteLinted({ file, text }: LintedText): boolean {
    const onDisk = disk.readFile(file);
    // What a linter reads from its standard input may be in no file.
    if (onDisk === undefined || (this.#unsaved.get(file) ?? onDisk) === text) return false;
    if (onDisk === text) this.#unsaved.delete(file);
    else this.#unsaved.set(file, text);
    return true;
  }

  /** Written since the project was read, which has not seen it: files that it leaves out are older. */
  private isNew(file: string): boolean {
    if (this.#known.files.has(file)) return false;
    return (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > this.#openedAt;
  }

  private changedOnDisk(): string[] {
    if (this.#tasks.now() - this.#checkedAt < RECHECK_AFTER) return [];
    this.#checkedAt = this.#tasks.now();
    const stamps = this.stampsNow();
    const changed = [...stamps].flatMap(([file, stamp]) => (stamp === this.#stamps.get(file) ? [] : [file]));
    for (const file of changed) this.#unsaved.delete(file);
    this.#stamps = stamps;
    return changed;
  }

  /** When the project's files were last written. */
  private stampsNow(): ReadonlyMap<string, string> {
    const { files, configurations } = this.#known;
    const settings = SETTINGS.map((name) => `${this.#root}/${name}`);
    const watched = [...files.keys(), ...configurations, ...settings];
    return new Map(watched.map((file) => [file, stampOf(file)]));
  }
}

function knownOf(live: LiveProject, analysis: Analysis): Known {
  const { project } = live;
  const { files, configurations = [] } = project;
  const paths = configurations.map(({ file }) => file);
  return { ...resultsOf(analysis), files, configurations: paths, live: { of: live, project } };
}

function resultsOf({ findings, configured, problems }: Analysis): Pick<Known, "findings" | "configured" | "failures"> {
  return { findings: byFile(findings), configured, failures: failuresIn(problems) };
}

const disk = nodeHost();

/** What decides at the project's root which files there are and how they are read. */
const SETTINGS = ["tsconfig.json", "package.json", CONFIGURATION_FILE];

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : "";
}
