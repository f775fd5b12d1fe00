/** `npm run bench:eslint`: what this plugin adds to a run of ESLint with typescript-eslint's typed preset. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formatTable } from "../table.js";
import { runMeasured } from "../time/measured-process.js";
import { formatSpread, median } from "../time/spread.js";
import type { LintRun } from "./lint-project.js";

const USAGE = `Usage: npm run bench:eslint -- PATH… [--runs N]

  PATH      a project's folder with a tsconfig.json; dependencies must be installed
  --runs N  how often each is measured (3): the table shows medians (least–greatest)

With the config recommended, ESLint should take at most 1.15 times as long as with typescript-eslint's
recommendedTypeChecked alone; exits 1 when it takes longer.`;

const LIMIT = 1.15;
const LINT = fileURLToPath(new URL("lint-project.js", import.meta.url));

interface Measurement {
  readonly name: string;
  readonly alone: readonly LintRun[];
  readonly together: readonly LintRun[];
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: "string", default: "3" }, help: { type: "boolean", default: false } },
  });
  const runs = Number(values.runs);
  if (values.help || positionals.length === 0 || !Number.isInteger(runs) || runs < 1) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const measurements = positionals.map((folder) => measure(resolve(folder), runs));
  console.log(format(measurements));
  process.exitCode = measurements.every((measurement) => median(factors(measurement)) <= LIMIT) ? 0 : 1;
}

/** Takes turns, so that a busy moment of the machine meets both. */
function measure(folder: string, runs: number): Measurement {
  const alone: LintRun[] = [];
  const together: LintRun[] = [];
  for (let run = 1; run <= runs; run++) {
    console.error(`${folder}: run ${String(run)} of ${String(runs)}`);
    alone.push(lint(folder, false));
    together.push(lint(folder, true));
  }
  return { name: folder, alone, together };
}

function lint(folder: string, isWithLoopguard: boolean): LintRun {
  return JSON.parse(runMeasured(LINT, [folder, String(isWithLoopguard)]).output) as LintRun;
}

function factors({ alone, together }: Measurement): readonly number[] {
  return together.flatMap(({ seconds }, index) => {
    const other = alone[index];
    return other ? [seconds / other.seconds] : [];
  });
}

function format(measurements: readonly Measurement[]): string {
  const head = ["project", "files", "not parsed", "typed preset s", "with loopguard s", "factor", "findings"];
  const rows = measurements.map((measurement) => {
    const { name, alone, together } = measurement;
    const [first] = together;
    const seconds = (of: readonly LintRun[]) =>
      formatSpread(
        of.map((run) => run.seconds),
        1,
      );
    return [
      name,
      String(first?.files ?? 0),
      String(first?.parsingErrors ?? 0),
      seconds(alone),
      seconds(together),
      formatSpread(factors(measurement), 2),
      String(first?.findings ?? 0),
    ];
  });
  return formatTable(head, rows, ["l", "r", "r", "r", "r", "r", "r"]);
}

main();
