/** `npm start`: sets up, then checks the sample server, or what the reader names after `--`. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { root, setUp } from "./setup.mjs";

const args = process.argv.slice(2);
const isSample = !args.some((argument) => !argument.startsWith("-"));

process.exitCode = setUp() ? check() : 2;

/** @returns {number} 0 whether or not there are findings: a demonstration that finds something has not failed. */
function check() {
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, "cli", "bundle", "main.js"), "check", ...(isSample ? ["rules-fixtures/sample"] : []), ...args],
    // npm runs scripts in the package's root; the reader's paths are relative to where the reader stands.
    { cwd: isSample ? root : (process.env.INIT_CWD ?? process.cwd()), stdio: "inherit" },
  );
  return status === 1 ? 0 : (status ?? 2);
}
