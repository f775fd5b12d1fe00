/** `npm run catalogue:measure`: runs the catalogue's calls, and keeps what they take. */
import { execFile } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";

import { catalogue, type CatalogueRow, type MeasuredPackage, type Measurement } from "@loopguard/engine";
import { measurements } from "@loopguard/engine/measurements";

import { measurementOf } from "./figures.js";
import type { Figures, Order } from "./measured-call.js";
import { installWorkbench, type Workbench } from "./workbench.js";
import type { PackageWorkloads, Workload, Workloads } from "./workload.js";
import { areas } from "./workloads/index.js";

const USAGE = `Usage: npm run catalogue:measure [-- --only TEXT] [--missing] [--quicker]

  --only TEXT  only modules, or module#member, that contain the text, or one of several with commas in between
  --missing    only rows that have no measurement yet
  --quicker    keeps what an earlier run measured where that was quicker: other work on the machine only ever adds

Installs what it measures in bench/workbench, runs each row in a process of its own, prints what it
takes, and keeps it in engine/catalogue/measurements. Exits 1 when a workload fails.`;

const MEASURED_CALL = fileURLToPath(new URL("measured-call.js", import.meta.url));
const MEASUREMENTS = new URL("../../../engine/catalogue/measurements/", import.meta.url);
/** For one row at all its sizes, and its replacement. In ms. */
const TIME_LIMIT = 120_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: "" },
      missing: { type: "boolean", default: false },
      quicker: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const isWanted = (module: string, member: string): boolean =>
    values.only.split(",").some((text) => `${module}#${member}`.includes(text)) &&
    !(values.missing && measurements[module]?.rows[member]);
  const plan = Object.values(areas).flatMap((workloads) =>
    Object.entries(workloads).filter(([module, { rows }]) =>
      Object.entries(rows).some(([member, row]) => !("unmeasured" in row) && isWanted(module, member)),
    ),
  );
  const workbench = installWorkbench(plan.flatMap(([module, { install }]) => install ?? packageOf(module)));
  let failed = 0;
  for (const [area, workloads] of Object.entries(areas)) {
    const measured = new Map<string, MeasuredPackage>();
    for (const [module, workload] of Object.entries(workloads)) {
      const results = await measurePackage(module, workload, workbench, (member) => isWanted(module, member));
      failed += results.failed;
      if (results.measured) measured.set(module, results.measured);
    }
    if (measured.size > 0) keep(area, workloads, measured, values.quicker);
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

interface PackageResult {
  readonly measured?: MeasuredPackage;
  readonly failed: number;
}

async function measurePackage(
  module: string,
  { rows, flags, isCompiled }: PackageWorkloads,
  workbench: Workbench,
  isWanted: (member: string) => boolean,
): Promise<PackageResult> {
  const measured: Record<string, Measurement> = {};
  let failed = 0;
  const node = isCompiled === true ? process.execPath : workbench.node;
  for (const [member, row] of Object.entries(rows)) {
    if ("unmeasured" in row || !isWanted(member)) continue;
    const name = `${module}#${member}`;
    try {
      const figures = await measureRow(module, member, row, { ...workbench, node }, flags);
      measured[member] = figures;
      console.log(`${name}  ${describe(figures)}`);
    } catch (error) {
      failed++;
      console.error(`${name} FAILED: ${error instanceof Error ? reasonOf(error) : String(error)}`);
    }
  }
  if (Object.keys(measured).length === 0) return { failed };
  const [installed] = packageOf(module);
  const version = installed === undefined ? await nodeVersion(workbench) : workbench.versionOf(installed);
  const date = new Date().toISOString().slice(0, 10);
  return { failed, measured: { version: version ?? "", date, rows: measured } };
}

async function measureRow(
  module: string,
  member: string,
  workload: Workload,
  workbench: Workbench,
  flags: readonly string[] = [],
): Promise<Measurement> {
  const row = rowOf(module, member);
  const order: Order = {
    module,
    member,
    workbench: workbench.folder,
    isComputation: row.kind === "cpu",
    isOffloaded: workload.twin === undefined && row.offload === true,
  };
  const { stdout } = await promisify(execFile)(
    workbench.node,
    ["--expose-gc", "--no-warnings", ...flags, MEASURED_CALL, JSON.stringify(order)],
    {
      cwd: workbench.folder,
      timeout: TIME_LIMIT,
      maxBuffer: 64 * 1024 ** 2,
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
  // A package may print as well: what counts is the last line.
  return measurementOf(workload, JSON.parse(stdout.slice(stdout.lastIndexOf("\n{") + 1)) as Figures);
}

function rowOf(module: string, member: string): CatalogueRow {
  const row = catalogue.find((entry) => entry.module === module)?.rows.find((each) => each.member === member);
  if (!row) throw new Error("the catalogue has no such row");
  return row;
}

/** Keeps what was measured now beside what an earlier run measured, as long as there is a workload for it. */
function keep(
  area: string,
  workloads: Workloads,
  measured: ReadonlyMap<string, MeasuredPackage>,
  isQuickerKept: boolean,
): void {
  const all = Object.entries(workloads).flatMap(([module, { rows }]): [string, MeasuredPackage][] => {
    const before = measurements[module];
    const now = measured.get(module);
    const kept = Object.keys(rows).flatMap((member): [string, Measurement][] => {
      const [earlier, latest] = [before?.rows[member], now?.rows[member]];
      const figures = isQuickerKept && earlier && latest && earlier.ms < latest.ms ? earlier : (latest ?? earlier);
      return figures ? [[member, figures]] : [];
    });
    const { version, date } = now ?? before ?? {};
    return version === undefined || date === undefined || kept.length === 0
      ? []
      : [[module, { version, date, rows: Object.fromEntries(kept) }]];
  });
  write(
    area,
    `/** Generated by \`npm run catalogue:measure\`. */
import type { Measurements } from "../measurement.js";

export const ${nameOf(area)}: Measurements = ${JSON.stringify(Object.fromEntries(all), null, 2)};
`,
  );
  const kept = readdirSync(MEASUREMENTS)
    .map((name) => name.replace(/\.ts$/u, ""))
    .filter((name) => name !== "index")
    .sort();
  write(
    "index",
    `/** Every measurement, by canonical module name. Generated by \`npm run catalogue:measure\`. */
import type { Measurements } from "../measurement.js";
${kept.map((name) => `import { ${nameOf(name)} } from "./${name}.js";`).join("\n")}

export const measurements: Measurements = { ${kept.map((name) => `...${nameOf(name)}`).join(", ")} };
`,
  );
}

function write(name: string, text: string): void {
  writeFileSync(new URL(`${name}.ts`, MEASUREMENTS), text);
}

/** `node-crypto` → `nodeCrypto` */
function nameOf(area: string): string {
  return area.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** The npm package of a module; none for Node's core. */
function packageOf(module: string): readonly string[] {
  if (module === "global" || module.startsWith("node:")) return [];
  return [module.split("/", module.startsWith("@") ? 2 : 1).join("/")];
}

async function nodeVersion({ node }: Workbench): Promise<string> {
  const { stdout } = await promisify(execFile)(node, ["--version"]);
  return stdout.trim().slice(1);
}

function describe({ ms, stallMs, loopShare, of, growth, replacement }: Measurement): string {
  const share = (value: number): string => `${String(Math.round(value * 100))} %`;
  const instead = replacement
    ? `; ${replacement.is} ${String(replacement.ms)} ms, ${share(replacement.loopShare)} on the loop${replacement.isSame === false ? ", ANOTHER RESULT" : ""}`
    : "";
  const grows = growth === undefined ? "" : `, grows with n^${String(growth)}`;
  return `${String(ms)} ms${of === undefined ? "" : ` (${of})`}, ${share(loopShare)} on the loop, stall ${String(stallMs)} ms${grows}${instead}`;
}

function reasonOf(error: Error & { stderr?: string }): string {
  const said = error.stderr?.split("\n").find((line) => /error/iu.test(line));
  return said?.trim() ?? error.message.split("\n", 1)[0] ?? "";
}

await main();
