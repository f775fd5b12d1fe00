/** Real servers answer as before when all that can be fixed is fixed, and their event loops stand still no more. */
import assert from "node:assert/strict";
import { compareServer, relieved } from "./serving/fixed-servers.js";
import { serverFixtures } from "./serving/servers.js";

/** The others: `npm run fixes:servers`. */
const SERVERS = new Set(["koa"]);

describe("fixed servers", function () {
  this.timeout(300_000);

  for (const server of serverFixtures().filter(({ name }) => SERVERS.has(name))) {
    it(`${server.name}: answers as before, and does not stop the loop where it did`, async () => {
      const comparison = await compareServer(server);
      const { fixes, requests } = comparison;
      assert.ok(fixes.fixed > 0);
      assert.deepEqual(
        requests.filter(({ answers }) => answers === "differ"),
        [],
      );
      assert.ok(relieved(comparison).length > 0);
    });
  }
});
