/** `npm run bench:growth`: a generated server that grows, beside the type check of the same files. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { fromCaller, keepMeasurements } from "../projects.js";
import { formatTable } from "../table.js";
import { runMeasured } from "../time/measured-process.js";
import type { Phases } from "../time/phases.js";
import { formatSpread, median } from "../time/spread.js";
import { runTsc, type TscRun } from "../time/tsc.js";
import { generateServer, type ServerSize, USUAL_SIZE } from "./generated-server.js";
import { exponentOf } from "./power-law.js";

const USAGE = `Usage: npm run bench:growth -- [--sizes N,N…] [--runs N] [--json FILE]
       npm run bench:growth -- --write FOLDER --files N

  --sizes N,N…  numbers of source files (100,300,1000,3000); the long run has 100,1000,5000,10000,20000
  --runs N      how often each is measured (1): medians count
  --json FILE   writes every measurement there
  --write FOLDER, --files N
                measures nothing, and writes the server of that size for other commands, such as bench:editor

Three series: the server grows; at one size, only the number of blocking calls grows; at one size, only other code does.
Exits 1 when time or memory grow faster than size^1.1, when index and search cost more than a tenth of tsc --noEmit,
when the search grows faster than blocking calls^1.1, or when it pays for calls that have nothing to do with what
blocks.`;

const MAX_EXPONENT = 1.1;
const MAX_SHARE = 0.1;
const PHASES = fileURLToPath(new URL("../time/phases.js", import.meta.url));

interface Measurement {
  readonly size: ServerSize;
  readonly loopguard: readonly (Phases & { readonly memory: number })[];
  /** Only where the share counts. */
  readonly tsc: readonly TscRun[];
}

function main(): void {
  const { values } = parseArgs({
    options: {
      sizes: { type: "string", default: "100,300,1000,3000" },
      runs: { type: "string", default: "1" },
      json: { type: "string" },
      write: { type: "string" },
      files: { type: "string", default: "5000" },
      help: { type: "boolean", default: false },
    },
  });
  const sizes = values.sizes.split(",").map(Number);
  const runs = Number(values.runs);
  const files = Number(values.files);
  const isValid = sizes.length > 1 && [...sizes, files].every((size) => Number.isInteger(size) && size >= 20);
  if (values.help || !isValid || !Number.isInteger(runs) || runs < 1) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  if (values.write !== undefined) {
    writeServer({ ...USUAL_SIZE, files }, fromCaller(values.write));
    return;
  }
  const middle = sizes[Math.floor((sizes.length - 1) / 2)] ?? 1000;
  const growing = sizes.map((files) => measure({ ...USUAL_SIZE, files }, runs, true));
  const moreBlocking = [400, 100, 25, 6].map((filesPerBlockingCall) =>
    measure({ ...USUAL_SIZE, files: middle, filesPerBlockingCall }, runs, false),
  );
  const moreCalls = [0, 6, 24].map((functionsPerPart) =>
    measure({ ...USUAL_SIZE, files: middle, functionsPerPart }, runs, false),
  );

  const failures = report(growing, moreBlocking, moreCalls);
  keepMeasurements(values.json, { growing, moreBlocking, moreCalls });
  for (const failure of failures) console.log(`✗ ${failure}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

/** Prints the three series, and returns what is not as it should be. */
function report(
  growing: readonly Measurement[],
  moreBlocking: readonly Measurement[],
  moreCalls: readonly Measurement[],
): string[] {
  console.log(`The server grows:\n\n${tableOf(growing)}\n`);
  const exponents = {
    "index time": exponentOf(growing.map((at) => ({ size: filesOf(at), value: of(at, ({ index }) => index) }))),
    "search time": exponentOf(growing.map((at) => ({ size: filesOf(at), value: of(at, ({ search }) => search) }))),
    memory: exponentOf(growing.map((at) => ({ size: filesOf(at), value: of(at, ({ memory }) => memory) }))),
    "tsc time": exponentOf(growing.map((at) => ({ size: filesOf(at), value: median(at.tsc.map((run) => run.wall)) }))),
  };
  const fitted = Object.entries(exponents).map(([name, exponent]) => `${name} ∝ files^${exponent.toFixed(2)}`);
  const byBlocking = exponentOf(
    moreBlocking.map((at) => ({ size: blockingCallsOf(at), value: of(at, ({ search }) => search) })),
  );
  console.log(`${fitted.join(", ")}\n\nOnly blocking calls are added:\n\n${tableOf(moreBlocking)}\n`);
  console.log(`search time ∝ blocking calls^${byBlocking.toFixed(2)}\n`);
  console.log(`Only other code is added:\n\n${tableOf(moreCalls)}\n`);

  const failures = Object.entries(exponents).flatMap(([name, exponent]) =>
    name !== "tsc time" && exponent > MAX_EXPONENT
      ? [`${name} grows with files^${exponent.toFixed(2)}, faster than files^1.1`]
      : [],
  );
  if (byBlocking > MAX_EXPONENT)
    failures.push(`search time grows with blocking calls^${byBlocking.toFixed(2)}, faster than calls^1.1`);
  for (const at of growing) {
    const share = median(sharesOf(at));
    if (share > MAX_SHARE) failures.push(`${String(filesOf(at))} files cost ${percent([share])} of the type check`);
  }
  const [few, many] = [moreCalls.at(0), moreCalls.at(-1)].map((at) => at?.loopguard[0]?.questions ?? 0);
  if (few !== many)
    failures.push(`other code makes the search ask ${String(many)} questions instead of ${String(few)}`);
  return failures;
}

function measure(size: ServerSize, runs: number, besideTsc: boolean): Measurement {
  const project = mkdtempSync(path.join(tmpdir(), "loopguard-growth-"));
  try {
    writeServer(size, project);
    const tsconfig = path.join(project, "tsconfig.json");
    const tsc: TscRun[] = [];
    const loopguard: (Phases & { memory: number })[] = [];
    for (let run = 1; run <= runs; run++) {
      console.error(`${String(size.files)} files, run ${String(run)} of ${String(runs)}`);
      if (besideTsc) tsc.push(runTsc(tsconfig));
      const { output, memory } = runMeasured(PHASES, [tsconfig]);
      loopguard.push({ ...(JSON.parse(output) as Phases), memory });
    }
    return { size, loopguard, tsc };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function writeServer(size: ServerSize, project: string): void {
  for (const [name, text] of generateServer(size)) {
    const file = path.join(project, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  symlinkSync(dependencies(), path.join(project, "node_modules"), "junction");
}

/** The folder of the packages that the generated server imports: this project's own. */
function dependencies(): string {
  const manifest = createRequire(import.meta.url).resolve("express/package.json");
  return path.dirname(path.dirname(manifest));
}

function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map((at) => {
    const [first] = at.loopguard;
    const times = (phase: "index" | "search"): string =>
      formatSpread(
        at.loopguard.map((run) => run[phase]),
        2,
      );
    return [
      String(filesOf(at)),
      String(first?.lines ?? 0),
      `${String(first?.onLoop ?? 0)} of ${String(first?.blockingCalls ?? 0)}`,
      String(first?.questions ?? 0),
      times("index"),
      times("search"),
      formatSpread(
        at.loopguard.map(({ memory }) => memory),
        0,
      ),
      ...(at.tsc.length > 0
        ? [
            formatSpread(
              at.tsc.map(({ wall }) => wall),
              1,
            ),
            formatSpread(
              at.tsc.map(({ memory }) => memory),
              0,
            ),
            String(at.tsc[0]?.errors ?? 0),
            percent(sharesOf(at)),
          ]
        : []),
    ];
  });
  const besideTsc = measurements.some(({ tsc }) => tsc.length > 0);
  return formatTable(
    [
      ...["files", "lines", "blocking calls on the loop", "questions", "index s", "search s", "memory MB"],
      ...(besideTsc ? ["tsc s", "tsc MB", "errors", "index and search"] : []),
    ],
    rows,
    Array.from({ length: 11 }, () => "r" as const),
  );
}

function filesOf({ loopguard }: Measurement): number {
  return loopguard[0]?.files ?? 0;
}

function blockingCallsOf({ loopguard }: Measurement): number {
  return loopguard[0]?.blockingCalls ?? 0;
}

function of({ loopguard }: Measurement, value: (run: Phases & { readonly memory: number }) => number): number {
  return median(loopguard.map(value));
}

function sharesOf({ loopguard, tsc }: Measurement): readonly number[] {
  return tsc.flatMap(({ wall }, run) => {
    const phases = loopguard[run];
    return phases ? [(phases.index + phases.search) / wall] : [];
  });
}

function percent(shares: readonly number[]): string {
  return `${formatSpread(
    shares.map((share) => 100 * share),
    1,
  )} %`;
}

main();
