import assert from "node:assert/strict";
import { cost, count, duration } from "./wording.js";

describe("wording", () => {
  it("says durations in the unit that fits", () => {
    assert.deepEqual([0.0034, 0.83, 4, 81.4, 999.6, 1234].map(duration), [
      "0.0034 ms",
      "0.83 ms",
      "4 ms",
      "81 ms",
      "1000 ms",
      "1.2 s",
    ]);
  });

  it("says a cost as measured, or else by its tier", () => {
    assert.equal(cost({ tier: 3, milliseconds: 81 }), "81 ms");
    assert.equal(cost({ tier: 3 }), "over 20 ms");
  });

  it("counts one and many", () => {
    assert.deepEqual([count(1, "route"), count(2, "route")], ["1 route", "2 routes"]);
  });
});
