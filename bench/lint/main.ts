/** `npm run bench:eslint`: what this plugin adds to a run of ESLint with typescript-eslint's typed preset. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectsToMeasure } from "../projects.js";
import { formatTable } from "../table.js";
import { type MeasuredRun, runMeasured } from "../time/measured-process.js";
import { formatSpread, median } from "../time/spread.js";
import { cyclePluginOf } from "./cycle-plugin.js";
import type { Besides, LintRun } from "./lint-project.js";
import { copyOfProject } from "./project-copy.js";

const USAGE = `Usage: npm run bench:eslint -- PATH… [--runs N] [--json FILE]

  PATH      a project's folder with a tsconfig.json; dependencies must be installed
  --runs N  how often each is measured (3): the table shows medians (least–greatest)
  --json FILE  writes every measurement there

Beside typescript-eslint's recommendedTypeChecked alone: with the config recommended, in a first run and in a second
one after a statement was added to a function; and with no-cycle, another rule that looks beyond a file, where the
project has a plugin with it. Exits 1 when the first run takes more than 1.10 times as long, or the second more than 1.02.`;

const LIMIT = 1.1;
const SECOND_LIMIT = 1.02;
const LINT = fileURLToPath(new URL("lint-project.js", import.meta.url));

type Run = LintRun & Pick<MeasuredRun, "memory">;

interface Measurement {
  readonly name: string;
  readonly alone: readonly Run[];
  readonly first: readonly Run[];
  readonly second: readonly Run[];
  /** Empty where the project has no plugin with it. */
  readonly cycles: readonly Run[];
}

function main(): void {
  const measured = projectsToMeasure(USAGE);
  if (!measured) return;
  const { paths, runs, keep } = measured;
  const measurements = paths.map((folder) => measure(folder, runs));
  keep(measurements);
  console.log(format(measurements));
  const isFast = measurements.every(
    ({ alone, first, second }) =>
      median(factors(first, alone)) <= LIMIT && median(factors(second, alone)) <= SECOND_LIMIT,
  );
  process.exitCode = isFast ? 0 : 1;
}

/** Takes turns, so that a busy moment of the machine meets all. */
function measure(folder: string, runs: number): Measurement {
  const [alone, first, second, cycles]: Run[][] = [[], [], [], []];
  const project = copyOfProject(folder, sourcesOf(folder));
  const hasCycles = cyclePluginOf(folder) !== undefined;
  try {
    for (let run = 1; run <= runs; run++) {
      console.error(`${folder}: run ${String(run)} of ${String(runs)}`);
      const cache = mkdtempSync(join(tmpdir(), "loopguard-lint-cache-"));
      alone?.push(lint(project.directory, "nothing", cache));
      first?.push(lint(project.directory, "loopguard", cache));
      project.edit();
      second?.push(lint(project.directory, "loopguard", cache));
      if (hasCycles) cycles?.push(lint(project.directory, "cycles", cache));
      rmSync(cache, { recursive: true });
    }
  } finally {
    project.remove();
  }
  return { name: folder, alone: alone ?? [], first: first ?? [], second: second ?? [], cycles: cycles ?? [] };
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.d|\.test|\.spec)\.ts$/u.test(name) && !/node_modules|test/u.test(name))
    .sort();
}

function lint(folder: string, besides: Besides, cache: string): Run {
  process.env["LOOPGUARD_CACHE"] = cache;
  const { output, memory } = runMeasured(LINT, [folder, besides]);
  return { ...(JSON.parse(output) as LintRun), memory };
}

function factors(runs: readonly Run[], alone: readonly Run[]): readonly number[] {
  return runs.flatMap(({ seconds }, index) => {
    const other = alone[index];
    return other ? [seconds / other.seconds] : [];
  });
}

function format(measurements: readonly Measurement[]): string {
  const head = ["project", "with the typed preset", "files", "not parsed", "s", "factor", "peak MB", "findings"];
  const rows = measurements.flatMap(({ name, alone, first, second, cycles }) =>
    [
      { besides: "alone", runs: alone },
      { besides: "Loopguard, first run", runs: first },
      { besides: "Loopguard, after an edit", runs: second },
      { besides: "no-cycle", runs: cycles },
    ].flatMap(({ besides, runs }) => {
      const [run] = runs;
      if (!run) return [];
      const spread = (value: (of: Run) => number, digits: number): string => formatSpread(runs.map(value), digits);
      return [
        [
          ...[name, besides, String(run.files), String(run.parsingErrors), spread(({ seconds }) => seconds, 1)],
          formatSpread(factors(runs, alone), 3),
          spread(({ memory }) => memory, 0),
          String(run.findings),
        ],
      ];
    }),
  );
  return formatTable(head, rows, ["l", "l", "r", "r", "r", "r", "r", "r"]);
}

main();
