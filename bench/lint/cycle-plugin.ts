/** Another plugin whose rules look beyond a file, as the project that is measured has it. */
import { createRequire } from "node:module";
import path from "node:path";

/** Packages that have the rule `no-cycle`, the first that a project has installed counts. */
const CYCLE_PLUGINS = ["eslint-plugin-import-x", "eslint-plugin-import"];

/** @returns undefined where the project has none of them installed */
export function cyclePluginOf(directory: string): string | undefined {
  const require = createRequire(path.join(directory, "package.json"));
  for (const name of CYCLE_PLUGINS) {
    try {
      return require.resolve(name);
    } catch {
      // The next one may be there.
    }
  }
  return undefined;
}
