/** `npm run fixes:servers`: the fixture servers before and after all fixes, as a table. */
import { askedServers } from "./asked-servers.js";
import { compareServer, relieved, type ServerComparison } from "./fixed-servers.js";

const WHAT = `Fixes all that can be fixed (local, then transitive, then in a worker pool, but for servers that are bundled), starts each server as it was and as it is, asks both the same,
what they cannot serve, too, and prints how long their loops stood still: for each request, and for all at once. Exits 1 when an answer differs.`;

async function main(): Promise<void> {
  const servers = askedServers("npm run fixes:servers", WHAT);
  if (!servers) return;
  let isSame = true;
  for (const server of servers) {
    const comparison = await compareServer(server);
    for (const line of linesOf(comparison)) console.log(line);
    isSame &&= comparison.requests.every(({ answers }) => answers !== "differ");
  }
  process.exitCode = isSame ? 0 : 1;
}

function linesOf(comparison: ServerComparison): string[] {
  const { server, fixes, requests, load } = comparison;
  const stalls = requests.filter(({ stall }) => stall !== undefined);
  return [
    `${server.name}: ${String(fixes.fixed)} blocking calls fixed, ${String(fixes.refused.length)} refused; ` +
      `${String(relieved(comparison).length)} of ${String(stalls.length)} requests stop the loop no more`,
    ...requests.flatMap(({ request, stall, answers, difference }) => {
      const shown = answers === "none" ? "no answer" : `answers ${answers}`.padEnd(9);
      const row = `  ${stall ? fall(stall.before, stall.after) : "faulty request".padStart(21)}  ${shown}  ${request}`;
      return difference === undefined ? [row] : [row, `    ${difference}`];
    }),
    `  ${fall(load.before.longestStall, load.after.longestStall)}  under load, the longest stall`,
    `  ${fall(load.before.allStalls, load.after.allStalls)}  under load, all stalls together`,
    ...fixes.refused.map(({ place, callee, reason }) => `  refused: ${place} ${callee}: ${reason}`),
  ];
}

function fall(before: number, after: number): string {
  return `${before.toFixed(0).padStart(6)} ms → ${after.toFixed(0).padStart(6)} ms`;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
