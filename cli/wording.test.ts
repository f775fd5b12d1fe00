import assert from "node:assert/strict";
import { costInWords, count, duration, megabytes } from "./wording.js";

describe("wording", () => {
  it("counts", () => {
    assert.deepEqual(
      [count(1, "file"), count(1759, "file"), count(0, "batch", "batches")],
      ["1 file", "1,759 files", "0 batches"],
    );
  });

  it("says times to two digits", () => {
    const times = [0, 0.0063, 0.52, 1, 9.96, 65.4, 999.4, 1000, 1940, 64_000, 1_200_000];
    assert.deepEqual(times.map(duration), [
      "0 ms",
      "0.0063 ms",
      "0.52 ms",
      "1 ms",
      "10 ms",
      "65 ms",
      "999 ms",
      "1 s",
      "1.9 s",
      "64 s",
      "1,200 s",
    ]);
  });

  it("says memory in megabytes", () => {
    assert.equal(megabytes(1_234_567_890), "1,235 MB");
  });

  it("tells measured costs from estimated ones", () => {
    assert.equal(costInWords({ tier: 3, ms: 65, source: "measured" }), "about 65 ms per call");
    assert.equal(costInWords({ tier: 2, source: "estimated" }), "under 20 ms per call, estimated");
  });
});
