/**
 * `npm test`: sets up, then runs every test and check. The last line says how many passed and failed.
 * `npm test -- engine/dist/facts` runs those in one place.
 */
import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { builtFolders, root, setUp } from "./setup.mjs";
import { summary } from "./summary.mjs";

/** What measures how long something stalls, or drives an editor: nothing else may run beside it. */
const ALONE = [
  "extension/dist/testing/real-vscode.test.js",
  "rules-fixtures/dist/offloading.test.js",
  "rules-fixtures/dist/servers.test.js",
];

const counts = { passes: 0, failures: 0, pending: 0 };
if (setUp()) {
  const asked = process.argv.slice(2);
  if (asked.length > 0) await runMocha(asked);
  else await runEverything();
} else {
  counts.failures++;
}
process.exitCode = counts.failures > 0 ? 1 : 0;
console.log(summary(counts));

async function runEverything() {
  // The longest come first, so that no processor waits for one file at the end.
  const folders = [...builtFolders].reverse();
  const jobs = Math.max(2, Math.min(4, os.availableParallelism()));
  await runMocha([
    ...["--parallel", "--jobs", String(jobs)],
    ...ALONE.flatMap((file) => ["--ignore", file]),
    ...folders.map((folder) => `${folder}/dist/**/*.test.js`),
  ]);
  await runMocha(ALONE);
}

/** Adds what mocha counted to the counts. A test file that cannot even be loaded ends mocha before it counts. */
function runMocha(options) {
  // A test may be skipped where the machine lacks something, but not where the result counts.
  const strictness = process.env.CI ? ["--forbid-pending"] : [];
  const mocha = spawn(
    process.execPath,
    ["--enable-source-maps", path.join(root, "node_modules", "mocha", "bin", "mocha.js"), ...strictness, ...options],
    // What an earlier run kept of this repository proves nothing.
    {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, LOOPGUARD_CACHE: "off" },
    },
  );
  let counted;
  mocha.on("message", (message) => {
    counted = message;
  });
  return new Promise((resolve) => {
    mocha.on("close", (code) => {
      for (const count of Object.keys(counts)) counts[count] += counted?.[count] ?? 0;
      if (code !== 0 && !counted?.failures) counts.failures++;
      resolve();
    });
  });
}
