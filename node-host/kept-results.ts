/** Results that are kept on the disk for the next process: as many as fit, and never needed. */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { engineBuild } from "./engine-build.js";
import { inTurn } from "./in-turn.js";

export interface KeptResults {
  /** What was kept under the key; undefined where there is nothing, or nothing that can be read. Never throws. */
  get(key: string): unknown;
  /** Keeps plain JSON, and removes what was used the longest time ago where it gets too much. Never throws. */
  set(key: string, value: unknown): void;
  /** Runs what computes and keeps a result when nobody else is at it: who comes second waits, and finds it kept. */
  alone<T>(key: string, work: (hasWaited: boolean) => T): T;
}

export interface KeptResultsOptions {
  /** Of all files together, in bytes. */
  readonly maxBytes?: number;
  /** Told in a sentence what cannot be used, and once why nothing can be kept. */
  readonly say?: (sentence: string) => void;
}

const MAX_BYTES = 64_000_000;
/** Of one result, unpacked. What claims to be larger was not written here. */
const MAX_RESULT_BYTES = 512_000_000;
/** In ms: a file that another process is writing is not as old as this. */
const ABANDONED_AFTER = 600_000;
const EXTENSION = ".json.gz";
const BEING_WRITTEN = ".tmp";

/**
 * Opens a directory of results, which may not be there yet. Several processes may share it: a result comes into being
 * by renaming its file, so that nobody reads half of one.
 */
export function openKeptResults(directory: string, options: KeptResultsOptions = {}): KeptResults {
  const { maxBytes = MAX_BYTES, say = () => undefined } = options;
  let isUsable = true;

  function giveUp(error: unknown): void {
    if (!isUsable) return;
    isUsable = false;
    say(`the cache in ${directory} cannot be used (${reasonOf(error)}): going on without it`);
  }

  return {
    get(key) {
      if (!isUsable) return undefined;
      const file = path.join(directory, fileNameOf(key));
      try {
        const result = read(file, key);
        noteUse(file);
        return result;
      } catch (error) {
        if (error instanceof DamagedResult) say(error.message);
        else if (!isAbsence(error)) giveUp(error);
        return undefined;
      }
    },
    set(key, value) {
      if (!isUsable) return;
      try {
        mkdirSync(directory, { recursive: true });
        write(path.join(directory, fileNameOf(key)), { key, value });
        removeOldest(directory, maxBytes);
      } catch (error) {
        giveUp(error);
      }
    },
    alone(key, work) {
      if (!isUsable) return work(false);
      try {
        mkdirSync(directory, { recursive: true });
      } catch (error) {
        giveUp(error);
      }
      return inTurn(`${path.join(directory, fileNameOf(key))}.turn${BEING_WRITTEN}`, work);
    },
  };
}

/** As {@link openKeptResults}, for what this engine computes: what another one did is not found. */
export function openResultsOfEngine(directory: string, options: KeptResultsOptions = {}): KeptResults {
  const results = openKeptResults(directory, options);
  const keyOf = (key: string): string => `${engineBuild()}\n${key}`;
  return {
    get: (key) => results.get(keyOf(key)),
    set: (key, value) => {
      results.set(keyOf(key), value);
    },
    alone: (key, work) => results.alone(keyOf(key), work),
  };
}

class DamagedResult extends Error {}

/** @throws what the disk throws, and a {@link DamagedResult} for what was not written here like this: it is removed */
function read(file: string, key: string): unknown {
  const packed = readFileSync(file);
  try {
    // The format ends with a checksum: what is cut off or damaged does not unpack.
    const text = gunzipSync(packed, { maxOutputLength: MAX_RESULT_BYTES }).toString("utf8");
    const kept = JSON.parse(text) as { readonly key?: unknown; readonly value?: unknown } | null;
    return kept?.key === key ? kept.value : undefined;
  } catch (error) {
    rmSync(file, { force: true });
    throw new DamagedResult(`${file} in the cache is damaged (${reasonOf(error)}): going on without it`);
  }
}

function write(file: string, content: unknown): void {
  const packed = gzipSync(JSON.stringify(content), { level: 1 });
  const unfinished = `${file}.${randomUUID()}${BEING_WRITTEN}`;
  try {
    writeFileSync(unfinished, packed, { flag: "wx" });
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** What is used stays: files are removed in the order of these times. */
function noteUse(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Somebody removed it, or it may be read only: it is still true.
  }
}

function removeOldest(directory: string, maxBytes: number): void {
  const now = Date.now();
  const files = readdirSync(directory).flatMap((name) => {
    const file = path.join(directory, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() === true ? [{ file, bytes: stats.size, usedAt: stats.mtimeMs }] : [];
  });
  const isAbandoned = ({ file, usedAt }: (typeof files)[number]): boolean =>
    file.endsWith(BEING_WRITTEN) && now - usedAt > ABANDONED_AFTER;
  for (const { file } of files.filter(isAbandoned)) rmSync(file, { force: true });
  const results = files.filter(({ file }) => file.endsWith(EXTENSION)).sort((a, b) => b.usedAt - a.usedAt);
  let bytes = 0;
  for (const result of results) {
    bytes += result.bytes;
    if (bytes > maxBytes) rmSync(result.file, { force: true });
  }
}

function fileNameOf(key: string): string {
  return `${createHash("sha256").update(key).digest("hex").slice(0, 40)}${EXTENSION}`;
}

function isAbsence(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR";
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
