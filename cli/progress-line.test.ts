import assert from "node:assert/strict";
import { progressLine } from "./progress-line.js";
import { environmentWith, recording } from "./test/samples.js";

describe("progressLine", () => {
  /** Draws on a terminal of 30 columns while a clock shows the given times in ms, the first being the start. */
  function drawnAt(...times: readonly number[]): string {
    const stderr = recording({ isTTY: true, columns: 30 });
    let reading = 0;
    const line = progressLine(environmentWith({ stderr, now: () => times[reading++] ?? NaN }));
    for (const done of times.keys()) if (done > 0) line.update({ phase: "reading", done, total: 1759 });
    line.clear();
    return stderr.text.replaceAll("\r\u001B[K", "|");
  }

  it("stays away from short work", () => {
    assert.equal(drawnAt(0, 100, 499), "");
  });

  it("says how far long work is, and clears the line at the end", () => {
    assert.equal(drawnAt(0, 100, 500), "|Reading files: 2 of 1,759|");
  });

  it("redraws ten times a second at most", () => {
    assert.equal(drawnAt(0, 500, 550, 599, 600), "|Reading files: 1 of 1,759|Reading files: 4 of 1,759|");
  });

  it("is never as wide as the terminal", () => {
    const stderr = recording({ isTTY: true, columns: 20 });
    const line = progressLine(environmentWith({ stderr }));
    line.update({ phase: "searching", done: 7 });
    assert.equal(stderr.text, "\r\u001B[KSearching for block");
  });

  it("writes nothing to a file, a pipe or a dumb terminal", () => {
    for (const [stderr, variables] of [
      [recording(), {}],
      [recording({ isTTY: true }), { TERM: "dumb" }],
    ] as const) {
      const line = progressLine(environmentWith({ stderr, variables }));
      line.update({ phase: "reading", done: 1 });
      line.clear();
      assert.equal(stderr.text, "");
    }
  });
});
