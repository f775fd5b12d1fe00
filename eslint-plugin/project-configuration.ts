/** The project's own configuration file, as ESLint's rules find it. */
import { readFileSync, statSync } from "node:fs";
import {
  findConfiguration,
  readConfiguration,
  type Configuration,
  type ConfigurationHost,
  type Problem,
} from "@loopguard/engine";

export interface ProjectConfiguration {
  readonly configurations: readonly Configuration[];
  /** Tells configurations apart: the file's path and its text. */
  readonly key: string;
}

const NONE: ProjectConfiguration = { configurations: [], key: "" };

/**
 * Reads the configuration that counts for a directory. Mistakes in it are warnings of the process, once each:
 * no source file is to blame for them.
 *
 * @param file the one to read (absolute, forward slashes); by default the nearest at or above the directory
 */
export function configurationFor(directory: string, file = findConfiguration(disk, directory)): ProjectConfiguration {
  if (file === undefined) return NONE;
  const { configuration, problems } = readConfiguration(disk, file);
  warnOfMistakes(problems);
  return { configurations: [configuration], key: `${file}\n${disk.readFile(file) ?? ""}` };
}

const disk: ConfigurationHost = {
  readFile: (path) => (disk.fileExists(path) ? readFileSync(path, "utf8") : undefined),
  fileExists: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  directoryExists: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
};

/** Warns of mistakes in configuration files, once each in a process. */
export function warnOfMistakes(mistakes: readonly Problem[]): void {
  for (const { file = "", line, column, message } of mistakes) {
    const position = [line, column].flatMap((number) => (number === undefined ? [] : [`:${number}`])).join("");
    warnOnce(`${file}${position}: ${message}`);
  }
}

const warned = new Set<string>();

function warnOnce(warning: string): void {
  if (!warned.has(warning)) process.emitWarning(warning, "LoopguardWarning");
  warned.add(warning);
}
