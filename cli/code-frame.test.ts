import assert from "node:assert/strict";
import pc from "picocolors";
import stringWidth from "string-width";
import { codeFrame, linesOf } from "./code-frame.js";
import { at } from "./test/samples.js";

const colours = pc.createColors(false);

function frame(text: string, location: ReturnType<typeof at>, columns = 80): string | undefined {
  return codeFrame(linesOf(text), location, { colours, columns });
}

function drawing(...lines: readonly string[]): string {
  return lines.join("\n");
}

describe("codeFrame", () => {
  it("underlines the span between two lines before and one after", () => {
    const text = "one();\ntwo();\nthree();\nfour();\nfive();\nsix();\n";
    assert.equal(
      frame(text, at("a.ts", 4, 1, { width: 4 })),
      drawing("  2 │ two();", "  3 │ three();", "> 4 │ four();", "    │ ^^^^", "  5 │ five();"),
    );
  });

  it("leaves out blank lines at its edges", () => {
    assert.equal(
      frame("a();\n\nb();\n\n", at("a.ts", 3, 1, { width: 3 })),
      drawing("  1 │ a();", "  2 │", "> 3 │ b();", "    │ ^^^"),
    );
  });

  it("keeps the underline in place behind tabs", () => {
    assert.equal(
      frame("\t\tread(\tx);", at("a.ts", 1, 3, { width: 8 })),
      drawing("> 1 │     read(  x);", "    │     ^^^^^^^^^"),
    );
  });

  it("counts lines the same with CRLF, and shows no carriage return", () => {
    assert.equal(
      frame("a();\r\nb();\r\nc();\r\n", at("a.ts", 2, 1, { width: 3 })),
      drawing("  1 │ a();", "> 2 │ b();", "    │ ^^^", "  3 │ c();"),
    );
  });

  it("gives wide characters two cells, and emoji of many code units as well", () => {
    assert.equal(
      frame('log("日本"); read();', at("a.ts", 1, 12, { width: 6 })),
      drawing('> 1 │ log("日本"); read();', "    │              ^^^^^^"),
    );
    assert.equal(
      frame('log("👩‍👩‍👧"); read();', at("a.ts", 1, 18, { width: 6 })),
      drawing('> 1 │ log("👩‍👩‍👧"); read();', "    │            ^^^^^^"),
    );
  });

  it("shows the part of a long line that matters, no wider than the terminal", () => {
    const text = `${"before();".repeat(30)}readFileSync(path)${";after()".repeat(30)}`;
    const drawn = frame(text, at("a.ts", 1, 271, { width: 12 }), 60) ?? "";
    const [code = "", underline = ""] = drawn.split("\n");
    assert.ok(code.startsWith("> 1 │ …") && code.endsWith("…"), code);
    assert.equal(code.slice(underline.indexOf("^"), underline.lastIndexOf("^") + 1), "readFileSync");
    assert.equal(stringWidth(code), 60);
  });

  it("finds the span in a minified line of megabytes", () => {
    const filler = "x=1;".repeat(500_000);
    const [code = "", underline = ""] = (
      frame(`${filler}readFileSync(p);${filler}`, at("a.js", 1, 2_000_001, { width: 12 })) ?? ""
    ).split("\n");
    assert.equal(code.slice(underline.indexOf("^"), underline.lastIndexOf("^") + 1), "readFileSync");
  });

  it("underlines every line of a short span, and says where a long one ends", () => {
    const text = "hash(\n  a,\n  b,\n);\ndone();\n";
    assert.equal(
      frame(text, at("a.ts", 1, 1, { lines: 4, endColumn: 2 })),
      drawing(
        "> 1 │ hash(",
        "    │ ^^^^^",
        "> 2 │   a,",
        "    │   ^^",
        "> 3 │   b,",
        "    │   ^^",
        "> 4 │ );",
        "    │ ^",
        "  5 │ done();",
      ),
    );
    const long = `hash(\n${"  a,\n".repeat(10)});\n`;
    assert.match(
      frame(long, at("a.ts", 1, 1, { lines: 12, endColumn: 2 })) ?? "",
      /> 4 │ {3}a,\n {4}│ {3}\^\^\n {4}│ … to line 12$/u,
    );
  });

  it("lets no control character of the source through", () => {
    assert.equal(
      frame('log("\u001B[2J\u202E");', at("a.ts", 1, 1, { width: 3 })),
      drawing('> 1 │ log("␛[2J�");', "    │ ^^^"),
    );
  });

  it("is nothing when the file has become shorter than the finding's line", () => {
    assert.equal(frame("a();", at("a.ts", 7, 1)), undefined);
  });
});
