/** The examples of `docs/configuration.md` are read without a complaint, and report what stands under them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { analyse, type Analysis } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { LIBRARY } from "./check-fixtures.js";
import { memoryHost } from "./memory-host.js";

const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/configuration.md"), "utf8");

/** A configuration, and perhaps the source and the reports that follow it. */
const EXAMPLE =
  /```jsonc\n(?<config>[^]*?)```(?:\n\n```ts\n(?<source>[^]*?)```\n\nreports\n\n```text\n(?<said>[^]*?)```)?/gu;

/** Tags need no configuration. */
const TAGGED = /(?<!```\n\n)```ts\n(?<source>[^]*?)```\n\nreports\n\n```text\n(?<said>[^]*?)```/gu;

describe("the page about the configuration", () => {
  for (const { config = "", source = "", said = "" } of examples(EXAMPLE)) {
    it(`has an example with ${firstSetting(config)}`, () => {
      const analysis = analyseFiles({ "loopguard.config.json": config, "server.ts": source });
      assert.deepEqual(analysis.problems, []);
      assert.deepEqual(reports(analysis), lines(said));
    });
  }

  for (const { source = "", said = "" } of examples(TAGGED)) {
    it(`has an example with ${/@\w+/u.exec(source)?.[0] ?? "no tag"}`, () => {
      assert.deepEqual(reports(analyseFiles({ "server.ts": source })), lines(said));
    });
  }
});

describe("the configuration of a project", () => {
  it("is told where it names a function that is not there", () => {
    const { problems } = analyseFiles({
      "loopguard.config.json": `{ "startup": [{ "module": "./server.ts", "member": "boot" }] }`,
      "server.ts": "export function start() {}",
    });
    assert.deepEqual(problems, [
      {
        file: "/project/loopguard.config.json",
        line: 1,
        column: 15,
        message: 'There is no function "boot" in "/project/server.ts".',
      },
    ]);
  });
});

function examples(pattern: RegExp): readonly Partial<Record<string, string>>[] {
  const found = [...page.matchAll(pattern)].flatMap(({ groups }) => (groups ? [groups] : []));
  assert.ok(found.length > 0, "the page has examples");
  return found;
}

function firstSetting(config: string): string {
  return /"(?!\$)\w+"/u.exec(config)?.[0] ?? "nothing";
}

function analyseFiles(files: Readonly<Record<string, string>>): Analysis {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`/project/${name}`, text]));
  return analyse(openProject(memoryHost(texts, [LIBRARY]), ["/project"]));
}

/** Whatever it costs, as the examples are about small files. */
function reports({ findings }: Analysis): string[] {
  return findings
    .filter(({ context }) => context === "loop")
    .map(({ location, message }) => `${String(location.line)}:${String(location.column)} ${message}`);
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
