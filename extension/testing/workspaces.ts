/** Folders for the windows to open: copies of the sample server, for the suites to change as they like. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../packaging/root.js";

export interface Workspace {
  /** Absolute path. */
  readonly folder: string;
  remove(): void;
}

/**
 * Makes a folder with copies of the sample server.
 *
 * @param names The copies' folder names; a single one named "." puts the server's files into the folder itself.
 * @param settings By path from the folder: JSON files to add.
 */
export function sampleWorkspace(names: readonly string[], settings: Readonly<Record<string, unknown>> = {}): Workspace {
  const sample = path.join(root, "rules-fixtures", "sample");
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-workspace-")));
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
  for (const name of names) {
    cpSync(sample, path.join(folder, name), { recursive: true, filter: (file) => file !== path.join(sample, "dist") });
  }
  for (const [file, value] of Object.entries(settings)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), JSON.stringify(value, undefined, 2));
  }
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
