/** The disk with the editor's open documents laid over it. */
import path from "node:path";
import type { ProjectHost } from "@loopguard/engine";

export interface Buffers {
  readonly host: ProjectHost;
  /** Without a text the document is closed, and the disk counts again. */
  set(file: string, text: string | undefined): void;
  clear(): void;
}

/** @param disk what is below the documents */
export function layBuffersOver(disk: ProjectHost): Buffers {
  const texts = new Map<string, string>();
  const keyOf = (file: string): string => (disk.useCaseSensitiveFileNames ? file : file.toLowerCase());
  /** Names of documents by directory: they need not exist on the disk yet. */
  const names = new Map<string, Set<string>>();

  const host: ProjectHost = {
    useCaseSensitiveFileNames: disk.useCaseSensitiveFileNames,
    readFile: (file) => texts.get(keyOf(file)) ?? disk.readFile(file),
    fileSize: (file) => texts.get(keyOf(file))?.length ?? disk.fileSize(file),
    fileExists: (file) => texts.has(keyOf(file)) || disk.fileExists(file),
    directoryExists: (directory) => names.has(keyOf(directory)) || disk.directoryExists(directory),
    listDirectory(directory) {
      const listed = disk.listDirectory(directory);
      const open = names.get(keyOf(directory));
      if (!open) return listed;
      return { files: [...new Set([...listed.files, ...open])].sort(), directories: listed.directories };
    },
    realpath: (file) => (texts.has(keyOf(file)) && !disk.fileExists(file) ? file : disk.realpath(file)),
  };

  return {
    host,
    set(file, text) {
      const directory = keyOf(path.posix.dirname(file));
      const inDirectory = names.get(directory) ?? new Set<string>();
      if (text === undefined) {
        texts.delete(keyOf(file));
        inDirectory.delete(path.posix.basename(file));
      } else {
        texts.set(keyOf(file), text);
        inDirectory.add(path.posix.basename(file));
      }
      if (inDirectory.size === 0) names.delete(directory);
      else names.set(directory, inDirectory);
    },
    clear() {
      texts.clear();
      names.clear();
    },
  };
}
