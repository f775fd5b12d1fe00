/** `npm run bench:shapes`: what the rules by shape (loops, regular expressions, set-up) add to the engine's time. */
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { configOf, projectsToMeasure } from "../projects.js";
import { formatTable } from "../table.js";
import { runMeasured } from "./measured-process.js";
import type { ShapePhases } from "./shape-phases.js";
import { formatSpread, median } from "./spread.js";

const USAGE = `Usage: npm run bench:shapes -- PATH… [--runs N] [--json FILE]

  PATH      a project's folder with a tsconfig.json, or a tsconfig file; dependencies must be installed
  --runs N  how often each is measured (3): the table shows medians (least–greatest)
  --json FILE  writes every measurement there

Index and search with what is told by shape, and without it, in turns: times of a processor.
Exits 1 when it adds more than a quarter.`;

const LIMIT = 0.25;
const PHASES = fileURLToPath(new URL("shape-phases.js", import.meta.url));

interface Turn {
  readonly with: ShapePhases;
  readonly without: ShapePhases;
}

function main(): void {
  const given = projectsToMeasure(USAGE);
  if (!given) return;
  const { paths, runs, keep } = given;
  const measured = paths.map((path) => {
    const tsconfig = configOf(path);
    const turns = Array.from({ length: runs }, (_, run) => {
      console.error(`${tsconfig}: run ${String(run + 1)} of ${String(runs)}`);
      return measure(tsconfig);
    });
    return { name: basename(dirname(tsconfig)), turns };
  });
  keep(measured);
  console.log(tableOf(measured));
  process.exitCode = measured.every(({ turns }) => median(turns.map(added)) <= LIMIT) ? 0 : 1;
}

/** The index takes the same time in both; its part that reads shapes is told by sampling. */
function measure(tsconfig: string): Turn {
  const phases = (...options: readonly string[]): ShapePhases =>
    JSON.parse(runMeasured(PHASES, [tsconfig, ...options]).output) as ShapePhases;
  return { with: phases(), without: phases("--without") };
}

/** As a share of the time without. */
function added(turn: Turn): number {
  return timeWith(turn) / timeWithout(turn) - 1;
}

function timeWith({ with: { index, search } }: Turn): number {
  return index + search;
}

function timeWithout({ with: { index, shapes }, without: { search } }: Turn): number {
  return index - shapes + search;
}

function tableOf(measured: readonly { readonly name: string; readonly turns: readonly Turn[] }[]): string {
  const rows = measured.map(({ name, turns }) => {
    const seconds = (of: (turn: Turn) => number): string => formatSpread(turns.map(of), 2);
    const [first] = turns;
    const counts = (of: (phases: ShapePhases) => number): string[] =>
      first ? [String(of(first.without)), String(of(first.with))] : [];
    return [
      name,
      seconds((turn) => turn.with.index),
      seconds((turn) => turn.with.shapes),
      seconds((turn) => turn.without.search),
      seconds((turn) => turn.with.search),
      `${formatSpread(
        turns.map(added).map((share) => 100 * share),
        1,
      )} %`,
      ...counts(({ questions }) => questions),
      ...counts(({ types }) => types),
      ...counts(({ blockingCalls }) => blockingCalls),
    ];
  });
  const head = ["project", "index s", "of which shapes", "search without s", "search s", "added"];
  const counted = ["questions", "types", "blocking calls"].flatMap((name) => [`${name} without`, name]);
  return formatTable([...head, ...counted], rows, ["l", ...[...head, ...counted].slice(1).map(() => "r" as const)]);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
