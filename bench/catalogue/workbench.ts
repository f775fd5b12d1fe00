/** The folder where the measured packages, and the Node.js that runs them, are installed. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Newer than what Loopguard needs, so that all of Node's core can be measured. */
const NODE = "26";

export interface Workbench {
  readonly folder: string;
  /** The Node.js binary. */
  readonly node: string;
  /** The installed version of a package, by its name. */
  readonly versionOf: (name: string) => string | undefined;
}

/**
 * Installs what is not there yet. A package that cannot be installed or built on this machine is left out:
 * its rows then fail alone.
 *
 * @param specifiers npm specifiers: `bcryptjs`, `xml2js@0.6`
 * @throws when npm itself fails
 */
export function installWorkbench(specifiers: readonly string[]): Workbench {
  const folder = fileURLToPath(new URL("../../workbench", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, "package.json");
  const dependencies = Object.fromEntries([...new Set([`node@${NODE}`, ...specifiers])].sort().map(nameAndRange));
  const known = readManifest(manifest)?.optionalDependencies ?? {};
  // What an earlier run installed stays, so that measuring one package does not remove the others.
  const wanted = { ...known, ...dependencies };
  const isThere = Object.keys(wanted).every((name) => known[name] === wanted[name]);
  if (!isThere || !existsSync(join(folder, "node_modules"))) {
    const packageJson = {
      private: true,
      description: "What is installed to be measured",
      optionalDependencies: wanted,
    };
    writeFileSync(manifest, JSON.stringify(packageJson, null, 2));
    writeFileSync(join(folder, "import.mjs"), "export const load = (specifier) => import(specifier);\n");
    // Native packages build or fetch their binaries at install time, which this repository allows here alone.
    const { status, stderr } = spawnSync(
      "npm",
      ["install", "--ignore-scripts=false", "--no-audit", "--no-fund", "--legacy-peer-deps"],
      { cwd: folder, encoding: "utf8", shell: process.platform === "win32" },
    );
    if (status !== 0) throw new Error(`The packages to measure could not be installed.\n${stderr}`);
  }
  return { folder, node: nodeIn(folder), versionOf: (name) => versionIn(folder, name) };
}

function nameAndRange(specifier: string): [name: string, range: string] {
  const at = specifier.indexOf("@", 1);
  return at < 0 ? [specifier, "*"] : [specifier.slice(0, at), specifier.slice(at + 1)];
}

function nodeIn(folder: string): string {
  const manifest = join(folder, "node_modules", "node", "package.json");
  const bin = (JSON.parse(readFileSync(manifest, "utf8")) as { bin: { node: string } }).bin.node;
  return join(dirname(manifest), bin);
}

function versionIn(folder: string, name: string): string | undefined {
  return readManifest(join(folder, "node_modules", name, "package.json"))?.version;
}

interface Manifest {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function readManifest(file: string): Manifest | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : undefined;
}
