/** What is published, packed and installed in a project of its own, beside a version of TypeScript, and used there. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { managers, npmCommand, type Manager } from "./managers.js";

export type TypeScriptVersion = "5.9" | "6.0" | "7.0";
export type Combination = readonly [manager: Manager["name"], typescript: TypeScriptVersion];

export const typescriptVersions: readonly TypeScriptVersion[] = ["5.9", "6.0", "7.0"];

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
/** The folders of what a project installs, the engine first. The command line needs no other. */
const PACKAGES = ["engine", "node-host", "cli", "eslint-plugin"];

/** Declares a test per combination. */
export function describeInstalls(combinations: readonly Combination[]): void {
  describe("the packed packages", function () {
    this.timeout(600_000);
    let directory: string;
    let packed: Readonly<Record<string, string>>;
    let registry: string;

    before(() => {
      directory = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-installs-")));
      packed = pack(directory);
      registry = reachableRegistry();
    });
    after(() => {
      rmSync(directory, { recursive: true, force: true });
    });

    for (const [name, typescript] of combinations) {
      it(`are installed by ${name} without flags, and find the same beside TypeScript ${typescript}`, () => {
        const manager = managers.find((each) => each.name === name);
        assert.ok(manager);
        const project = path.join(directory, `${name}-${typescript}`);
        write(project, { ...SERVER, ...(typescript === "7.0" ? WITHOUT_TYPED_LINTING : WITH_TYPED_LINTING) });
        const said = install(project, manager, typescript, packed, registry);
        assert.doesNotMatch(said, manager.complaint);
        assert.match(
          run(project, ["node_modules/typescript/bin/tsc", "--version"]).stdout,
          new RegExp(` ${typescript}\\.`),
        );

        const byCommandLine = run(project, ["node_modules/loopguard/bundle/main.js", "check", "--format", "json"]);
        assert.deepEqual(
          (JSON.parse(byCommandLine.stdout) as { findings: object[] }).findings.map((finding) => placeOf(finding)),
          FINDINGS,
          byCommandLine.stderr,
        );
        assert.deepEqual(typescript === "7.0" ? linted(project, OXLINT) : linted(project, ESLINT), FINDINGS);
        assert.deepEqual(linted(project, ESLINT, ["--config", "javascript.config.js"]), FINDINGS_IN_JAVASCRIPT);
      });
    }
  });
}

/** Two servers, one of which a plain parser can read, with the same fault two calls below their handlers. */
const SERVER = {
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      module: "nodenext",
      target: "es2023",
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck: true,
    },
    include: ["src"],
  }),
  "src/server.ts": `import express from "express";
import { isPasswordOf } from "./passwords.js";

const app = express();
app.post("/login", (request, response) => {
  response.json(isPasswordOf(request.body.user, request.body.password));
});
`,
  "src/passwords.ts": `import { compareSync } from "bcrypt";

export function isPasswordOf(user: { hash: string }, password: string): boolean {
  return compareSync(password, user.hash);
}
`,
  "js/server.js": `import { createServer } from "node:http";
import { page } from "./page.js";

createServer((request, response) => response.end(page())).listen(8080);
`,
  "js/page.js": `import { readFileSync } from "node:fs";

export const page = () => readFileSync("page.html");
`,
  "javascript.config.js": `import loopguard from "eslint-plugin-loopguard";

export default [{ ignores: ["src"] }, loopguard.configs.recommended];
`,
};
const FINDINGS_IN_JAVASCRIPT = ["js/page.js:3 no-sync-io"];
const FINDINGS = [...FINDINGS_IN_JAVASCRIPT, "src/passwords.ts:4 no-sync-cpu"];

const WITH_TYPED_LINTING = {
  "eslint.config.js": `import loopguard from "eslint-plugin-loopguard";
import tseslint from "typescript-eslint";

const typed = {
  files: ["**/*.ts"],
  languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
};
export default [typed, loopguard.configs.recommended];
`,
};

/** typescript-eslint cannot be installed beside TypeScript 7; oxlint needs no TypeScript. */
const WITHOUT_TYPED_LINTING = {
  ".oxlintrc.json": JSON.stringify({
    categories: { correctness: "off" },
    jsPlugins: ["eslint-plugin-loopguard"],
    rules: { "loopguard/no-sync-io": "error", "loopguard/no-sync-cpu": "error" },
  }),
};

const ESLINT = ["node_modules/eslint/bin/eslint.js", "--format", "json", "."];
const OXLINT = ["node_modules/oxlint/bin/oxlint", "--format", "json", "src", "js"];

/** Packs every package as it would be published. */
function pack(directory: string): Record<string, string> {
  const [program, ...args] = npmCommand();
  const workspaces = PACKAGES.flatMap((name) => ["--workspace", name]);
  const { stdout } = spawn(program, [...args, "pack", "--json", "--pack-destination", directory, ...workspaces], ROOT);
  const tarballs = JSON.parse(stdout) as { name: string; filename: string }[];
  return Object.fromEntries(
    tarballs.map(({ name, filename }) => [name, path.join(directory, path.basename(filename))]),
  );
}

/** @throws one sentence when packages cannot be had */
function reachableRegistry(): string {
  const [program, ...args] = npmCommand();
  const { status } = spawnSync(program, [...args, "ping"], { cwd: ROOT, encoding: "utf8" });
  assert.equal(status, 0, "These tests install packages, and the registry that npm is set up for does not answer.");
  return spawn(program, [...args, "config", "get", "registry"], ROOT).stdout.trim();
}

/** @returns what the package manager said */
function install(
  project: string,
  manager: Manager,
  typescript: TypeScriptVersion,
  packed: Readonly<Record<string, string>>,
  registry: string,
): string {
  // Yarn installs no release of which some platform's package was never published: of this one, all are there.
  const linter = typescript === "7.0" ? { oxlint: "~1.89.0" } : { "typescript-eslint": "^8.73.0" };
  const published = { eslint: "^10.15.0", typescript: `~${typescript}.0`, ...linter };
  const dependencies = { published, packed };
  const manifest = { name: "server", private: true, type: "module", ...manager.manifest(dependencies) };
  write(project, { "package.json": JSON.stringify(manifest), ...manager.files(dependencies, registry) });
  const [program, ...args] = manager.command;
  const { stdout, stderr } = spawn(program, [...args, "install"], project);
  return `${stdout}${stderr}`;
}

/** What a linter reports: `src/passwords.ts:4 no-sync-cpu`, in order. */
function linted(project: string, command: readonly string[], options: readonly string[] = []): readonly string[] {
  const { stdout, stderr } = run(project, [...command, ...options]);
  assert.match(stdout, /^[[{]/, stderr);
  const report = JSON.parse(stdout) as ESLintReport | OxlintReport;
  const places = Array.isArray(report)
    ? (report as ESLintReport).flatMap(({ filePath, messages }) =>
        messages.map(({ line, ruleId, message }) =>
          placeOf({ file: filePath, line, rule: ruleId ?? message }, project),
        ),
      )
    : (report as OxlintReport).diagnostics.map(({ filename, code, message, labels: [label] }) =>
        // What concerns no rule (a plugin that failed, say) has no code.
        placeOf({ file: filename, line: label?.span.line, rule: code?.replace(/^(.*)\((.*)\)$/, "$1/$2") ?? message }),
      );
  return places.sort();
}

type ESLintReport = readonly {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly ruleId: string | null; readonly message: string }[];
}[];

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly message: string;
    readonly code?: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

function placeOf(finding: { file?: string; line?: number | undefined; rule?: string }, project = ""): string {
  const { file = "", line, rule = "" } = finding;
  const relative = path.isAbsolute(file) ? path.relative(project, file) : file;
  return `${relative.replaceAll("\\", "/")}:${String(line)} ${rule.replace("loopguard/", "")}`;
}

function write(project: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(project, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(project, file), text);
  }
}

/** Runs a script of Node's; linters end with 1 when they report something. */
function run(project: string, args: readonly string[]): { stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd: project, encoding: "utf8", maxBuffer: 1e8 });
}

function spawn(command: string, args: readonly string[], cwd: string): { stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env: environment() });
  assert.equal(status, 0, `${command} ${args.join(" ")}\n${stdout}${stderr}`);
  return { stdout, stderr };
}

/** Without what npm sets for scripts: it concerns this repository, not the project. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?:package|lifecycle|command)/.test(name)),
  );
}
