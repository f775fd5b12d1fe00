/** The engine's window on the disk: reads files and directories through `node:fs`, executes nothing. */
import { type Stats, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { ProjectHost } from "@loopguard/engine";

export { cacheDirectory } from "./cache-directory.js";
export { type KeptResults, type KeptResultsOptions, openKeptResults, openResultsOfEngine } from "./kept-results.js";
export { keptRuns, type KeptRuns, type ProjectRun, type RunSubject } from "./kept-runs.js";
export { isAsRecorded, recordedHost, type RecordedHost, type Recording } from "./recorded-host.js";

/**
 * A project host over the real file system. No method throws: what cannot be read is not there.
 *
 * @param useCaseSensitiveFileNames whether `a.ts` and `A.ts` are two files; by default as the platform usually has it
 */
export function nodeHost(useCaseSensitiveFileNames = isUsuallyCaseSensitive()): ProjectHost {
  return {
    useCaseSensitiveFileNames,
    readFile: (file) => attempt(() => decode(readFileSync(file))),
    fileSize(file) {
      const stats = statOf(file);
      return stats?.isFile() === true ? stats.size : undefined;
    },
    fileExists: (file) => statOf(file)?.isFile() === true,
    directoryExists: (directory) => statOf(directory)?.isDirectory() === true,
    listDirectory,
    realpath: (file) => attempt(() => withForwardSlashes(realpathSync.native(file))) ?? file,
  };
}

/** The path with forward slashes, as the engine wants it on every platform. */
export function withForwardSlashes(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}

function listDirectory(directory: string): { files: string[]; directories: string[] } {
  const files: string[] = [];
  const directories: string[] = [];
  for (const entry of attempt(() => readdirSync(directory, { withFileTypes: true })) ?? []) {
    const target = entry.isSymbolicLink() ? statOf(path.join(directory, entry.name)) : entry;
    if (target?.isFile() === true) files.push(entry.name);
    else if (target?.isDirectory() === true) directories.push(entry.name);
  }
  // Directory order differs between file systems; findings must not.
  return { files: files.sort(), directories: directories.sort() };
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const evenLength = bytes.length - (bytes.length % 2);
    return Buffer.from(bytes.subarray(0, evenLength)).swap16().toString("utf16le", 2);
  }
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString("utf8", hasByteOrderMark ? 3 : 0);
}

function statOf(file: string): Stats | undefined {
  return attempt(() => statSync(file, { throwIfNoEntry: false }));
}

/** A file can vanish, be forbidden or be a loop of links between any two calls: all of them mean "not there". */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function isUsuallyCaseSensitive(): boolean {
  return process.platform !== "win32" && process.platform !== "darwin";
}
