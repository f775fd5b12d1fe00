/** A project that exists in memory only, with directories of the disk where they are wanted. */
import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { ProjectHost } from "@loopguard/engine";

/** A directory of the disk, seen in the project. */
export interface Mount {
  /** Where the project sees it: absolute, forward slashes. */
  readonly at: string;
  /** Where it lies on the disk. */
  readonly from: string;
}

/**
 * A project host over a map of texts.
 *
 * @param files absolute path (forward slashes) → text
 * @param mounts directories of the disk that are readable besides
 */
export function memoryHost(files: ReadonlyMap<string, string>, mounts: readonly Mount[] = []): ProjectHost {
  const directories = directoriesOf([...files.keys(), ...mounts.map(({ at }) => at)]);

  return {
    useCaseSensitiveFileNames: true,
    readFile(file) {
      const real = onDisk(file, mounts);
      if (real === undefined) return files.get(file);
      return isFile(real) ? readFileSync(real, "utf8") : undefined;
    },
    fileSize(file) {
      const real = onDisk(file, mounts);
      if (real !== undefined) return isFile(real) ? statSync(real).size : undefined;
      const text = files.get(file);
      return text === undefined ? undefined : Buffer.byteLength(text);
    },
    fileExists(file) {
      const real = onDisk(file, mounts);
      return real === undefined ? files.has(file) : isFile(real);
    },
    directoryExists(directory) {
      const real = onDisk(directory, mounts);
      return real === undefined ? directories.has(directory) : isDirectory(real);
    },
    listDirectory(directory) {
      const real = onDisk(directory, mounts);
      if (real !== undefined) return listOnDisk(real);
      const names = [...(directories.get(directory) ?? [])];
      const inDirectory = (name: string): string => path.posix.join(directory, name);
      return {
        files: names.filter((name) => files.has(inDirectory(name))),
        directories: names.filter((name) => !files.has(inDirectory(name))),
      };
    },
    realpath(file) {
      const mount = mounts.find(({ at }) => isWithin(file, at));
      const real = onDisk(file, mounts);
      if (mount === undefined || real === undefined || statSync(real, { throwIfNoEntry: false }) === undefined)
        return file;
      const resolved = withForwardSlashes(path.relative(realpathSync(mount.from), realpathSync(real)));
      // A link that leads out of the directory, to a package of this repository, stays where it is seen.
      return resolved.startsWith("../") ? file : path.posix.join(mount.at, resolved);
    },
  };
}

/** As {@link memoryHost}, over the texts and directories as they are at every moment. */
export function liveMemoryHost(files: ReadonlyMap<string, string>, mounts: readonly Mount[] = []): ProjectHost {
  const now = (): ProjectHost => memoryHost(files, mounts);
  return {
    useCaseSensitiveFileNames: true,
    readFile: (file) => now().readFile(file),
    fileSize: (file) => now().fileSize(file),
    fileExists: (file) => now().fileExists(file),
    directoryExists: (directory) => now().directoryExists(directory),
    listDirectory: (directory) => now().listDirectory(directory),
    realpath: (file) => now().realpath(file),
  };
}

/** Every directory on the way to an entry, with the names of what is in it. */
function directoriesOf(entries: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const directories = new Map<string, Set<string>>([["/", new Set()]]);
  for (const start of entries) {
    for (let entry = start; path.posix.dirname(entry) !== entry; entry = path.posix.dirname(entry)) {
      const parent = path.posix.dirname(entry);
      const names = directories.get(parent) ?? new Set();
      directories.set(parent, names.add(path.posix.basename(entry)));
    }
  }
  return directories;
}

/** The place on the disk of a path in or below a mounted directory. */
function onDisk(file: string, mounts: readonly Mount[]): string | undefined {
  const mount = mounts.find(({ at }) => isWithin(file, at));
  return mount && path.join(mount.from, file.slice(mount.at.length));
}

function isWithin(file: string, directory: string): boolean {
  return file === directory || file.startsWith(`${directory}/`);
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isDirectory(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function listOnDisk(directory: string): { files: string[]; directories: string[] } {
  if (!isDirectory(directory)) return { files: [], directories: [] };
  const entries = readdirSync(directory, { withFileTypes: true });
  return {
    files: entries.filter((entry) => entry.isFile()).map(({ name }) => name),
    directories: entries.filter((entry) => !entry.isFile()).map(({ name }) => name),
  };
}

function withForwardSlashes(file: string): string {
  return file.replaceAll("\\", "/");
}
