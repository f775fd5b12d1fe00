/** The workspace's own TypeScript: where it is, and whether it may and can be used. Nothing of it is loaded here. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { withForwardSlashes } from "@loopguard/node-host";
import type { Settings } from "./protocol.js";

/** The file to load, or why there is none to load; neither when the bundled one was asked for. */
export interface TypeScriptChoice {
  readonly path?: string;
  readonly problem?: string;
}

/**
 * @param isTrusted whether the person trusts the workspace
 * @param roots the workspace's folders: the first that has a TypeScript counts
 */
export async function chooseTypeScript(
  { typescript }: Settings,
  isTrusted: boolean,
  roots: readonly string[],
): Promise<TypeScriptChoice> {
  if (typescript === "bundled") return {};
  if (!isTrusted) return { problem: "The workspace is not trusted, so its own TypeScript is not loaded." };
  for (const root of roots) {
    const folder = path.posix.join(root, "node_modules", "typescript");
    const version = await versionIn(folder);
    if (version === undefined) continue;
    return isSupported(version)
      ? { path: withForwardSlashes(path.join(folder, "lib", "typescript.js")) }
      : { problem: `The workspace's TypeScript ${version} is not supported: it takes one from 5.9 on, before 7.` };
  }
  return { problem: "The workspace has no TypeScript of its own in node_modules." };
}

async function versionIn(folder: string): Promise<string | undefined> {
  try {
    const { version } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8")) as { version?: unknown };
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}

/** TypeScript 7 has another interface, in another process. */
function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major === 6 || (major === 5 && minor >= 9);
}
