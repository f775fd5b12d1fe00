/** A fixture server that is built and may be started several times, with all that it needs around it. */
import { mkdtempSync } from "node:fs";
import path from "node:path";
import { buildServer } from "./build.js";
import { type Redis, startRedis } from "./redis.js";
import type { ServerFixture } from "./requests.js";
import { ServerProcess } from "./server-process.js";
import { makeSlow } from "./slow-file.js";

/** What the server finds in its environment besides. */
export type Environment = Readonly<Record<string, string>>;

/** Starts the server once more, with a Redis of its own where it needs one. */
export type Start = (environment?: Environment) => Promise<ServerProcess>;

/**
 * Builds the server, and removes the build when `use` is done with it. Whoever starts a server stops it.
 *
 * @param directory the sources: the fixture's own, or a copy
 */
export async function whileBuilt<T>(
  server: ServerFixture,
  directory: string,
  use: (start: Start) => Promise<T>,
): Promise<T> {
  const build = await buildServer(directory, server.build);
  const slowFiles = (server.slowFiles ?? []).map((file) => makeSlow(path.join(build.directory, file)));
  const redises: Redis[] = [];
  try {
    return await use(async (environment = {}) => {
      const redis = server.needsRedis ? await startRedis(mkdtempSync(path.join(build.directory, "redis-"))) : undefined;
      if (redis !== undefined) redises.push(redis);
      const address = redis && { REDIS_URL: redis.address };
      return await ServerProcess.start(build.directory, server.start, { ...address, ...environment });
    });
  } finally {
    for (const slowFile of slowFiles) slowFile.kill();
    for (const redis of redises) redis.stop();
    build.remove();
  }
}

/** Stops the server when `use` is done with it. */
export async function whileRunning<T>(server: ServerProcess, use: (server: ServerProcess) => Promise<T>): Promise<T> {
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}
