import assert from "node:assert/strict";

import { formatSpread, median } from "./spread.js";

describe("medians of measurements", () => {
  it("takes the middle value, whatever the order", () => {
    assert.equal(median([3, 1, 2]), 2);
  });

  it("takes the mean of the two middle values of an even number", () => {
    assert.equal(median([4, 1, 2, 3]), 2.5);
  });

  it("shows the least and the greatest value beside the median", () => {
    assert.equal(formatSpread([1.5, 1.25, 2], 2), "1.50 (1.25–2.00)");
  });

  it("shows a single measurement alone", () => {
    assert.equal(formatSpread([1.5], 1), "1.5");
  });
});
