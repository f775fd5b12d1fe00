/** A project that the plugin opens itself and keeps up with: with texts as they are linted, and with the disk. */
import { statSync } from "node:fs";
import {
  CONFIGURATION_FILE,
  type Analysis,
  failuresIn,
  type FailedProblem,
  type Finding,
  type Project,
} from "@loopguard/engine";
import { LiveProject } from "@loopguard/engine/typescript";
import { nodeHost } from "@loopguard/node-host";
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

export class OwnProject {
  readonly #root: string;
  readonly #analyse: (project: Project) => Analysis;
  readonly #now: () => number;
  /** Texts that were linted and differed from the disk. */
  readonly #unsaved = new Map<string, string>();
  readonly #live: LiveProject;
  #findings: { readonly of: Project; readonly byFile: ReadonlyMap<string, readonly Finding[]> };
  #configured: Analysis["configured"];
  #failures: readonly FailedProblem[];
  #stamps: ReadonlyMap<string, string>;
  #checkedAt: number;
  #openedAt = Date.now();

  /**
   * @param first the text that is linted now
   * @param analyse called when the project is opened and after every change
   * @param now clock, in ms
   */
  constructor(
    { root, configuration }: Place,
    first: LintedText,
    analyse: (project: Project) => Analysis,
    now: () => number,
  ) {
    this.#root = root;
    this.#analyse = analyse;
    this.#now = now;
    this.#noteLinted(first);
    const host = { ...disk, readFile: (file: string) => this.#unsaved.get(file) ?? disk.readFile(file) };
    this.#live = new LiveProject(host, [root], configuration === undefined ? {} : { configuration });
    const { findings, configured, problems } = analyse(this.#live.project);
    this.#findings = { of: this.#live.project, byFile: byFile(findings) };
    this.#configured = configured;
    this.#failures = failuresIn(problems);
    this.#stamps = this.#stampsNow();
    this.#checkedAt = now();
  }

  summaryOf(linted: LintedText): FileSummary {
    const changed = [...this.#changedOnDisk(), ...(this.#noteLinted(linted) ? [linted.file] : [])];
    if (this.#isNew(linted.file)) changed.push(linted.file);
    if (changed.length > 0) this.#update(changed);
    const { byFile: found } = this.#findings;
    const names = [linted.file, disk.realpath(linted.file)];
    return {
      findings: found.get(linted.file) ?? found.get(disk.realpath(linted.file)) ?? [],
      configured: this.#configured,
      failures: this.#failures.filter(({ file }) => file === undefined || names.includes(file)),
    };
  }

  #update(changed: readonly string[]): void {
    const project = this.#live.update(changed);
    this.#openedAt = Date.now();
    if (project === this.#findings.of) return;
    const { findings, configured, problems } = this.#analyse(project);
    this.#findings = { of: project, byFile: byFile(findings) };
    this.#configured = configured;
    this.#failures = failuresIn(problems);
    this.#stamps = this.#stampsNow();
  }

  /** Whether the text is another one than before. Several rules lint the same text; the first tells something new. */
  #noteLinted({ file, text }: LintedText): boolean {
    const onDisk = disk.readFile(file);
    // What a linter reads from its standard input may be in no file.
    if (onDisk === undefined || (this.#unsaved.get(file) ?? onDisk) === text) return false;
    if (onDisk === text) this.#unsaved.delete(file);
    else this.#unsaved.set(file, text);
    return true;
  }

  /** Written since the project was read, which has not seen it: files that it leaves out are older. */
  #isNew(file: string): boolean {
    if (this.#live.project.files.has(file)) return false;
    return (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > this.#openedAt;
  }

  #changedOnDisk(): string[] {
    if (this.#now() - this.#checkedAt < RECHECK_AFTER) return [];
    this.#checkedAt = this.#now();
    const stamps = this.#stampsNow();
    const changed = [...stamps].flatMap(([file, stamp]) => (stamp === this.#stamps.get(file) ? [] : [file]));
    for (const file of changed) this.#unsaved.delete(file);
    this.#stamps = stamps;
    return changed;
  }

  /** When the project's files were last written. */
  #stampsNow(): ReadonlyMap<string, string> {
    const { files, configurations = [] } = this.#live.project;
    const settings = SETTINGS.map((name) => `${this.#root}/${name}`);
    const watched = [...files.keys(), ...configurations.map(({ file }) => file), ...settings];
    return new Map(watched.map((file) => [file, stampOf(file)]));
  }
}

const disk = nodeHost();

/** What decides at the project's root which files there are and how they are read. */
const SETTINGS = ["tsconfig.json", "package.json", CONFIGURATION_FILE];

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : "";
}
