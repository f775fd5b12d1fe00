/** `npm run bench`: Loopguard's phases beside the type check of the same projects. */
import { cpus } from "node:os";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";

import { configOf, projectsToMeasure } from "../projects.js";
import { formatTable } from "../table.js";
import { runMeasured } from "./measured-process.js";
import type { Phases } from "./phases.js";
import { formatSpread, median } from "./spread.js";
import { runTsc, type TscRun } from "./tsc.js";

const USAGE = `Usage: npm run bench -- PATH… [--runs N] [--json FILE]

  PATH      a project's folder with a tsconfig.json, or a tsconfig file; dependencies must be installed
  --runs N  how often each is measured (3): the table shows medians (least–greatest)
  --json FILE  writes every measurement there

Index and search should cost at most a tenth of tsc --noEmit; exits 1 when they cost more.
The stricter share, of tsc's check time alone, stands beside it.`;

const LIMIT = 0.1;
const PHASES = fileURLToPath(new URL("phases.js", import.meta.url));

interface Measurement {
  readonly name: string;
  readonly tsc: readonly TscRun[];
  readonly loopguard: readonly (Phases & { readonly memory: number })[];
}

function main(): void {
  const measured = projectsToMeasure(USAGE);
  if (!measured) return;
  const { paths, runs, keep } = measured;
  const measurements = paths.map((path) => measure(configOf(path), runs));
  keep(measurements);
  console.log(formatMeasurements(measurements, runs));
  process.exitCode = measurements.every((measurement) => median(shares(measurement, "wall")) <= LIMIT) ? 0 : 1;
}

/** Takes turns, so that a busy moment of the machine meets both. */
function measure(tsconfig: string, runs: number): Measurement {
  const tsc: TscRun[] = [];
  const loopguard: (Phases & { memory: number })[] = [];
  for (let run = 1; run <= runs; run++) {
    console.error(`${tsconfig}: run ${String(run)} of ${String(runs)}`);
    tsc.push(runTsc(tsconfig));
    const { output, memory } = runMeasured(PHASES, [tsconfig]);
    loopguard.push({ ...(JSON.parse(output) as Phases), memory });
  }
  return { name: projectName(tsconfig), tsc, loopguard };
}

/** Index and search as a share of the whole `tsc --noEmit`, or of its check time alone, run by run. */
function shares({ tsc, loopguard }: Measurement, of: "wall" | "check"): readonly number[] {
  return tsc.flatMap((run, index) => {
    const phases = loopguard[index];
    return phases ? [(phases.index + phases.search) / run[of]] : [];
  });
}

function formatShares(values: readonly number[]): string {
  return `${formatSpread(
    values.map((share) => 100 * share),
    1,
  )} %`;
}

function formatMeasurements(measurements: readonly Measurement[], runs: number): string {
  const rows = measurements.map((measurement) => {
    const { name, tsc, loopguard } = measurement;
    const [first] = loopguard;
    return [
      name,
      String(first?.files ?? 0),
      String(first?.lines ?? 0),
      formatSpread(
        tsc.map(({ wall }) => wall),
        1,
      ),
      formatSpread(
        tsc.map(({ check }) => check),
        1,
      ),
      String(tsc[0]?.errors ?? 0),
      formatSpread(
        loopguard.map(({ program }) => program),
        1,
      ),
      formatSpread(
        loopguard.map(({ index }) => index),
        2,
      ),
      formatSpread(
        loopguard.map(({ search }) => search),
        2,
      ),
      formatShares(shares(measurement, "wall")),
      formatShares(shares(measurement, "check")),
      formatSpread(
        tsc.map(({ memory }) => memory),
        0,
      ),
      formatSpread(
        loopguard.map(({ memory }) => memory),
        0,
      ),
      `${String(first?.onLoop ?? 0)} of ${String(first?.blockingCalls ?? 0)}`,
    ];
  });
  const head = [
    ...["project", "files", "lines", "tsc --noEmit s", "its check s", "its errors", "program s", "index s", "search s"],
    ...[
      "index + search / tsc",
      "index + search / check",
      "tsc peak MB",
      "Loopguard peak MB",
      "blocking calls on the loop",
    ],
  ];
  return [
    formatTable(head, rows, ["l", ...head.slice(1).map(() => "r" as const)]),
    `TypeScript ${ts.version}, Node.js ${process.versions.node}, ${String(cpus().length)} processors; ${String(runs)} runs in turns, each in its own process: median (least–greatest).`,
    "Program is parsing and binding, which tsc does as well. Index reads the facts of every file; search goes from blocking calls back to entry points.",
  ].join("\n\n");
}

function projectName(tsconfig: string): string {
  const config = basename(tsconfig);
  return config === "tsconfig.json" ? basename(dirname(tsconfig)) : `${basename(dirname(tsconfig))}/${config}`;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
