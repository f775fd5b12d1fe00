import assert from "node:assert/strict";

import { changeBetween, spanAfter } from "./text-changes.js";

const TEXT = "before call() after";

describe("a span of text", () => {
  for (const [edit, after, expected] of [
    ["is where it was when nothing changed", TEXT, "call()"],
    ["is where it was when something behind it changed", "before call() afterwards", "call()"],
    ["is where it was when something was put right behind it", "before call()! after", "call()"],
    ["moves when something was put in front of it", "long before call() after", "call()"],
    ["moves when something was put right in front of it", "before await call() after", "call()"],
    ["moves when something in front of it was removed", "call() after", "call()"],
    ["is gone when it was edited", "before called() after", undefined],
    ["is gone when it was removed", "before  after", undefined],
    ["is gone when all was", "", undefined],
  ] as const) {
    it(edit, () => {
      const span = { start: TEXT.indexOf("call"), end: TEXT.indexOf(" after") };
      const change = changeBetween(TEXT, after);
      const found = change ? spanAfter(change, span) : span;
      assert.equal(found && after.slice(found.start, found.end), expected);
    });
  }
});
