/** Which versions of which packages the manifests above a file ask for. */
import type { ProjectHost } from "../project.js";
import { join, parentOf } from "./file-names.js";

/** `engines` names Node itself. */
const KINDS = ["dependencies", "optionalDependencies", "peerDependencies", "devDependencies", "engines"] as const;

/**
 * @returns the range that the nearest manifest has which names the package; undefined where none does. Manifests are
 * read once.
 */
export function dependencyVersions(
  host: Pick<ProjectHost, "readFile">,
): (file: string, name: string) => string | undefined {
  const manifests = new Map<string, ReadonlyMap<string, string>>();
  return (file, name) => {
    for (let directory = parentOf(file); ; directory = parentOf(directory)) {
      const known = manifests.get(directory) ?? dependenciesIn(host.readFile(join(directory, "package.json")));
      manifests.set(directory, known);
      const range = known.get(name);
      if (range !== undefined || directory === parentOf(directory)) return range;
    }
  };
}

function dependenciesIn(manifest: string | undefined): ReadonlyMap<string, string> {
  const ranges = new Map<string, string>();
  if (manifest === undefined) return ranges;
  try {
    const content = JSON.parse(manifest) as Partial<Record<string, unknown>> | null;
    for (const kind of KINDS) {
      for (const [name, range] of Object.entries(content?.[kind] ?? {})) {
        if (typeof range === "string" && !ranges.has(name)) ranges.set(name, range);
      }
    }
  } catch {
    // A broken manifest names nothing.
  }
  return ranges;
}

/**
 * Whether the lowest version that a range admits is at least another: `^9.0.1` is at least `9`.
 *
 * @returns undefined where the range does not say: `*`, a tag, an address
 */
export function isAtLeast(range: string, version: string): boolean | undefined {
  const lowest = range
    .split("||")
    .map((part) => /^\s*(?:[\^~=v]|>=)?\s*v?(?<version>\d+(?:\.\d+){0,2})/u.exec(part)?.groups?.["version"])
    .map((each) => each?.split(".").map(Number));
  if (!lowest.every((each) => each !== undefined)) return undefined;
  const wanted = version.split(".").map(Number);
  return lowest.every((numbers) => {
    const index = wanted.findIndex((number, at) => (numbers[at] ?? 0) !== number);
    return index < 0 || (numbers[index] ?? 0) > (wanted[index] ?? 0);
  });
}
