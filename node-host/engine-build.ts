/** Which engine computes results: those of another one are no longer true. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * The versions of the engine and of the TypeScript that comes with it, and when each file of the engine was written:
 * in a checkout, and where a package is patched, the version does not change with the code.
 */
export function engineBuild(): string {
  return (build ??= readBuild());
}

let build: string | undefined;

function readBuild(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("@loopguard/engine/package.json");
  const typescript = createRequire(manifest).resolve("typescript/package.json");
  const directory = path.join(path.dirname(manifest), "dist");
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  const stamps = files.sort().map((name) => {
    const { size, mtimeMs } = statSync(path.join(directory, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  const versions = [manifest, typescript].map((file) => readFileSync(file, "utf8"));
  return createHash("sha256")
    .update([...versions, ...stamps].join("\n"))
    .digest("hex");
}
