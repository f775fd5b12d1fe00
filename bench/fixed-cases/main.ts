/** `npm run fixes:cases`: what becomes of blocking calls that were really fixed, held against what their maintainers did. */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import type { FixLevel } from "@loopguard/engine";

import { chosenCases, type FixedBug, type Site } from "../real-cases/cases.js";
import { checkOut, removeCheckout } from "../real-cases/checkout.js";
import { formatTable } from "../table.js";
import { dryRun, type FixRun } from "./fix-run.js";

const USAGE = `Usage: npm run fixes:cases -- --repos DIR [--case ID]… [--patches DIR]

  --repos DIR    folder of git clones: owner+name, owner/name, name, or any name with a fitting remote
  --case ID      only this case
  --patches DIR  write the patches there, to be read

Exits 1 when fewer than nine of ten calls are fixed that can be awaited.`;

const ALL = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/** What a maintainer did about the calls of one case. */
interface Repair {
  readonly did: string;
  /** They were awaited, so that a fix can do the same. */
  readonly isAwaitable: boolean;
  /** What a fix has to do instead, where awaiting would not take the work off the loop. */
  readonly level?: FixLevel;
  /** Files where something else was done. */
  readonly otherwise?: readonly string[];
}

interface Judged {
  readonly bug: FixedBug;
  readonly repair: Repair;
  readonly fixed: readonly Site[];
  readonly refused: readonly { readonly site: Site; readonly reason: string }[];
  readonly warnings: readonly string[];
}

function main(): void {
  const { values } = parseArgs({
    options: {
      repos: { type: "string" },
      case: { type: "string", multiple: true, default: ALL },
      patches: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || values.repos === undefined) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const here = process.env["INIT_CWD"] ?? ".";
  const clones = resolve(here, values.repos);
  const repairs = JSON.parse(
    readFileSync(new URL("../../cases/maintainers.json", import.meta.url), "utf8"),
  ) as Readonly<Record<string, Repair>>;
  const judged = chosenCases(values.case).bugs.map((bug) => {
    console.error(`${bug.repository} at ${bug.before.slice(0, 12)}`);
    const repair = repairs[String(bug.id)] ?? { did: "", isAwaitable: false };
    const run = runOn(bug, clones, repair.level ?? "transitive");
    if (values.patches !== undefined) writeFileSync(join(resolve(here, values.patches), `${bug.id}.patch`), run.patch);
    return judge(bug, repair, run);
  });
  console.log(report(judged));
  const awaitable = judged.flatMap(awaitableSites);
  process.exitCode = awaitable.filter(({ isFixed }) => isFixed).length * 10 >= awaitable.length * 9 ? 0 : 1;
}

function runOn(bug: FixedBug, clones: string, level: FixLevel): FixRun {
  const folder = checkOut(clones, { ...bug, commit: bug.before });
  try {
    return dryRun(folder, [...new Set(bug.blocking.map(({ file }) => file))], level);
  } finally {
    removeCheckout(folder);
  }
}

function judge(bug: FixedBug, repair: Repair, { refused, changed, warnings }: FixRun): Judged {
  const reasonOf = ({ file, line }: Site): string | undefined => {
    const refusal = refused.find((each) => each.file === file && each.line === line);
    if (refusal) return refusal.reason;
    return changed.get(file)?.has(line) === true ? undefined : "It is not found.";
  };
  return {
    bug,
    repair,
    warnings,
    fixed: bug.blocking.filter((site) => reasonOf(site) === undefined),
    refused: bug.blocking.flatMap((site) => {
      const reason = reasonOf(site);
      return reason === undefined ? [] : [{ site, reason }];
    }),
  };
}

function awaitableSites({ bug, repair, fixed }: Judged): { readonly isFixed: boolean }[] {
  return bug.blocking
    .filter(({ file }) => repair.isAwaitable && repair.otherwise?.includes(file) !== true)
    .map((site) => ({ isFixed: fixed.includes(site) }));
}

function report(judged: readonly Judged[]): string {
  const rows = judged.map(({ bug, repair, fixed, refused, warnings }) => [
    String(bug.id),
    `${bug.repository} ${bug.change}`,
    repair.level ?? "transitive",
    String(bug.blocking.length),
    String(fixed.length),
    String(refused.length),
    String(warnings.length),
    repair.did,
  ]);
  const refusals = judged.flatMap(({ bug, refused }) =>
    refused.map(({ site: { file, line, call }, reason }) => `- ${bug.id}: ${file}:${line} ${call}: ${reason}`),
  );
  const awaitable = judged.flatMap(awaitableSites);
  const fixed = awaitable.filter(({ isFixed }) => isFixed).length;
  return [
    formatTable(["case", "change", "level", "calls", "fixed", "refused", "warnings", "what the maintainer did"], rows, [
      "r",
      "l",
      "l",
      "r",
      "r",
      "r",
      "r",
    ]),
    `Of the ${awaitable.length} calls that the maintainers awaited, ${fixed} are fixed.`,
    ...(refusals.length > 0 ? ["Refused:", refusals.join("\n")] : []),
  ].join("\n\n");
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
