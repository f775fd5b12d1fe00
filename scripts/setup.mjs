/** Makes a checkout ready to run: installs and builds what is missing or stale, quietly unless something fails. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's root directory. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The folders that `tsc -b` builds, each into its own `dist`. */
export const builtFolders = [
  "engine",
  "node-host",
  "cli",
  "server",
  "openapi-preview",
  "tsserver-plugin",
  "extension",
  "eslint-plugin",
  "rules-fixtures",
  "bench",
  "scripts",
];

const oldestNode = [20, 19];

/**
 * Installs the dependencies and builds, as far as needed.
 *
 * @returns {boolean} False when it could not; everything a person needs to know is on stderr by then.
 */
export function setUp() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    console.error(`Loopguard needs Node.js ${oldestNode.join(".")} or later; this is ${process.versions.node}.`);
    return false;
  }
  if (!isInstalled() && !run("Installing dependencies", npm("ci", "--include=dev", "--no-audit", "--no-fund"))) {
    console.error("\nThe dependencies could not be installed: npm's own words are above.");
    return false;
  }
  removeOrphans();
  // `tsc -b` knows what is up to date, and then does nothing.
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  if (!run("Building", [process.execPath, tsc, "-b"])) {
    console.error("\nThe build failed: the compiler's messages are above.");
    return false;
  }
  // What the preview shows documents with, from the packages that bring it.
  const vendor = path.join(root, "openapi-preview", "dist", "vendor.js");
  // The command line, as it is published.
  const bundle = path.join(root, "cli", "dist", "packaging", "bundle.js");
  return run("Copying", [process.execPath, vendor]) && run("Bundling", [process.execPath, bundle]);
}

/** Whether `node_modules` is what the manifests and the lockfile ask for. npm records what it installed. */
function isInstalled() {
  const wanted = readJson("package-lock.json");
  const installed = readJson("node_modules/.package-lock.json");
  if (wanted === undefined || installed === undefined) return false;

  const isLockfileCurrent = Object.entries(wanted.packages).every(
    ([folder, locked]) =>
      folder.includes("node_modules") || hasSameDependencies(locked, readJson(path.join(folder, "package.json"))),
  );
  return (
    isLockfileCurrent &&
    Object.entries(wanted.packages).every(([folder, locked]) => {
      if (!folder.includes("node_modules")) return true;
      const present = installed.packages[folder];
      if (present === undefined) return locked.optional === true;
      return (
        present.version === locked.version &&
        present.integrity === locked.integrity &&
        existsSync(path.join(root, folder))
      );
    })
  );
}

function hasSameDependencies(locked, manifest) {
  return ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].every((group) => {
    const wanted = Object.entries(manifest?.[group] ?? {});
    const recorded = locked[group] ?? {};
    return wanted.length === Object.keys(recorded).length && wanted.every(([name, range]) => recorded[name] === range);
  });
}

/** Removes the outputs of sources that were deleted or renamed: the compiler leaves them, and mocha would run them. */
function removeOrphans() {
  for (const folder of builtFolders) {
    const dist = path.join(root, folder, "dist");
    if (!existsSync(dist)) continue;
    for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
      const stem = /^(.*?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(entry.name)?.[1];
      if (stem === undefined || !entry.isFile()) continue;
      const source = path.join(root, folder, path.relative(dist, entry.parentPath), `${stem}.ts`);
      if (!existsSync(source)) rmSync(path.join(entry.parentPath, entry.name));
    }
  }
}

/** The command line for npm: the one that started us where there is one, because Windows cannot spawn `npm` itself. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  return cli !== undefined && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, cli, ...args] : ["npm", ...args];
}

/** Runs a command and shows its output only when it fails; on a terminal a line says what is going on meanwhile. */
function run(what, [command, ...args]) {
  const isTerminal = process.stderr.isTTY;
  if (isTerminal) process.stderr.write(`${what}…`);
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: Number.POSITIVE_INFINITY,
    shell: process.platform === "win32" && command === "npm",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (isTerminal) process.stderr.write("\r\u001B[K");
  if (status === 0) return true;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  if (error !== undefined) console.error(error.message);
  return false;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8"));
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = setUp() ? 0 : 1;
