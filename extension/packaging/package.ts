/** Packs the extension into a `.vsix`, the file that VS Code installs. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { bundleExtension } from "./bundle.js";
import { root } from "./root.js";

/** What the packer chooses from, by `.vscodeignore`; the bundled programs come beside it. */
const SOURCES = ["package.json", "package.nls.json", ".vscodeignore", "LICENSE", "extension"];

/**
 * Bundles the extension and packs it, in a folder of its own: several may be packed at the same time.
 *
 * @param file Absolute path of the `.vsix` to write.
 * @throws What the packer complained of: broken links, secrets, missing files.
 */
export async function packageExtension(file: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "loopguard-package-"));
  try {
    for (const name of SOURCES) await cp(path.join(root, name), path.join(folder, name), { recursive: true });
    await bundleExtension(path.join(folder, "out"));
    const vsce = path.join(root, "node_modules", "@vscode", "vsce", "vsce");
    const args = ["package", "--no-dependencies", "--no-update-package-json", "--out", file];
    await promisify(execFile)(process.execPath, [vsce, ...args, "--readme-path", "extension/README.md"], {
      cwd: folder,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
