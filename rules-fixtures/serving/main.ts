/** `npm run servers`: what stalls the fixture servers, measured while they run, beside what the engine names. */
import { askedServers } from "./asked-servers.js";
import { describeRequest } from "./requests.js";
import { type Proof, proofsOf } from "./servers.js";
import type { Verdict } from "./verdicts.js";

const WHAT = `Exits 1 when a measured stall is not named, or something is named that does not stall.`;

const HEAD = ["server", "request", "entry point", "stall ms", "named by the engine", "verdict"];

async function main(): Promise<void> {
  const servers = askedServers("npm run servers", WHAT);
  if (!servers) return;
  const rows: string[][] = [];
  let areAllAsNamed = true;
  const proofOf = proofsOf(servers);
  for (const server of servers) {
    console.error(server.name);
    const proof = await proofOf(server);
    rows.push(...rowsOf(proof));
    areAllAsNamed &&=
      proof.unmeasured.length === 0 && proof.verdicts.every(({ says }) => says === "blocks" || says === "silent");
  }
  console.log(formatTable([HEAD, ...rows]));
  process.exitCode = areAllAsNamed ? 0 : 1;
}

function rowsOf({ measured, verdicts, unmeasured }: Proof): string[][] {
  const { name } = measured.server;
  return [
    [name, "", "nothing, for comparison", measured.quiet.toFixed(0), "", ""],
    ...verdicts.map((verdict) => rowOf(name, verdict)),
    ...unmeasured.map(({ label, callee, tier }) => [name, "", label, "", `${callee}, tier ${tier}`, "not measured"]),
  ];
}

function rowOf(name: string, { measurement: { request, longestStall }, named, says }: Verdict): string[] {
  const calls = [...new Set(named.map(({ callee, tier }) => `${callee}, tier ${tier}`))].join("; ");
  return [name, describeRequest(request), request.entryPoint, longestStall.toFixed(0), calls || "no", says];
}

function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
