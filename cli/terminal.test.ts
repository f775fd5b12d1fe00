import assert from "node:assert/strict";
import { coloursFor, printable, wrap } from "./terminal.js";

describe("coloursFor", () => {
  const terminal = { isTTY: true, write: () => undefined };
  const pipe = { write: () => undefined };

  for (const [what, output, variables, expected] of [
    ["a terminal", terminal, {}, true],
    ["a pipe", pipe, {}, false],
    ["a pipe in CI", pipe, { CI: "true" }, false],
    ["a dumb terminal", terminal, { TERM: "dumb" }, false],
    ["a terminal with NO_COLOR", terminal, { NO_COLOR: "1" }, false],
    ["a terminal with an empty NO_COLOR", terminal, { NO_COLOR: "" }, true],
    ["a pipe with FORCE_COLOR", pipe, { FORCE_COLOR: "1" }, true],
    ["a terminal with FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, false],
    ["NO_COLOR against FORCE_COLOR", terminal, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  ] as const) {
    it(`${expected ? "colours" : "does not colour"} ${what}`, () => {
      assert.equal(coloursFor(output, variables).isColorSupported, expected);
    });
  }
});

describe("wrap", () => {
  it("breaks between words and indents every line", () => {
    assert.equal(wrap("one two three four five six seven", "  ", 24), "  one two three four\n  five six seven");
  });

  it("keeps the line for a file or a pipe", () => {
    const sentence = "word ".repeat(100).trim();
    assert.equal(wrap(sentence, "  ", Infinity), `  ${sentence}`);
  });
});

describe("printable", () => {
  it("shows control characters instead of obeying them", () => {
    assert.equal(printable("a\u001B[31mb\u0000\u007F\u009B"), "a␛[31mb␀␡�");
  });

  it("neutralises marks that reorder text, and line separators", () => {
    assert.equal(printable("a\u202Eb\u2066c\u2028"), "a�b�c�");
  });

  it("leaves text in every script alone", () => {
    assert.equal(printable("naïve 日本 עברית 👩‍👧"), "naïve 日本 עברית 👩‍👧");
  });
});
