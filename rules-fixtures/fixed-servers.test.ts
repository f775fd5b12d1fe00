/** Real servers answer as before when all that can be fixed is fixed, and their event loops stand still no more. */
import assert from "node:assert/strict";
import { compareServer, relieved } from "./serving/fixed-servers.js";
import { serverFixtures } from "./serving/servers.js";

/** What stays as it is, by server; the other servers: `npm run fixes:servers`. */
const LEFT: ReadonlyMap<string, readonly string[]> = new Map([["koa", ["src/services/audit.js:7"]]]);

describe("fixed servers", function () {
  this.timeout(300_000);

  for (const server of serverFixtures().filter(({ name }) => LEFT.has(name))) {
    it(`${server.name}: answers as before, and does not stop the loop where it did`, async () => {
      const comparison = await compareServer(server);
      const { fixes, requests, load } = comparison;
      assert.deepEqual(
        fixes.refused.map(({ place }) => place),
        LEFT.get(server.name),
      );
      assert.deepEqual(
        requests.filter(({ answers }) => answers === "differ"),
        [],
      );
      assert.ok(relieved(comparison).length > 0);
      assert.ok(load.after.allStalls < load.before.allStalls / 2, JSON.stringify(load));
    });
  }
});
