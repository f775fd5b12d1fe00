/** Finds by measuring which requests make a server's event loop stand still. */
import { mkdtempSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Answer, ask } from "./ask.js";
import { buildServer } from "./build.js";
import { type Redis, startRedis } from "./redis.js";
import type { ServerFixture, ServerRequest } from "./requests.js";
import { ServerProcess } from "./server-process.js";
import { makeSlow } from "./slow-file.js";

/** A loop that stands still for this long, in ms, was blocked: each blocking request of the fixtures takes at least twice as long. */
export const STALL = 50;

/**
 * A busy machine stops the loop now and then, whatever is asked; a blocking call stops it each time. So the shortest of
 * several counts, and the first short one is enough.
 */
const ATTEMPTS = 3;

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
 * Starts the server and makes each of its entry points run, one at a time.
 *
 * @param environment what the server finds in its environment besides
 * @param directory the sources, if they are not the fixture's own
 */
export async function measureServer(
  server: ServerFixture,
  environment: Readonly<Record<string, string>> = {},
  directory: string = server.directory,
): Promise<ServerMeasurement> {
  const build = await buildServer(directory, server.build);
  const slowFiles = (server.slowFiles ?? []).map((file) => makeSlow(path.join(build.directory, file)));
  const redises: Redis[] = [];
  const start = async (more: Readonly<Record<string, string>> = {}): Promise<ServerProcess> => {
    const redis = server.needsRedis ? await startRedis(mkdtempSync(path.join(build.directory, "redis-"))) : undefined;
    if (redis !== undefined) redises.push(redis);
    return await ServerProcess.start(build.directory, server.start, {
      ...(redis !== undefined && { REDIS_URL: redis.address }),
      ...environment,
      ...more,
    });
  };
  try {
    return await whileRunning(await start(), async (running) => {
      const quiet = await shortest(
        async () =>
          await running.longestStallDuring(async () => {
            await pause(PAUSE);
          }),
      );
      const requests: Measurement[] = [];
      for (const request of server.requests) {
        requests.push(
          "environment" in request
            ? await whileRunning(await start(request.environment), async (anew) => await measure(anew, request))
            : await measure(running, request),
        );
      }
      return { server, quiet, requests };
    });
  } finally {
    for (const slowFile of slowFiles) slowFile.kill();
    for (const redis of redises) redis.stop();
    build.remove();
  }
}

async function whileRunning<T>(server: ServerProcess, use: (server: ServerProcess) => Promise<T>): Promise<T> {
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

async function measure(server: ServerProcess, request: ServerRequest): Promise<Measurement> {
  let answer: Answer | undefined;
  const longestStall = await shortest(
    async () =>
      await server.longestStallDuring(async () => {
        answer = await ask(server, request);
      }),
  );
  return { request, answer, longestStall };
}

async function shortest(measureOnce: () => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least >= STALL; attempt++) {
    if (attempt > 0) await pause(PAUSE);
    least = Math.min(least, await measureOnce());
  }
  return least;
}
