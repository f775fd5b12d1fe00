/** Runs a script in a process of its own, so that no run warms up the next, and measures time and memory. */
import { spawnSync } from "node:child_process";

export interface MeasuredRun {
  readonly output: string;
  /** Seconds from start to end of the process. */
  readonly wall: number;
  /** Peak resident memory, in MB. */
  readonly memory: number;
}

const PEAK_MEMORY = new URL("peak-memory.js", import.meta.url).href;

/**
 * @param script absolute path of the script
 * @throws when the process cannot be started or ends without saying how much memory it took
 */
export function runMeasured(script: string, scriptArguments: readonly string[]): MeasuredRun {
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    ["--max-old-space-size=8192", "--import", PEAK_MEMORY, script, ...scriptArguments],
    {
      encoding: "utf8",
      maxBuffer: 1024 ** 3,
    },
  );
  const wall = (performance.now() - start) / 1000;
  if (run.error) throw run.error;
  const kilobytes = /^peak memory: (\d+) KB$/mu.exec(run.stderr)?.[1];
  if (kilobytes === undefined) throw new Error(`${script} ended early:\n${run.stderr}`);
  return { output: run.stdout, wall, memory: Number(kilobytes) / 1024 };
}
