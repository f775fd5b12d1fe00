/** Makes a server ready to run: a copy of its own, built or compiled, with this repository's packages. */
import { execFile } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import ts from "typescript";

const NODE_MODULES = path.resolve(import.meta.dirname, "../../../node_modules");

export interface Build {
  /** Where the copy lies: absolute. */
  readonly directory: string;
  /** Removes it. */
  remove(): void;
}

/**
 * @param source the server's directory, which stays as it is
 * @param command what builds it: a script for Node and its arguments; without one, its TypeScript is compiled
 * @throws with what the command said, when it fails
 */
export async function buildServer(source: string, command?: readonly string[]): Promise<Build> {
  const directory = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-server-")));
  cpSync(source, directory, { recursive: true });
  symlinkSync(NODE_MODULES, path.join(directory, "node_modules"), "junction");
  if (command === undefined) compile(directory);
  else await run(directory, command);
  return {
    directory,
    remove() {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function run(directory: string, command: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, command, {
    cwd: directory,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}

/** File by file, beside the sources, without asking for types. */
function compile(directory: string): void {
  const { config } = ts.readConfigFile(path.join(directory, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config?: { compilerOptions?: unknown };
  };
  if (config === undefined) return;
  const options: ts.CompilerOptions = {
    ...ts.convertCompilerOptionsFromJson(config.compilerOptions, directory).options,
    // Alone, a file does not know which of the two its package wants.
    module: isModulePackage(directory) ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS,
  };
  for (const file of sourcesIn(directory)) {
    const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), { compilerOptions: options, fileName: file });
    writeFileSync(file.replace(/\.tsx?$/, ".js"), outputText);
  }
}

function isModulePackage(directory: string): boolean {
  const { type } = JSON.parse(readFileSync(path.join(directory, "package.json"), "utf8")) as { type?: string };
  return type === "module";
}

function sourcesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(directory, file).startsWith("node_modules"));
}
