/** What is found to stop a server's event loop by measuring is exactly what the engine names, on real servers that run. */
import assert from "node:assert/strict";
import { isRedisInstalled } from "./serving/redis.js";
import { describeRequest, type ServerFixture } from "./serving/requests.js";
import { proofsOf, serverFixtures } from "./serving/servers.js";
import type { Verdict } from "./serving/verdicts.js";

describe("servers", () => {
  const servers = serverFixtures();
  const proofOf = proofsOf(servers.filter(canRun));
  for (const server of servers) {
    it(`${server.name}: what stops the loop is what is named`, async function () {
      this.timeout(600_000);
      if (!canRun(server)) this.skip();
      const { verdicts, unmeasured, undocumented = [] } = await proofOf(server);
      assert.deepEqual(requestsThat(verdicts, "missed"), [], "these stop the loop, and are not named");
      assert.deepEqual(requestsThat(verdicts, "unfounded"), [], "these are named, and do not stop the loop");
      assert.deepEqual(
        unmeasured.map(({ label, callee }) => `${label}: ${callee}`),
        [],
        "these are named, and no request reaches them",
      );
      assert.deepEqual(undocumented, [], "these answers are not as its OpenAPI document says");
      assert.ok(requestsThat(verdicts, "blocks").length >= 3, "several requests stop the loop");
      assert.ok(requestsThat(verdicts, "silent").length >= 3, "several requests do not");
    });
  }
});

/** Not every machine has a Redis. */
function canRun({ needsRedis = false }: ServerFixture): boolean {
  return !needsRedis || isRedisInstalled();
}

function requestsThat(verdicts: readonly Verdict[], wanted: Verdict["says"]): string[] {
  return verdicts
    .filter(({ says }) => says === wanted)
    .map(({ measurement: { request, longestStall }, named }) =>
      [
        `${describeRequest(request)} (${request.entryPoint}): ${longestStall.toFixed(0)} ms`,
        ...named.map(({ callee }) => callee),
      ].join(", "),
    );
}
