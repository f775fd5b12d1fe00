/** Gives the engine bad texts, and tells which of them it did not survive. */
import { Worker } from "node:worker_threads";
import type { Corpus } from "./inputs.js";

export interface FuzzRange {
  readonly corpus: Corpus;
  /** Number of the first input. */
  readonly first: number;
  /** Number after the last one. */
  readonly end: number;
  /** Each so many inputs, the result is compared with that of a project opened anew. */
  readonly compareEvery: number;
}

export type FuzzMessage =
  | { readonly type: "begins"; readonly number: number }
  | { readonly type: "failed"; readonly number: number; readonly reason: string };

export interface FuzzFailure {
  readonly number: number;
  readonly reason: string;
}

export interface FuzzEvents {
  onBegin?(number: number): void;
  onFailure?(failure: FuzzFailure): void;
}

/** In ms. An input takes some milliseconds; a busy machine may take a hundred times as long. */
const HANGS_AFTER = 60_000;
const WORKER = new URL("./worker.js", import.meta.url);

/** @returns what was thrown, came out differently, or hung */
export async function fuzz(range: FuzzRange, events: FuzzEvents = {}): Promise<FuzzFailure[]> {
  const failures: FuzzFailure[] = [];
  const fail = (failure: FuzzFailure): void => {
    failures.push(failure);
    events.onFailure?.(failure);
  };
  for (let { first } = range; first < range.end;) {
    const { next, failure } = await runUntilItEnds({ ...range, first }, fail, events);
    if (failure) fail(failure);
    first = next;
  }
  return failures;
}

/** @returns where to go on, and why the thread came to an end before its last input */
function runUntilItEnds(
  range: FuzzRange,
  fail: (failure: FuzzFailure) => void,
  events: FuzzEvents,
): Promise<{ readonly next: number; readonly failure?: FuzzFailure }> {
  const worker = new Worker(WORKER, { workerData: range });
  let number = range.first;
  let isHanging = false;
  let error: unknown;
  const hangs = (): void => {
    isHanging = true;
    void worker.terminate();
  };
  let watch = setTimeout(hangs, HANGS_AFTER);
  worker.on("message", (message: FuzzMessage) => {
    if (message.type === "failed") {
      fail({ number: message.number, reason: message.reason });
      return;
    }
    ({ number } = message);
    events.onBegin?.(number);
    clearTimeout(watch);
    watch = setTimeout(hangs, HANGS_AFTER);
  });
  worker.on("error", (thrown) => {
    error = thrown;
  });
  return new Promise((resolve) => {
    worker.on("exit", () => {
      clearTimeout(watch);
      if (number >= range.end) resolve({ next: range.end });
      else {
        const reason = isHanging ? `hangs for more than ${HANGS_AFTER / 1000} s` : `ended the thread: ${String(error)}`;
        resolve({ next: number + 1, failure: { number, reason } });
      }
    });
  });
}
