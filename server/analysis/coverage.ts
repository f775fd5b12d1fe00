/** What is analysed of a workspace: all of it or, where it is too large for that, the packages of the open documents. */
import path from "node:path";
import type { Problem, ProjectHost } from "@loopguard/engine";
import { hasMoreSources } from "@loopguard/engine/typescript";

export interface Coverage {
  /** Directories and files (absolute, forward slashes). */
  readonly paths: readonly string[];
  /** What is left out, and why. */
  readonly problems: readonly Problem[];
}

/** Decides for one workspace, whose size is looked up once. */
export class WorkspaceCoverage {
  readonly #host: ProjectHost;
  readonly #targets: readonly string[];
  readonly #maxFiles: number;
  readonly #isTooLarge = new Map<string, boolean>();
  #packages: readonly string[] = [];

  /**
   * @param targets the workspace's folders
   * @param maxFiles source files in a folder; one with more is not analysed as a whole
   */
  constructor(host: ProjectHost, targets: readonly string[], maxFiles = Infinity) {
    this.#host = host;
    this.#targets = targets;
    this.#maxFiles = maxFiles;
  }

  /** Whether some folder is not analysed as a whole. */
  get isPartial(): boolean {
    return this.#targets.some((target) => this.hasTooMany(target));
  }

  /** @param documents that are open, also those outside of the workspace */
  of(documents: readonly string[]): Coverage {
    const targetOf = (file: string): string | undefined => this.#targets.find((target) => isWithin(file, target));
    const large = this.#targets.filter((target) => this.hasTooMany(target));
    const wanted = documents.flatMap((file) => {
      const target = targetOf(file);
      return target !== undefined && large.includes(target) ? [this.packageOf(file, target)] : [];
    });
    // What was read stays, until there is something else to read: people close a document and open it again.
    if (wanted.some((path) => !this.#packages.includes(path))) this.#packages = [...new Set(wanted)].sort();
    const beside = documents.filter((file) => targetOf(file) === undefined && !file.includes("/node_modules/"));
    const whole = this.#targets.filter((target) => !large.includes(target));
    return {
      paths: [...whole, ...this.#packages, ...[...beside].sort()],
      problems: large.map((file) => ({ file, message: tooLarge(this.#maxFiles) })),
    };
  }

  /** The directory of the nearest manifest or config, where that can be held; otherwise the file alone. */
  private packageOf(file: string, target: string): string {
    for (let at = path.posix.dirname(file); isWithin(at, target) && at !== target; at = path.posix.dirname(at)) {
      const isPackage = MARKERS.some((name) => this.#host.fileExists(`${at}/${name}`));
      if (isPackage) return this.hasTooMany(at) ? file : at;
    }
    return file;
  }

  private hasTooMany(directory: string): boolean {
    if (this.#maxFiles === Infinity) return false;
    const known = this.#isTooLarge.get(directory);
    const isTooLarge = known ?? hasMoreSources(this.#host, directory, this.#maxFiles);
    this.#isTooLarge.set(directory, isTooLarge);
    return isTooLarge;
  }
}

const MARKERS = ["package.json", "tsconfig.json", "jsconfig.json"];

function tooLarge(maxFiles: number): string {
  return `There are more than ${maxFiles.toLocaleString("en")} source files: the packages of the open ones are analysed, and what they import.`;
}

function isWithin(file: string, directory: string): boolean {
  return file === directory || file.startsWith(`${directory}/`);
}
