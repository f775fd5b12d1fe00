/** `npm run bench:editor`: the server's times beside those of tsserver, on the same project in one run. */
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { formatTimes, quantile, timeLoopguard, timeTsserver } from "./editor-times.js";

const USAGE = `Usage: npm run bench:editor -- FILE [--project FOLDER] [--edits N] [--json FILE]

  FILE              a TypeScript or JavaScript file that is opened and typed into; nothing is written to the disk
  --project FOLDER  the workspace; by default the nearest folder above with a tsconfig.json or package.json
  --edits N         how many keystrokes are measured (200)
  --json FILE       writes every measurement there

First diagnostics: until everything is known after the file is opened; tsserver is asked by geterrForProject.
A keystroke: until the file's diagnostics are there again; tsserver is asked by geterr.
Exits 1 when the first diagnostics take longer than tsserver's, a keystroke more than half of its time in the median or
more than 100 ms at the 95th percentile, when the server holds more than 1.15 times what tsserver does, or after all
edits more than 1.15 times what it held after a tenth of them.`;

const MAX_KEYSTROKE = 100;
const MAX_MEMORY = 1.15;
const MAX_GROWTH = 1.15;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      project: { type: "string" },
      edits: { type: "string", default: "200" },
      json: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const [named] = positionals;
  const edits = Number(values.edits);
  if (values.help === true || named === undefined || !existsSync(named) || !(edits >= 1)) {
    console.log(USAGE);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  const file = path.resolve(named);
  const project = path.resolve(values.project ?? projectOf(file));
  const loopguard = await timeLoopguard(project, file, edits, "workspace");
  const tsserver = await timeTsserver(file, edits, "workspace");
  if (values.json !== undefined)
    writeFileSync(path.resolve(values.json), `${JSON.stringify({ loopguard, tsserver }, undefined, 2)}\n`);
  console.log(formatTimes(loopguard, tsserver));
  const isFast =
    loopguard.first <= tsserver.first &&
    quantile(loopguard, 0.5) <= quantile(tsserver, 0.5) / 2 &&
    quantile(loopguard, 0.95) <= MAX_KEYSTROKE;
  const isSmall =
    loopguard.memory <= MAX_MEMORY * tsserver.memory && loopguard.memory <= MAX_GROWTH * loopguard.earlyMemory;
  process.exitCode = isFast && isSmall ? 0 : 1;
}

function projectOf(file: string): string {
  for (let at = path.dirname(file); at !== path.dirname(at); at = path.dirname(at)) {
    if (["tsconfig.json", "package.json"].some((name) => existsSync(path.join(at, name)))) return at;
  }
  return path.dirname(file);
}

await main();
