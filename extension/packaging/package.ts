/** Packs the extension into a `.vsix`, the file that VS Code installs. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { bundleExtension } from "./bundle.js";
import { root } from "./root.js";

/**
 * Bundles the extension and packs it.
 *
 * @param file Absolute path of the `.vsix` to write.
 * @throws What the packer complained of: broken links, secrets, missing files.
 */
export async function packageExtension(file: string): Promise<void> {
  await bundleExtension();
  const vsce = path.join(root, "node_modules", "@vscode", "vsce", "vsce");
  const args = ["package", "--no-dependencies", "--no-update-package-json", "--out", file];
  await promisify(execFile)(process.execPath, [vsce, ...args, "--readme-path", "extension/README.md"], { cwd: root });
}
