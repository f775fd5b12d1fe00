/** What is made of `spawnSync` says of a program what `spawnSync` says: both run, however the program ends. */
import assert from "node:assert/strict";

import { fixAll } from "@loopguard/engine";

import { edited, open } from "./fixing.js";

const RUNNING = `
import { spawnSync } from "node:child_process";
export async function run(command, args, timeout) {
  const result = spawnSync(command, args, { timeout });
  return {
    status: result.status,
    signal: result.signal,
    stdout: result.stdout?.toString(),
    stderr: result.stderr?.toString(),
    failed: Boolean(result.error),
  };
}`;

interface Ending {
  readonly name: string;
  readonly source: string;
  readonly command?: string;
  /** In milliseconds. */
  readonly timeout?: number;
}

const ENDINGS: readonly Ending[] = [
  { name: "writes", source: "console.log('out'); console.error('err')" },
  { name: "fails", source: "console.log('out'); process.exit(3)" },
  { name: "is killed", source: "process.kill(process.pid, 'SIGKILL'); setTimeout(() => {}, 9999)" },
  { name: "takes too long", source: "setTimeout(() => {}, 99999)", timeout: 300 },
  { name: "reads its input to the end", source: "process.stdin.on('end', () => console.log('end')).resume()" },
  { name: "is not there", source: "", command: "no-such-program-anywhere" },
];

type Run = (command: string, args: readonly string[], timeout?: number) => Promise<unknown>;

describe("what a program is said to have done", function () {
  this.timeout(120_000);
  let runs: readonly Run[];

  before(async () => {
    const files = { "run.mjs": RUNNING };
    const { project, findings } = open(files);
    const after = edited(files, fixAll(project, findings, "local").files)["run.mjs"] ?? "";
    assert.doesNotMatch(after, /\bspawnSync\(/u);
    runs = await Promise.all([RUNNING, after].map(load));
  });

  for (const { name, source, command = process.execPath, timeout } of ENDINGS) {
    it(`is the same where it ${name}`, async () => {
      const [before, after] = await Promise.all(runs.map((run) => run(command, ["-e", source], timeout)));
      assert.deepEqual(after, before);
    });
  }
});

async function load(text: string): Promise<Run> {
  return ((await import(`data:text/javascript,${encodeURIComponent(text)}`)) as { run: Run }).run;
}
