/** Where results are kept between processes: with what else tools keep about a project. */
import { lstatSync } from "node:fs";
import path from "node:path";

/**
 * `node_modules/.cache/loopguard` of the nearest package at or above a directory that has installed something, within
 * the same repository. `LOOPGUARD_CACHE` names another directory, or is `off`.
 *
 * @param directory absolute path
 * @param variables the environment's
 * @returns undefined where nothing is to be kept. Links are not followed: they may lead out of the repository.
 */
export function cacheDirectory(
  directory: string,
  variables: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const chosen = variables["LOOPGUARD_CACHE"] ?? "";
  if (chosen === "off") return undefined;
  if (chosen !== "") return path.resolve(directory, chosen);
  for (const candidate of withinRepository(directory)) {
    if (kindOf(path.join(candidate, "package.json")) !== "file") continue;
    const modules = path.join(candidate, "node_modules");
    const cache = path.join(modules, ".cache");
    const own = path.join(cache, "loopguard");
    if (kindOf(modules) !== "directory") continue;
    return [cache, own].every((each) => ["directory", "nothing"].includes(kindOf(each))) ? own : undefined;
  }
  return undefined;
}

/** The directory and those above it, up to the repository's; it alone where there is none. */
function withinRepository(directory: string): readonly string[] {
  const found: string[] = [];
  for (let at = directory; ; at = path.dirname(at)) {
    found.push(at);
    // In a worktree or submodule it is a file.
    if (kindOf(path.join(at, ".git")) !== "nothing") return found;
    if (at === path.dirname(at)) return [directory];
  }
}

function kindOf(file: string): "directory" | "file" | "other" | "nothing" {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats) return "nothing";
  return stats.isDirectory() ? "directory" : stats.isFile() ? "file" : "other";
}
