/** Finds by measuring which requests make a server's event loop stand still. */
import { setTimeout as pause } from "node:timers/promises";
import { type Answer, ask } from "./ask.js";
import type { ServerFixture, ServerRequest } from "./requests.js";
import { type Start, whileRunning } from "./running.js";
import type { ServerProcess } from "./server-process.js";

/** A loop that stands still for this long, in ms, was blocked, whatever else the machine does: no tier says more. */
export const STALL = 50;

/**
 * A loop that stands still for less, in ms, was not blocked for longer than tier 1 says: that is up to 1 ms, and the
 * framework, its answer and the grain of the clock take the rest.
 */
export const UNNOTICED = 5;

/**
 * A busy machine stops the loop now and then, whatever is asked, and so does code that runs for the first time; a
 * blocking call stops it each time. So the shortest of several counts, and the first short one is enough.
 */
const ATTEMPTS = 3;

/** Where the loop should not stand still, or did for a time that tells nothing yet: busy moments may last. */
const ATTEMPTS_IN_DOUBT = 40;

/** Before the next attempt, in ms: whatever disturbed the last one may be over. */
const PAUSE = 20;

export interface Measurement {
  readonly request: ServerRequest;
  readonly answer: Answer | undefined;
  /** The longest stall while the server answered, in ms: the shortest of several attempts. */
  readonly longestStall: number;
}

export interface ServerMeasurement {
  readonly server: ServerFixture;
  /** The longest stall while nobody asked anything, in ms. */
  readonly quiet: number;
  readonly requests: readonly Measurement[];
}

/**
 * Makes each of a server's entry points run, one at a time.
 *
 * @param isExpected whether a request should make the loop stand still: where it should not, more is tried
 */
export async function measureBuilt(
  server: ServerFixture,
  start: Start,
  isExpected: (request: ServerRequest) => boolean,
): Promise<ServerMeasurement> {
  return await whileRunning(await start({}), async (running) => {
    const quiet = await shortest(
      async () =>
        await running.longestStallDuring(async () => {
          await pause(PAUSE);
        }),
      false,
    );
    const requests: Measurement[] = [];
    for (const request of server.requests) {
      const measureOn = async (process: ServerProcess): Promise<Measurement> =>
        await measure(process, request, isExpected(request));
      requests.push(
        "environment" in request
          ? await whileRunning(await start(request.environment), measureOn)
          : await measureOn(running),
      );
    }
    return { server, quiet, requests };
  });
}

async function measure(server: ServerProcess, request: ServerRequest, isExpected: boolean): Promise<Measurement> {
  let answer: Answer | undefined;
  const longestStall = await shortest(
    async () =>
      await server.longestStallDuring(async () => {
        answer = await ask(server, request);
      }),
    isExpected,
  );
  return { request, answer, longestStall };
}

async function shortest(measureOnce: () => Promise<number>, isExpected: boolean): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  const attempts = (): number => (isExpected && least >= STALL ? ATTEMPTS : ATTEMPTS_IN_DOUBT);
  for (let attempt = 0; least >= UNNOTICED && attempt < attempts(); attempt++) {
    if (attempt > 0) await pause(PAUSE);
    least = Math.min(least, await measureOnce());
  }
  return least;
}
