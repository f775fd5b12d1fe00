/** `npm run bench:openapi`: how long a whole document takes beside other generators, each on the same project. */
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
import { fromCaller, keepMeasurements } from "../projects.js";
import { formatTable } from "../table.js";
import { type MeasuredRun, runMeasured } from "../time/measured-process.js";
import { formatSpread, median } from "../time/spread.js";
import { completenessOf } from "./completeness.js";
import { type Peer, peers } from "./peers.js";

const USAGE = `Usage: npm run bench:openapi -- [--tsoa FOLDER] [--nest FOLDER] [--nestia FOLDER]
         [--operations N] [--runs N] [--json FILE]

  --tsoa, --nest, --nestia FOLDER
                  where tsoa, @nestjs/swagger, @nestia/sdk is installed: mkdir FOLDER; cd FOLDER; then
${Object.entries(peers)
  .map(([option, { install }]) => `                    ${option}: ${install.join("\n                    ")}`)
  .join("\n")}
  --operations N  how many operations the generated project has (200)
  --runs N        how often each is measured (5): the table shows medians (least–greatest)
  --json FILE     writes every measurement there

From the start of the first process to the document on the disk: all that a user has to run, on an API as people write
it for that generator. The other documents are not checked; that of \`loopguard openapi\` is, by two validators, so it
stands there without them as well. A response is described when it has a schema that says something, or nothing to
send. Exits 1 when either takes longer than the other generator, or finds other operations.`;

const LOOPGUARD = fileURLToPath(new URL("../../../cli/bundle/main.js", import.meta.url));
const UNCHECKED = fileURLToPath(new URL("unchecked.js", import.meta.url));

interface Generator {
  readonly name: string;
  readonly runs: Peer["runs"];
  /** The document, below the project. */
  readonly document: string;
}

type PeerOption = keyof typeof peers;

interface Comparison {
  readonly peer: Peer;
  /** Where it is installed. */
  readonly installed: string;
}

function main(): void {
  const folder = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      tsoa: folder,
      nest: folder,
      nestia: folder,
      operations: { type: "string", default: "200" },
      runs: { type: "string", default: "5" },
      json: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const comparisons = (Object.keys(peers) as PeerOption[]).flatMap((option): Comparison[] => {
    const given = values[option];
    return given === undefined ? [] : [{ peer: peers[option], installed: fromCaller(given) }];
  });
  const missing = comparisons.filter(({ peer, installed }) => !existsSync(scriptOf(peer.runs[0], installed)));
  for (const { peer, installed } of missing) console.error(`${peer.name} is not installed in ${installed}.`);
  if (values.help || comparisons.length === 0 || missing.length > 0) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const compared = comparisons.map((comparison) => {
    const { table, isSlower, measured } = compare(comparison, Number(values.operations), Number(values.runs));
    console.log(`${table}\n`);
    if (isSlower) process.exitCode = 1;
    return measured;
  });
  keepMeasurements(values.json, compared);
}

function compare({ peer, installed }: Comparison, operations: number, runs: number) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-openapi-")));
  try {
    writeProject(folder, peer.generate(operations), installed);
    const generators: readonly Generator[] = [
      {
        name: "Loopguard, not checked",
        runs: [{ script: UNCHECKED, arguments: [folder, path.join(folder, "unchecked.json")] }],
        document: "unchecked.json",
      },
      {
        name: "Loopguard",
        runs: [{ script: LOOPGUARD, arguments: ["openapi", folder, "--output", path.join(folder, "openapi.json")] }],
        document: "openapi.json",
      },
      peer,
    ];
    const measured = measure(folder, generators, runs);
    const medians = measured.map((each) => median(each.map(({ wall }) => wall)));
    const found = generators.map(({ document }) => completenessIn(folder, document).operations);
    return {
      table: format(folder, generators, measured),
      measured: generators.map(({ name }, index) => ({ name, runs: measured[index] ?? [] })),
      isSlower: Math.max(...medians) !== medians.at(-1) || new Set(found).size > 1,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function writeProject(folder: string, files: ReadonlyMap<string, string>, installed: string): void {
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  mkdirSync(path.join(folder, "build"));
  symlinkSync(path.join(installed, "node_modules"), path.join(folder, "node_modules"), "junction");
}

/** Takes turns, so that a busy moment of the machine meets all of them. */
function measure(folder: string, generators: readonly Generator[], runs: number): readonly (readonly MeasuredRun[])[] {
  process.chdir(folder);
  const measured = generators.map((): MeasuredRun[] => []);
  for (let run = 0; run < runs; run++)
    for (const [index, generator] of generators.entries()) {
      // One that fails is not to be taken for one that is quick.
      rmSync(path.join(folder, generator.document), { force: true });
      measured[index]?.push(inTurn(generator.runs.map((each) => runMeasured(scriptOf(each, folder), each.arguments))));
    }
  return measured;
}

function inTurn(runs: readonly MeasuredRun[]): MeasuredRun {
  return {
    output: runs.map(({ output }) => output).join(""),
    wall: runs.reduce((sum, { wall }) => sum + wall, 0),
    memory: Math.max(...runs.map(({ memory }) => memory)),
  };
}

function scriptOf(run: Peer["runs"][number] | undefined, folder: string): string {
  return path.resolve(folder, run?.script ?? "");
}

function format(folder: string, generators: readonly Generator[], runs: readonly (readonly MeasuredRun[])[]): string {
  const slowest = median(runs.at(-1)?.map(({ wall }) => wall) ?? []);
  const rows = generators.map(({ name, document }, index) => {
    const own = runs[index] ?? [];
    const walls = own.map(({ wall }) => wall);
    const { operations, schemas, describedResponses, responses } = completenessIn(folder, document);
    return [
      name,
      String(operations),
      String(schemas),
      `${String(describedResponses)} of ${String(responses)}`,
      formatSpread(walls, 2),
      (median(walls) / slowest).toFixed(2),
      formatSpread(
        own.map(({ memory }) => memory),
        0,
      ),
    ];
  });
  return formatTable(["", "operations", "schemas", "responses described", "time (s)", "ratio", "memory (MB)"], rows, [
    "l",
    "r",
    "r",
    "r",
    "r",
    "r",
    "r",
  ]);
}

/** @throws when the generator wrote none */
function completenessIn(folder: string, document: string) {
  return completenessOf(readFileSync(path.join(folder, document), "utf8"));
}

main();
