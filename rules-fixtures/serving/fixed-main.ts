/** `npm run fixes:servers`: the fixture servers before and after all fixes, as a table. */
import { askedServers } from "./asked-servers.js";
import { compareServer, relieved } from "./fixed-servers.js";

const WHAT = `Fixes all that can be fixed (local, then transitive, then in a worker pool, but for servers that are bundled), starts each server as it was and as it is, asks both the same,
and prints how long their loops stood still. Exits 1 when an answer differs.`;

async function main(): Promise<void> {
  const servers = askedServers("npm run fixes:servers", WHAT);
  if (!servers) return;
  let isSame = true;
  for (const server of servers) {
    const comparison = await compareServer(server);
    const { fixes, requests } = comparison;
    console.log(
      `${server.name}: ${String(fixes.fixed)} blocking calls fixed, ${String(fixes.refused.length)} refused; ` +
        `${String(relieved(comparison).length)} of ${String(requests.length)} requests stop the loop no more`,
    );
    for (const { request, before, after, answers, difference } of requests) {
      const times = `${before.toFixed(0).padStart(6)} ms → ${after.toFixed(0).padStart(6)} ms`;
      console.log(`  ${times}  ${answers === "none" ? "no answer" : `answers ${answers}`.padEnd(9)}  ${request}`);
      if (difference !== undefined) console.log(`    ${difference}`);
      isSame &&= answers !== "differ";
    }
    for (const { place, callee, reason } of fixes.refused) console.log(`  refused: ${place} ${callee}: ${reason}`);
  }
  process.exitCode = isSame ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
