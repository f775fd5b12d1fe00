/** Loads the workspace's own TypeScript: the one thing of a workspace that is ever executed, when the person chose it. */
import { createRequire } from "node:module";
import type { PathsOptions } from "@loopguard/engine/typescript";
import type { TypeScriptInUse } from "../protocol.js";

type TypeScript = NonNullable<PathsOptions["typescript"]>;

export interface LoadedTypeScript {
  /** Absent when it could not be loaded: then the bundled one is used. */
  readonly typescript?: TypeScript;
  readonly inUse: Omit<TypeScriptInUse, "version">;
}

/** @param path of a file that was checked before; nothing is loaded without one */
export function loadTypeScript(path: string | undefined): LoadedTypeScript | undefined {
  if (path === undefined) return undefined;
  try {
    const typescript = createRequire(import.meta.url)(path) as TypeScript;
    return { typescript, inUse: { path } };
  } catch (error) {
    return { inUse: { problem: `The workspace's TypeScript could not be loaded: ${String(error)}` } };
  }
}
