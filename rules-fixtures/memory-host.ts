/** A project that exists in memory only, with or without the dependencies that are installed here. */
import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { ProjectHost } from "@loopguard/engine";

/**
 * A project host over a map of texts.
 *
 * @param files absolute path (forward slashes) → text
 * @param installed where in the project the real `node_modules` is seen; nowhere by default
 */
export function memoryHost(files: ReadonlyMap<string, string>, installed?: { readonly at: string; readonly from: string }): ProjectHost {
  const directories = directoriesOf(files.keys());
  /** The place on the disk, for a path below the installed packages. */
  const real = (file: string): string | undefined => {
    if (installed === undefined || (file !== installed.at && !file.startsWith(`${installed.at}/`))) return undefined;
    return path.join(installed.from, file.slice(installed.at.length));
  };

  return {
    useCaseSensitiveFileNames: true,
    readFile(file) {
      const onDisk = real(file);
      if (onDisk === undefined) return files.get(file);
      return isFile(onDisk) ? readFileSync(onDisk, "utf8") : undefined;
    },
    fileSize(file) {
      const onDisk = real(file);
      if (onDisk !== undefined) return isFile(onDisk) ? statSync(onDisk).size : undefined;
      const text = files.get(file);
      return text === undefined ? undefined : Buffer.byteLength(text);
    },
    fileExists(file) {
      const onDisk = real(file);
      return onDisk === undefined ? files.has(file) : isFile(onDisk);
    },
    directoryExists(directory) {
      const onDisk = real(directory);
      if (onDisk !== undefined) return existsSync(onDisk) && statSync(onDisk).isDirectory();
      return directories.has(directory);
    },
    listDirectory(directory) {
      const onDisk = real(directory);
      if (onDisk !== undefined) return listOnDisk(onDisk);
      const listed = [...(directories.get(directory) ?? [])];
      return {
        files: listed.filter((name) => files.has(`${directory === "/" ? "" : directory}/${name}`)),
        directories: [
          ...listed.filter((name) => directories.has(`${directory === "/" ? "" : directory}/${name}`)),
          ...(installed !== undefined && path.posix.dirname(installed.at) === directory ? [path.posix.basename(installed.at)] : []),
        ],
      };
    },
    realpath(file) {
      const onDisk = real(file);
      if (onDisk === undefined || installed === undefined || !existsSync(onDisk)) return file;
      const resolved = realpathSync(onDisk);
      return resolved.startsWith(installed.from) ? installed.at + resolved.slice(installed.from.length).replaceAll("\\", "/") : file;
    },
  };
}

/** Every directory on the way to a file, with the names of its entries. */
function directoriesOf(files: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const directories = new Map<string, Set<string>>([["/", new Set()]]);
  for (const file of files) {
    for (let entry = file; entry !== "/"; entry = path.posix.dirname(entry)) {
      const parent = path.posix.dirname(entry);
      const entries = directories.get(parent) ?? new Set();
      directories.set(parent, entries.add(path.posix.basename(entry)));
    }
  }
  return directories;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function listOnDisk(directory: string): { files: string[]; directories: string[] } {
  if (!existsSync(directory)) return { files: [], directories: [] };
  const entries = readdirSync(directory, { withFileTypes: true });
  return {
    files: entries.filter((entry) => entry.isFile()).map(({ name }) => name),
    directories: entries.filter((entry) => !entry.isFile()).map(({ name }) => name),
  };
}
