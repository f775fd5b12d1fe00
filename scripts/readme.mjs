/**
 * Keeps the output in README.md equal to what `npm start` prints: one finding of it, and the summary.
 *
 *     node scripts/readme.mjs           writes it
 *     node scripts/readme.mjs --check   fails when it is stale
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./setup.mjs";

/** The entry point whose finding is shown: the one that shows the most. */
const shown = "POST /login";
const marked = /(<!-- npm start -->\n```text\n)(.*?)(```\n<!-- \/npm start -->)/s;
/** Makes a process believe that it writes to a terminal, where long lines are wrapped. */
const terminal = "data:text/javascript,Object.assign(process.stdout,{isTTY:true,columns:100})";

const file = path.join(root, "README.md");
const readme = readFileSync(file, "utf8");
if (!marked.test(readme)) throw new Error("README.md has no place marked for the output of npm start.");
const excerpt = excerptOf(outputOfStart());
const fresh = readme.replace(marked, (_, before, _stale, after) => `${before}${excerpt}\n${after}`);

if (!process.argv.includes("--check")) {
  writeFileSync(file, fresh);
} else if (withoutTimes(fresh) !== withoutTimes(readme)) {
  console.error("The output shown in README.md is not what npm start prints: npm run readme:update writes it anew.");
  process.exitCode = 1;
}

function outputOfStart() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "scripts", "start.mjs")], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", NODE_OPTIONS: `--import "${terminal}"` },
  });
  if (status !== 0) throw new Error(`npm start failed.\n${stdout}${stderr}`);
  return stdout.trim();
}

/** One finding and the last line, with `…` where others are left out. */
function excerptOf(output) {
  const blocks = output.split(/\n\n(?=\S)/);
  const summary = blocks.pop();
  const index = blocks.findIndex((block) => block.includes(shown));
  if (index === -1) throw new Error(`npm start does not find what blocks ${shown}.\n${output}`);
  const before = index > 0 ? ["…"] : [];
  const after = index < blocks.length - 1 ? ["…"] : [];
  return [...before, blocks[index], ...after, summary].join("\n\n");
}

/** How long it took is different each time. */
function withoutTimes(text) {
  return text.replace(/ in \d+(?:\.\d+)? m?s\.$/gm, " in … s.");
}
