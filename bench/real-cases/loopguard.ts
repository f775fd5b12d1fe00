/** Runs the built command line on a folder and reads its JSON, as any other program would. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The parts of the command line's JSON contract that the cases look at. */
export interface ReportedFinding {
  readonly rule: string;
  readonly confidence: "definite" | "probable" | "possible";
  readonly cost: { readonly tier: number };
  /** The blocking call, or a call on the way to it, is made inside a loop. */
  readonly isInLoop: boolean;
  readonly context: string;
  /** Relative to the analysed folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly callee: string;
  readonly entryPoints: readonly { readonly label: string; readonly file: string; readonly line: number }[];
  readonly path: readonly { readonly name: string; readonly file: string; readonly line: number }[];
}

const COMMAND = fileURLToPath(new URL("../../../cli/bundle/main.js", import.meta.url));

/**
 * All blocking calls in a folder, in every context, at every cost and confidence.
 *
 * @throws with the command's own words when it fails
 */
export function runLoopguard(folder: string): readonly ReportedFinding[] {
  const run = spawnSync(
    process.execPath,
    [COMMAND, "check", ".", "--format", "json", "--confidence", "possible", "--min-cost", "0", "--context", "all"],
    { cwd: folder, encoding: "utf8", maxBuffer: 1024 ** 3 },
  );
  if (run.error) throw run.error;
  if (run.status !== 0 && run.status !== 1) throw new Error(`loopguard check failed: ${run.stderr}`);
  return (JSON.parse(run.stdout) as { findings: ReportedFinding[] }).findings;
}
