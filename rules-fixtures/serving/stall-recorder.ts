/**
 * Loaded into a server before its own code (`node --import`): says how long the event loop stood still between two
 * messages of the process that started it. The server's own code is the same with and without it.
 */
import { openSync, readSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/** Set for the server alone: its workers and child processes are not measured. */
export const RECORDING = "STALL_RECORDING";

export interface RecorderAnswer {
  /** The longest time between two turns of the loop since the last message, in ms, less what it waited for a processor. */
  readonly longestStall: number;
  /** How long all stalls of at least {@link NOTICED} took together, in ms. */
  readonly allStalls: number;
}

/** How often the loop is looked at, in ms. */
const INTERVAL = 1;

/** Shorter ones are the turns of a loop that has much to do, in ms. */
const NOTICED = 20;

/** What a server does right after its answer still counts, and so does a stall whose end nobody has seen yet, in ms. */
const AFTERWARDS = 10;

/** Linux says here how long a process's first thread, which is the loop's, has run, and has waited to run. */
const SCHEDULER = "/proc/self/schedstat";

if (isMainThread && process.env[RECORDING] !== undefined) {
  Reflect.deleteProperty(process.env, RECORDING);
  record();
}

/** Not `monitorEventLoopDelay`: that one overlooks a stall that comes right after its reset. */
function record(): void {
  const waited = waitingTime();
  let longestStall = 0;
  let allStalls = 0;
  let last = { at: performance.now(), waited: waited() };
  setInterval(() => {
    const now = { at: performance.now(), waited: waited() };
    const stall = now.at - last.at - (now.waited - last.waited);
    longestStall = Math.max(longestStall, stall);
    if (stall >= NOTICED) allStalls += stall;
    last = now;
  }, INTERVAL).unref();
  process.on("message", () => {
    setTimeout(() => {
      process.send?.({ longestStall, allStalls } satisfies RecorderAnswer);
      longestStall = 0;
      allStalls = 0;
    }, AFTERWARDS);
  });
  // Neither keeps a server alive that is done, nor lets it outlive the process that measures.
  process.channel?.unref();
  process.on("disconnect", () => process.exit());
}

/**
 * On a busy machine the loop's thread is ready to run and does not get its turn: that is nobody's blocking call.
 *
 * @returns a function that tells how long the thread has waited for a processor, in ms; always 0 where nobody counts
 */
function waitingTime(): () => number {
  let scheduler: number;
  try {
    scheduler = openSync(SCHEDULER, "r");
  } catch {
    return () => 0;
  }
  const text = Buffer.alloc(128);
  return () => {
    const length = readSync(scheduler, text, 0, text.length, 0);
    return Number(text.toString("latin1", 0, length).split(" ")[1]) / 1e6;
  };
}
