/** Finds by measuring which requests make a server's event loop stand still. */
import { setTimeout as pause } from "node:timers/promises";
import { type Answer, ask } from "./ask.js";
import type { ServerFixture, ServerRequest } from "./requests.js";
import { type Start, whileRunning } from "./running.js";
import type { ServerProcess } from "./server-process.js";
import { slowness } from "./slowness.js";

/** A loop that stands still for this long, in ms, was blocked, whatever else the machine does: no tier says more. */
export const STALL = 50;

/**
 * A loop that stands still for less, in ms, was not blocked for longer than tier 1 says: that is up to 1 ms, and the
 * framework, its answer and the grain of the clock take the rest. All that takes longer on a slower machine.
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
  /** {@link UNNOTICED} on a machine as slow as this one was, in ms. */
  readonly unnoticed: number;
  readonly requests: readonly Measurement[];
}

/** What a measurement is for: that says when it is certain. */
export interface Expectation {
  /** Whether a request should make the loop stand still: where it should not, more is tried. */
  readonly isExpected: (request: ServerRequest) => boolean;
  /** A stall that is shorter tells enough, in ms; otherwise the shortest one that anybody could see. */
  readonly enough?: number;
}

/** Makes each of a server's entry points run, one at a time. */
export async function measureBuilt(
  server: ServerFixture,
  start: Start,
  { isExpected, enough }: Expectation,
): Promise<ServerMeasurement> {
  const unnoticed = UNNOTICED * slowness();
  return await whileRunning(await start({}), async (running) => {
    const quiet = await shortest(
      async () =>
        await running.longestStallDuring(async () => {
          await pause(PAUSE);
        }),
      () => ATTEMPTS_IN_DOUBT,
      enough ?? unnoticed,
    );
    const requests: Measurement[] = [];
    for (const request of server.requests) {
      const shouldStall = isExpected(request);
      const measureOn = async (process: ServerProcess): Promise<Measurement> => {
        let answer: Answer | undefined;
        const longestStall = await shortest(
          async () =>
            await process.longestStallDuring(async () => {
              answer = await ask(process, request);
            }),
          (least) => (shouldStall && least >= STALL ? ATTEMPTS : ATTEMPTS_IN_DOUBT),
          enough ?? (shouldStall ? UNNOTICED : unnoticed),
        );
        return { request, answer, longestStall };
      };
      requests.push(
        "environment" in request
          ? await whileRunning(await start(request.environment), measureOn)
          : await measureOn(running),
      );
    }
    return { server, quiet, unnoticed: Math.max(unnoticed, UNNOTICED * slowness()), requests };
  });
}

/**
 * @param attemptsFor how often to try, once the shortest stall so far is known, in ms
 * @param enough a stall that is shorter is the last that is tried, in ms
 */
async function shortest(
  measureOnce: () => Promise<number>,
  attemptsFor: (least: number) => number,
  enough: number,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; least >= enough && attempt < attemptsFor(least); attempt++) {
    if (attempt > 0) await pause(PAUSE);
    least = Math.min(least, await measureOnce());
  }
  return least;
}
