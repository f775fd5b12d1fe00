/** Which engine computes results: those of another one are no longer true. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Defined where the engine is bundled together with what asks. */
declare const IS_BUNDLED: true | undefined;

/**
 * The versions of the engine and of the TypeScript that comes with it, and when each file of the engine was written:
 * in a checkout, and where a package is patched, the version does not change with the code.
 */
export function engineBuild(): string {
  return (build ??= readBuild());
}

let build: string | undefined;

function readBuild(): string {
  const { manifest, directory } = engine();
  const typescript = createRequire(manifest).resolve("typescript/package.json");
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

/** The manifest of the package that the engine is in, and where its code is. */
function engine(): { readonly manifest: string; readonly directory: string } {
  if (typeof IS_BUNDLED !== "undefined")
    return { manifest: path.join(import.meta.dirname, "..", "package.json"), directory: import.meta.dirname };
  const manifest = createRequire(import.meta.url).resolve("@loopguard/engine/package.json");
  return { manifest, directory: path.join(path.dirname(manifest), "dist") };
}
