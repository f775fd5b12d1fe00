/** One after the other, among processes and threads: for work whose outcome the next one finds kept. */
import { randomUUID } from "node:crypto";
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";

/** In ms. Who has waited this long works beside the others: whoever has the turn may be a thread that was ended. */
const LONGEST_WAIT = 120_000;
const PAUSE = 25;

/**
 * Runs the work while nobody else has the turn that the file stands for, and waits for it where somebody has. The turn
 * of a process that is gone is taken over. Where no file can be written the work runs at once.
 *
 * @param work told whether somebody else had the turn before
 * @param longestWait in ms
 */
export function inTurn<T>(file: string, work: (hasWaited: boolean) => T, longestWait = LONGEST_WAIT): T {
  const own = `${process.pid} ${randomUUID()}`;
  const start = Date.now();
  let hasWaited = false;
  let taken = take(file, own, longestWait);
  while (taken === "by another" && Date.now() - start < longestWait) {
    hasWaited = true;
    Atomics.wait(NEVER, 0, 0, PAUSE);
    taken = take(file, own, longestWait);
  }
  try {
    return work(hasWaited);
  } finally {
    if (taken === "by us") giveBack(file, own);
  }
}

function take(file: string, own: string, longestWait: number): "by us" | "by another" | "by nobody" {
  try {
    if (isAbandoned(file, longestWait)) rmSync(file, { force: true });
    writeFileSync(file, own, { flag: "wx" });
    return "by us";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EEXIST" ? "by another" : "by nobody";
  }
}

function isAbandoned(file: string, longestWait: number): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && (Date.now() - stats.mtimeMs > longestWait || isGone(Number.parseInt(read(file), 10)));
}

/** Whether no process has the number; one that is only just writing it is there. */
function isGone(processId: number): boolean {
  if (Number.isNaN(processId)) return false;
  try {
    process.kill(processId, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Somebody who has waited for too long may have taken over. */
function giveBack(file: string, own: string): void {
  try {
    if (read(file) === own) rmSync(file, { force: true });
  } catch {
    // It will be too old some day.
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Nobody wakes who waits here. */
const NEVER = new Int32Array(new SharedArrayBuffer(4));
