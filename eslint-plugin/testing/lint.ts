/** Small projects on disk with the real ESLint over them: for the tests, and for the examples on the rules' pages. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as parser from "@typescript-eslint/parser";
import { ESLint, type Linter } from "eslint";

/** What a rule said, in the words of its page. Lines and columns count from 1. */
export interface Report {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
  readonly rule: string | null;
  readonly message: string;
}

/** How a project is written to the disk. */
export interface ProjectOptions {
  /** This repository's dependencies are installed in it. That is the default. */
  readonly isInstalled?: boolean;
  /** A tsconfig.json is added when there is none. That is the default. */
  readonly hasConfig?: boolean;
}

/** The ways in which typed linting gets its programs. */
export type TypeInformation = "projectService" | "project" | "programs" | "none";

const NODE_MODULES = path.resolve(import.meta.dirname, "../../../node_modules");

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: "es2023",
    lib: ["es2023"],
    module: "nodenext",
    moduleDetection: "force",
    allowJs: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
  },
  include: ["**/*"],
});

/**
 * Writes a project to a temporary directory, lets `use` work on it, and removes it.
 *
 * @param files texts by relative path
 */
export async function withProject<T>(
  files: Readonly<Record<string, string>>,
  use: (directory: string) => T | Promise<T>,
  { isInstalled = true, hasConfig = true }: ProjectOptions = {},
): Promise<T> {
  const directory = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-")));
  try {
    for (const [file, text] of Object.entries({ ...(hasConfig && { "tsconfig.json": TSCONFIG }), ...files })) {
      mkdirSync(path.join(directory, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(directory, file), text);
    }
    if (isInstalled) symlinkSync(NODE_MODULES, path.join(directory, "node_modules"), "junction");
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
    parser.clearCaches();
  }
}

/** The part of a flat config that a user writes to get type information. */
export function typeInformation(kind: TypeInformation, directory: string): Linter.Config {
  const parserOptions = {
    projectService: { projectService: true, tsconfigRootDir: directory },
    project: { project: "./tsconfig.json", tsconfigRootDir: directory },
    programs: { programs: kind === "programs" ? [parser.createProgram("tsconfig.json", directory)] : null },
    none: {},
  }[kind];
  return { files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"], languageOptions: { parser, parserOptions } };
}

/** How a project is linted. */
export interface LintOptions {
  /** ESLint's class: that of the newest version, or of another one to try. */
  readonly eslint?: typeof ESLint;
  /** What is linted: everything by default. */
  readonly paths?: readonly string[];
}

export async function lint(
  directory: string,
  config: Linter.Config[],
  { eslint = ESLint, paths = ["."] }: LintOptions = {},
): Promise<Report[]> {
  const engine = new eslint({ cwd: directory, overrideConfigFile: true, overrideConfig: config });
  return reportsOf(await engine.lintFiles([...paths]), directory);
}

export function reportsOf(results: readonly ESLint.LintResult[], directory: string): Report[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, endLine, endColumn, ruleId, message }) => ({
      file: path.relative(directory, filePath).replaceAll(path.sep, "/"),
      line,
      column,
      endLine,
      endColumn,
      rule: ruleId,
      message,
    })),
  );
}
