/** Every snippet under `snippets/` gives exactly the findings that its markers say, with and without installed types. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Analysis } from "@loopguard/engine";
import { actualText, analyseFixtures, expectedText } from "./check-fixtures.js";
import { type Fixture, type Mode, parseFixture } from "./fixture.js";

const SNIPPETS = path.resolve(import.meta.dirname, "../snippets");

const fixtures = readdirSync(SNIPPETS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))
  .sort()
  .map((file) => parseFixture(path.relative(SNIPPETS, file).replaceAll("\\", "/"), readFileSync(file, "utf8")));

describe("fixtures", () => {
  for (const mode of ["untyped", "typed"] as const) {
    describe(mode, () => {
      const inMode = fixtures.filter(({ only }) => only === undefined || only === mode);
      const together = once(() =>
        analyseFixtures(
          inMode.filter(({ isProject }) => !isProject),
          mode,
        ),
      );
      for (const fixture of inMode) {
        it(fixture.name, () => {
          check(fixture, fixture.isProject ? analyseFixtures([fixture], mode) : together(), mode);
        });
      }
    });
  }
});

function check(fixture: Fixture, analysis: Analysis, mode: Mode): void {
  assert.equal(
    actualText(fixture, analysis),
    expectedText(fixture),
    `${fixture.name} (${mode}): the markers (+ found, - written in the fixture)`,
  );
}

/** The work is done by the first test that needs it, so that a failure belongs to a test. */
function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined;
  return () => (computed ??= { value: compute() }).value;
}
