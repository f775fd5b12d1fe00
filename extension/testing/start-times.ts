/** `npm run bench:start`: how long a newcomer waits for the first report, and how long an editor for the extension. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleSuites } from "../packaging/bundle.js";
import { packedExtension } from "../packaging/packed-extension.js";
import { root } from "../packaging/root.js";
import { chooseEditor } from "./choose-editor.js";
import type { Editor } from "./window.js";
import { sampleWorkspace } from "./workspaces.js";

const USAGE = `Usage: npm run bench:start -- [--rounds N]

  --rounds N  how often each is measured (5)

The sample is checked as \`npm start\` does once everything is built. The extension is activated in a new window of a
real VS Code each time, as its extension host measures it: loading it, and starting the language server.
Exits 1 when half of the rounds take longer than the limit.`;

/** In ms. */
const LIMITS = { "npm start on the sample": 5000, "activation in VS Code": 300 } as const;
type Measured = keyof typeof LIMITS;

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, help: { type: "boolean", default: false } },
});
if (values.help) console.log(USAGE);
else await measure(Number(values.rounds));

async function measure(rounds: number): Promise<void> {
  report("npm start on the sample", Array.from({ length: rounds }, startSample));
  const suites = path.join(root, ".vscode-test", "suites");
  const choice = await chooseEditor({ extension: (await packedExtension("start-times")).folder, suites });
  if ("missing" in choice) throw new Error(choice.missing);
  await bundleSuites(suites);
  console.log(choice.editor.name);
  const activations: number[] = [];
  for (let round = 0; round < rounds; round++) activations.push(await activate(choice.editor));
  report("activation in VS Code", activations);
}

function startSample(): number {
  const begin = performance.now();
  const { status } = spawnSync(process.execPath, [path.join(root, "scripts", "start.mjs")], { cwd: root });
  if (status !== 0) throw new Error(`npm start ended with ${String(status)}.`);
  return performance.now() - begin;
}

async function activate(editor: Editor): Promise<number> {
  const workspace = sampleWorkspace(["."]);
  try {
    const { tests } = await editor.run({ suite: "activation", opens: workspace.folder, isTrusted: true });
    const [activation] = tests;
    if (activation?.err.message !== undefined) throw new Error(activation.err.message);
    return activation?.duration ?? Number.NaN;
  } finally {
    workspace.remove();
  }
}

function report(name: Measured, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const isFast = median <= LIMITS[name];
  const [least = Number.NaN, most = Number.NaN] = [sorted[0], sorted.at(-1)];
  const figures = `median ${median.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)})`;
  console.log(`${isFast ? "✔" : "✗"} ${name.padEnd(26)} ${figures}, limit ${String(LIMITS[name])} ms`);
  if (!isFast) process.exitCode = 1;
}
