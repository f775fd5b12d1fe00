/** Random programs with one blocking call: fixed across functions they do the same as before, or the fix was refused. */
import assert from "node:assert/strict";

import { checkPrograms } from "./call-graphs/check.js";

describe("fixes across functions of random programs", function () {
  this.timeout(120_000);

  // Many more: `npm run fixes:programs`.
  it("do the same as before, or were refused", async () => {
    const { fixed } = await checkPrograms(6, 20_261);
    assert.ok(fixed > 0, "some of the programs can be fixed");
  });
});
