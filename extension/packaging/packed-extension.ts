/** The packed extension for tests: what people install, not what happens to lie in the checkout. */
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { unzipSync } from "fflate";
import { packageExtension } from "./package.js";
import { root } from "./root.js";

export interface PackedExtension {
  /** Absolute path of the `.vsix`. */
  readonly file: string;
  /** Absolute path of the folder that its extension was unpacked to. */
  readonly folder: string;
  /** Size in bytes of each packed file, by its path. */
  readonly files: ReadonlyMap<string, number>;
}

/**
 * Packs the extension and unpacks it.
 *
 * @param user Names who uses it: each has a folder below `.vscode-test/`, since they may run at the same time.
 */
export async function packedExtension(user: string): Promise<PackedExtension> {
  const folder = path.join(root, ".vscode-test", "packed", user);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "loopguard.vsix");
  await packageExtension(file);

  const contents = Object.entries(unzipSync(await readFile(file)));
  for (const [name, bytes] of contents) {
    const target = path.join(folder, name);
    if (!existsSync(path.dirname(target))) await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  const files = new Map(contents.map(([name, bytes]) => [name, bytes.byteLength]));
  return { file, folder: path.join(folder, "extension"), files };
}
