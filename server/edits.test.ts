/** A thousand edits as they are typed: after every batch the server says what the engine says of the same texts. */
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { analyse, type Analysis, presets, selectFindings } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { nodeHost, withForwardSlashes } from "@loopguard/node-host";
import type * as randomEdits from "../rules-fixtures/random-edits.js";
import { layBuffersOver } from "./analysis/buffers.js";
import { Client, createWorkspace, messageOf, removeWorkspaces } from "./testing/client.js";

// Compiled apart, so its place at run time is not its place among the sources.
const { generator, insert, pick } = (await import(
  new URL("../../rules-fixtures/dist/random-edits.js", import.meta.url).href
)) as typeof randomEdits;

const SAMPLE = fileURLToPath(new URL("../../rules-fixtures/sample/", import.meta.url));
const EDITS = 1000;
const BATCH = 50;

describe("edits", function () {
  this.timeout(300_000);
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    removeWorkspaces();
  });

  it("say after a thousand of them what a fresh analysis says, and on the way", async () => {
    const folder = createWorkspace({});
    cpSync(SAMPLE, folder, { recursive: true });
    const buffers = layBuffersOver(nodeHost());
    const { files } = openProject(buffers.host, [withForwardSlashes(folder)]);
    const texts = new Map([...files.keys()].map((file) => [file, nodeHost().readFile(file) ?? ""]));
    client = await Client.start([folder]);
    for (const [file, text] of texts) await client.open(file, text, "typescript");

    const random = generator(20_240_607);
    const shown: string[] = [];
    for (let edit = 1; edit <= EDITS; edit++) {
      const file = pick([...texts.keys()], random);
      const text = pick(EDITORS, random)(texts.get(file) ?? "", random);
      texts.set(file, text);
      buffers.set(file, text);
      await client.change(file, text);
      if (edit % BATCH !== 0) continue;
      const diagnostics = await told(client);
      const fresh = analyse(openProject(buffers.host, [withForwardSlashes(folder)]));
      assert.deepEqual(diagnostics, wanted(fresh), `after ${edit} edits`);
      shown.push(diagnostics.join("\n"));
    }
    assert.ok(new Set(shown).size > 5, "the edits change what is found");
  });
});

/** The server's diagnostics of the whole workspace, in order. */
async function told(client: Client): Promise<string[]> {
  const pulled = await client.pullWorkspace();
  return [...pulled]
    .flatMap(([file, diagnostics]) =>
      diagnostics.map((each) => line(file, each.range.start.line, each.range.start.character, messageOf(each))),
    )
    .sort();
}

/** The same of an analysis. */
function wanted(analysis: Analysis): string[] {
  return selectFindings(analysis, presets.recommended)
    .map(({ location, message }) => line(location.file, location.line - 1, location.column - 1, message))
    .sort();
}

function line(file: string, number: number, column: number, message: string): string {
  return `${path.basename(file)}:${number}:${column} ${message}`;
}

/** What people do to a text. What is broken by one edit is often mended by a later one. */
const EDITORS: readonly ((text: string, random: randomEdits.Random) => string)[] = [
  (text, random) => insert(text, random, "\n"),
  (text, random) => insert(text, random, "// a comment\n"),
  (text, random) => insert(text, random, 'readFileSync("notes.txt");\n'),
  (text, random) => insert(text, random, 'import { readFileSync } from "node:fs";\n'),
  (text, random) => insert(text, random, 'export const later = () => readFileSync("later.txt");\n'),
  (text) => text.replaceAll("Sync(", "("),
  (text) => text.replaceAll(/\b(?<name>readFile|exec|existsSync|hash|compare)\(/gu, "$<name>Sync("),
  (text) => text.replaceAll("readFileSyncSync", "readFileSync").replaceAll("export const later", "const later"),
  (text) => text.replaceAll("\n", "\r\n").replaceAll("\r\r\n", "\r\n"),
  (text) => text.replaceAll("\r\n", "\n"),
  // Typing goes through broken states.
  (text, random) => insert(text, random, "if ("),
  (text) => text.replaceAll("if (\n", "\n").replace(/^if \(/mu, ""),
  (text, random) => {
    const lines = text.split("\n");
    lines.splice(Math.floor(random() * lines.length), 1);
    return lines.join("\n");
  },
];
