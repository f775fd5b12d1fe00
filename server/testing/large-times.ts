/** `npm run bench:large`: a file of a workspace that is too large to be held, opened and typed into; tsserver's times beside. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_SETTINGS } from "../settings.js";
import { formatTimes, quantile, timeLoopguard, timeTsserver } from "./editor-times.js";
import { blockingFile, generateWorkspace } from "./large-workspace.js";

const FILES_PER_PACKAGE = 100;

const USAGE = `Usage: npm run bench:large -- [--files N] [--edits N]

  --files N  source files of the generated workspace (50000), in packages of ${String(FILES_PER_PACKAGE)}
  --edits N  how many keystrokes are measured (100)

First diagnostics: until those of the opened file are there, from the server's start on.
Exits 1 when more is analysed than the opened file's package and what it imports, when the first diagnostics take more
than 30 s, a keystroke more than 100 ms at the 95th percentile, or the server holds more than tsserver by half.`;

const MAX_FIRST = 30_000;
const MAX_KEYSTROKE = 100;
const MAX_MEMORY = 1.5;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: "string", default: "50000" },
      edits: { type: "string", default: "100" },
      help: { type: "boolean", default: false },
    },
  });
  const [files, edits] = [Number(values.files), Number(values.edits)];
  if (values.help || !(files > DEFAULT_SETTINGS.maxFiles) || !(edits >= 1)) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "loopguard-large-"));
  try {
    const packages = Math.ceil(files / FILES_PER_PACKAGE);
    for (const [name, text] of generateWorkspace({ packages, filesPerPackage: FILES_PER_PACKAGE })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const file = path.join(folder, blockingFile(packages - 1));
    const loopguard = await timeLoopguard(folder, file, edits, "file");
    const tsserver = await timeTsserver(file, edits, "file");
    console.log(`${String(files)} files, of which ${String(loopguard.files)} were analysed\n`);
    console.log(formatTimes(loopguard, tsserver));
    const isBearable =
      (loopguard.files ?? 0) <= 2 * FILES_PER_PACKAGE &&
      loopguard.first <= MAX_FIRST &&
      quantile(loopguard, 0.95) <= MAX_KEYSTROKE &&
      loopguard.memory <= MAX_MEMORY * tsserver.memory;
    process.exitCode = isBearable ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
