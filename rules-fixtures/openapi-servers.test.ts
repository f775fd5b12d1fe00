/** Documents against the servers that they describe; Next.js, which is long to build, in `servers.test.ts`. */
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { buildServer } from "./serving/build.js";
import { undocumentedAnswers } from "./serving/documented-answers.js";
import { readServerFixture, type ServerFixture } from "./serving/requests.js";
import { ServerProcess } from "./serving/server-process.js";
import { serverFixtures } from "./serving/servers.js";

/** Those that need no long build of their own. */
const NAMES = new Set(["express", "fastify", "hono", "koa", "nestjs"]);
/** Small APIs that run, beside those that are only read. */
const APIS = path.resolve(import.meta.dirname, "../apis");

describe("OpenAPI documents of running servers", function () {
  this.timeout(600_000);
  for (const server of runningServers()) {
    it(`${server.name}: every answer is as documented, to invalid bodies too`, async () => {
      const build = await buildServer(server.directory, server.build);
      const running = await ServerProcess.start(build.directory, server.start);
      try {
        assert.deepEqual(await undocumentedAnswers(server, running.address), []);
      } finally {
        await running.stop();
        build.remove();
      }
    });
  }
});

function runningServers(): ServerFixture[] {
  const apis = readdirSync(APIS).filter((name) => existsSync(path.join(APIS, name, "requests.json")));
  return [
    ...serverFixtures().filter(({ name }) => NAMES.has(name)),
    ...apis.map((name) => readServerFixture(path.join(APIS, name))),
  ];
}
