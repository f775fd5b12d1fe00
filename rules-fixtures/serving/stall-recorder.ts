/**
 * Loaded into a server before its own code (`node --import`): says how long the event loop stood still between two
 * messages of the process that started it. The server's own code is the same with and without it.
 */
import { isMainThread } from "node:worker_threads";

/** Set for the server alone: its workers and child processes are not measured. */
export const RECORDING = "STALL_RECORDING";

export interface RecorderAnswer {
  /** The longest time between two turns of the loop since the last message, in ms. */
  readonly longestStall: number;
}

/** How often the loop is looked at, in ms. */
const INTERVAL = 1;

/** After a stall a message may be read before the interval's turn has come: it gets it first, in ms. */
const TURN = 5;

if (isMainThread && process.env[RECORDING] !== undefined) {
  Reflect.deleteProperty(process.env, RECORDING);
  record();
}

/** Not `monitorEventLoopDelay`: that one overlooks a stall that comes right after its reset. */
function record(): void {
  let longestStall = 0;
  let lastTurn = performance.now();
  setInterval(() => {
    const now = performance.now();
    longestStall = Math.max(longestStall, now - lastTurn);
    lastTurn = now;
  }, INTERVAL).unref();
  process.on("message", () => {
    setTimeout(() => {
      process.send?.({ longestStall } satisfies RecorderAnswer);
      longestStall = 0;
    }, TURN);
  });
  // Neither keeps a server alive that is done, nor lets it outlive the process that measures.
  process.channel?.unref();
  process.on("disconnect", () => process.exit());
}
