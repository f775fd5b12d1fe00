/** Runs `loopguard fix` on a folder as any other program would, and reads what it says. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { FixLevel } from "@loopguard/engine";

export interface FixRun {
  /** What was left alone, and why. */
  readonly refused: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
  /** Lines (counted from 1, as they were) that the patch takes away, by file. */
  readonly changed: ReadonlyMap<string, ReadonlySet<number>>;
  readonly warnings: readonly string[];
  readonly patch: string;
}

const COMMAND = fileURLToPath(new URL("../../../cli/bundle/main.js", import.meta.url));

/**
 * What would be fixed below some paths of a folder, at every cost and confidence. Nothing is changed.
 *
 * @throws with the command's own words when it fails
 */
export function dryRun(folder: string, paths: readonly string[], level: FixLevel): FixRun {
  const options = ["--dry-run", "--level", level, "--min-cost", "0", "--confidence", "possible"];
  const { error, status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, "fix", ...paths, ...options], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1024 ** 3,
  });
  if (error) throw error;
  if (status !== 0 && status !== 1) throw new Error(`loopguard fix failed: ${stderr}`);
  return { ...saidIn(stderr), changed: changedLines(stdout), patch: stdout };
}

/** What the command prints beside the patch. */
export function saidIn(text: string): Pick<FixRun, "refused" | "warnings"> {
  const refused = [...text.matchAll(/^(?<file>\S.*?):(?<line>\d+):\d+ {2}.* is left as it is\. (?<reason>.*)$/gmu)];
  const warnings = [...text.matchAll(/^warning: (?<warning>.*)$/gmu)];
  return {
    refused: refused.map(({ groups }) => ({
      file: groups?.["file"] ?? "",
      line: Number(groups?.["line"]),
      reason: groups?.["reason"] ?? "",
    })),
    warnings: warnings.map(({ groups }) => groups?.["warning"] ?? ""),
  };
}

/** The lines that a unified diff takes away. */
export function changedLines(patch: string): Map<string, Set<number>> {
  const changed = new Map<string, Set<number>>();
  let lines = new Set<number>();
  let at = 0;
  for (const line of patch.split("\n")) {
    const file = /^--- a\/(?<file>.*)$/u.exec(line)?.groups?.["file"];
    const start = /^@@ -(?<start>\d+)/u.exec(line)?.groups?.["start"];
    if (file !== undefined) {
      lines = new Set();
      changed.set(file, lines);
      at = 0;
    } else if (start !== undefined) at = Number(start);
    else if (at > 0 && line.startsWith("-")) lines.add(at++);
    else if (at > 0 && line.startsWith(" ")) at++;
  }
  return changed;
}
