/** `npm run bench:openapi`: how long a whole document takes beside tsoa, on the same project. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formatTable } from "../table.js";
import { type MeasuredRun, runMeasured } from "../time/measured-process.js";
import { formatSpread, median } from "../time/spread.js";
import { generateApi } from "./generated-api.js";

const USAGE = `Usage: npm run bench:openapi -- --tsoa FOLDER [--operations N] [--runs N]

  --tsoa FOLDER   where tsoa is installed: mkdir FOLDER; cd FOLDER; npm install tsoa
  --operations N  how many operations the generated project has (200)
  --runs N        how often each is measured (5): the table shows medians (least–greatest)

From the start of a process to the document on the disk; all find the same operations. tsoa's document is not checked;
that of \`loopguard openapi\` is, by two validators, so it stands there without them as well. Exits 1 when either takes
longer than tsoa.`;

const LOOPGUARD = fileURLToPath(new URL("../../../cli/dist/main.js", import.meta.url));
const UNCHECKED = fileURLToPath(new URL("unchecked.js", import.meta.url));

interface Generator {
  readonly name: string;
  readonly script: string;
  readonly arguments: readonly string[];
  /** The document, below the project. */
  readonly document: string;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      tsoa: { type: "string" },
      operations: { type: "string", default: "200" },
      runs: { type: "string", default: "5" },
      help: { type: "boolean", default: false },
    },
  });
  const installed = path.resolve(process.env["INIT_CWD"] ?? ".", values.tsoa ?? "", "node_modules");
  const script = path.join(installed, "@tsoa/cli/dist/cli.js");
  if (values.help || values.tsoa === undefined || !existsSync(script)) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-openapi-")));
  try {
    writeProject(folder, Number(values.operations), installed);
    const generators: readonly Generator[] = [
      {
        name: "Loopguard, not checked",
        script: UNCHECKED,
        arguments: [folder, path.join(folder, "unchecked.json")],
        document: "unchecked.json",
      },
      {
        name: "Loopguard",
        script: LOOPGUARD,
        arguments: ["openapi", folder, "--output", path.join(folder, "openapi.json")],
        document: "openapi.json",
      },
      { name: "tsoa", script, arguments: ["spec", "-c", "tsoa.json"], document: "build/swagger.json" },
    ];
    const runs = measure(folder, generators, Number(values.runs));
    console.log(format(folder, generators, runs));
    const medians = runs.map((each) => median(each.map(({ wall }) => wall)));
    process.exitCode = Math.max(...medians) === medians.at(-1) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function writeProject(folder: string, operations: number, installed: string): void {
  for (const [name, text] of generateApi(operations)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  mkdirSync(path.join(folder, "build"));
  symlinkSync(installed, path.join(folder, "node_modules"), "junction");
}

/** Takes turns, so that a busy moment of the machine meets both. */
function measure(folder: string, generators: readonly Generator[], runs: number): readonly (readonly MeasuredRun[])[] {
  process.chdir(folder);
  const measured = generators.map((): MeasuredRun[] => []);
  for (let run = 0; run < runs; run++)
    for (const [index, { script, arguments: given }] of generators.entries())
      measured[index]?.push(runMeasured(script, given));
  return measured;
}

function format(folder: string, generators: readonly Generator[], runs: readonly (readonly MeasuredRun[])[]): string {
  const slowest = median(runs.at(-1)?.map(({ wall }) => wall) ?? []);
  const rows = generators.map(({ name, document }, index) => {
    const own = runs[index] ?? [];
    const walls = own.map(({ wall }) => wall);
    return [
      name,
      String(operationsIn(path.join(folder, document))),
      formatSpread(walls, 2),
      (median(walls) / slowest).toFixed(2),
      formatSpread(
        own.map(({ memory }) => memory),
        0,
      ),
    ];
  });
  return formatTable(["", "operations", "time (s)", "ratio", "memory (MB)"], rows, ["l", "r", "r", "r", "r"]);
}

function operationsIn(file: string): number {
  const { paths } = JSON.parse(readFileSync(file, "utf8")) as { readonly paths: Readonly<Record<string, object>> };
  return Object.values(paths).reduce((count, item) => count + Object.keys(item).length, 0);
}

main();
