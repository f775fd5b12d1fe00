/**
 * Keeps the output in README.md equal to what `npm start` prints.
 *
 *     node scripts/readme.mjs           writes it
 *     node scripts/readme.mjs --check   fails when it is stale
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./setup.mjs";

const file = path.join(root, "README.md");
const marked = /(<!-- npm start -->\n```text\n)(.*?)(\n```\n<!-- \/npm start -->)/s;

const readme = readFileSync(file, "utf8");
if (!marked.test(readme)) throw new Error("README.md has no place marked for the output of npm start.");
const output = outputOfStart();
const fresh = readme.replace(marked, (_, before, _stale, after) => `${before}${output}${after}`);

if (!process.argv.includes("--check")) {
  writeFileSync(file, fresh);
} else if (comparable(fresh) !== comparable(readme)) {
  console.error("The output shown in README.md is not what npm start prints: npm run readme:update writes it anew.");
  process.exitCode = 1;
}

function outputOfStart() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "scripts", "start.mjs")], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, COLUMNS: "100" },
  });
  if (status !== 0) throw new Error(`npm start failed.\n${stdout}${stderr}`);
  return stdout.trim();
}

/** How long it took is different each time. */
function comparable(text) {
  return text.replace(/\b\d+(?:\.\d+)? m?s\b(?=\.)/g, "… s");
}
