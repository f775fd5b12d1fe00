import assert from "node:assert/strict";
import pc from "picocolors";
import { markdownForTerminal } from "./markdown.js";

function rendered(...lines: readonly string[]): string {
  return markdownForTerminal(lines.join("\n"), { colours: pc.createColors(false), columns: 40 });
}

describe("markdownForTerminal", () => {
  it("wraps paragraphs and keeps the marks of code where there are no colours", () => {
    assert.equal(
      rendered("## Why it", "", "Every *other* client", "of the **process** waits for `readFileSync` as well."),
      "Why it\n\nEvery other client of the process waits\nfor `readFileSync` as well.",
    );
  });

  it("indents lists below their bullets, nested ones too", () => {
    assert.equal(
      rendered("- one that is longer than a line of forty cells", "  - below", "- two", "", "1. first", "2. second"),
      "• one that is longer than a line of\n  forty cells\n\n  • below\n• two\n\n1. first\n2. second",
    );
  });

  it("aligns tables", () => {
    assert.equal(
      rendered("| call | ms |", "| --- | ---: |", "| `gzipSync` | 1 |", "| hash | 650 |"),
      "call         ms\n──────────  ───\n`gzipSync`    1\nhash        650",
    );
  });

  it("leaves code as it is", () => {
    assert.equal(rendered("```ts", "if (a) {", "  b();", "}", "```"), "  if (a) {\n    b();\n  }");
  });

  it("writes out links", () => {
    assert.equal(rendered("See [the guide](https://nodejs.org)."), "See the guide (https://nodejs.org).");
  });
});
