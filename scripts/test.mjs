/**
 * `npm test`: sets up, then runs every test and check. The last line says how many passed and failed.
 * `npm test -- engine/dist/facts` runs those in one place.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { builtFolders, root, setUp } from "./setup.mjs";

if (setUp()) {
  runMocha();
} else {
  fail();
}

function runMocha() {
  let hasSummary = false;
  const asked = process.argv.slice(2);
  const specs = asked.length > 0 ? asked : builtFolders.map((folder) => `${folder}/dist/**/*.test.js`);
  // A test may be skipped where the machine lacks something, but not where the result counts.
  const strictness = process.env.CI ? ["--forbid-pending"] : [];
  const mocha = spawn(
    process.execPath,
    ["--enable-source-maps", path.join(root, "node_modules", "mocha", "bin", "mocha.js"), ...strictness, ...specs],
    { cwd: root, stdio: ["ignore", "inherit", "inherit", "ipc"] },
  );
  mocha.on("message", (message) => {
    hasSummary ||= message === "summary";
  });
  mocha.on("close", (code) => {
    // A test file that cannot even be loaded ends mocha before it counts anything.
    if (hasSummary) process.exitCode = code ?? 1;
    else fail();
  });
}

function fail() {
  console.log("\n0 passed, 1 failed");
  process.exitCode = 1;
}
