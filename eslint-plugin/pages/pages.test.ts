/** The pages of the rules cannot lie: they are what the rules declare, and their examples are linted. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { rules as declarations } from "@loopguard/engine";
import { lintExamples } from "./examples.js";
import { optionsOf } from "./generated-pages.js";

const PAGES = path.resolve(import.meta.dirname, "../../../docs/rules");

describe("the rules' pages", () => {
  it("are one per rule, and a list of them", () => {
    assert.deepEqual(readdirSync(PAGES).sort(), [...declarations.map(({ name }) => `${name}.md`), "README.md"].sort());
  });

  for (const declaration of declarations) {
    describe(declaration.name, () => {
      const page = readFileSync(path.join(PAGES, `${declaration.name}.md`), "utf8").replaceAll("\r\n", "\n");

      it("has the rule's name as its title and its description below", () => {
        assert.ok(page.includes(`\n# loopguard/${declaration.name}\n\n> ${declaration.description}.\n`));
      });

      it("has a heading for every option", () => {
        const headings = [...page.slice(page.indexOf("\n## Options")).matchAll(/^### `(.*)`$/gm)].map(
          ([, name]) => name,
        );
        assert.deepEqual(
          headings,
          optionsOf(declaration).map(({ name }) => name),
        );
        assert.ok(headings.length > 0);
      });

      it("says what its incorrect examples report", async () => {
        const examples = [...between(page, "### ❌ Incorrect", "### ✅ Correct").matchAll(INCORRECT)];
        assert.equal(examples.length, declaration.invalid.length);
        const reports = await lintExamples(
          declaration,
          examples.map(([, code = ""]) => ({ code })),
        );
        assert.deepEqual(
          reports.map((ofExample) => ofExample.map(({ line, column, message }) => `${line}:${column} ${message}`)),
          examples.map(([, , said = ""]) => said.trimEnd().split("\n")),
        );
      });

      it("has correct examples that report nothing", async () => {
        const examples = [...between(page, "### ✅ Correct", "## Options").matchAll(CODE)];
        assert.equal(examples.length, declaration.valid.length);
        const reports = await lintExamples(
          declaration,
          examples.map(([, code = ""]) => ({ code })),
        );
        assert.deepEqual(
          reports,
          examples.map(() => []),
        );
      });
    });
  }
});

const CODE = /```[jt]s\n([^]*?)```/g;
const INCORRECT = /```[jt]s\n([^]*?)```\n\nreports\n\n```text\n([^]*?)```/g;

function between(page: string, start: string, end: string): string {
  return page.slice(page.indexOf(start), page.indexOf(end));
}
