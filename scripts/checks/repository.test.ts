/** The repository as a whole: it lints, what is generated is fresh, and what is published is complete. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ESLint, type Linter } from "eslint";
import { root } from "./root.js";

interface Manifest {
  readonly name?: string;
  readonly repository?: { readonly type: string; readonly url: string; readonly directory?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly private?: boolean;
  readonly workspaces?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const manifest = readJson("package.json") as Manifest;
/** The workspaces that are published. */
const packages = (manifest.workspaces ?? []).filter(
  (folder) => (readJson(`${folder}/package.json`) as Manifest).private !== true,
);

describe("the repository", () => {
  it("has no lint errors or warnings", function () {
    this.timeout(300_000);
    run(["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"]);
  });

  it("is linted by its own plugin", async () => {
    const eslint = new ESLint({ cwd: fileURLToPath(root) });
    const config = (await eslint.calculateConfigForFile("cli/main.ts")) as Linter.Config;
    assert.ok(Object.keys(config.rules ?? {}).some((rule) => rule.startsWith("loopguard/")));
  });

  // Every script that ends in `:check` compares something generated with what would be generated now.
  for (const script of Object.keys(manifest.scripts ?? {}).filter((name) => name.endsWith(":check"))) {
    it(`passes ${script}`, function () {
      this.timeout(120_000);
      npm("run", "--silent", script);
    });
  }

  it("has pages whose links lead somewhere", () => {
    const pages = readdirSync(new URL("docs", root), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name.replaceAll("\\", "/")}`);
    const broken: string[] = [];
    for (const page of ["README.md", "ARCHITECTURE.md", ...packages.map((name) => `${name}/README.md`), ...pages]) {
      const base = new URL(page, root);
      for (const [, target = ""] of readFileSync(base, "utf8").matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
        if (!existsSync(new URL(target, base))) broken.push(`${page}: ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it("locks every dependency by its hash, and to no particular registry", () => {
    const lockfile = readJson("package-lock.json") as { packages: Record<string, LockedPackage> };
    const installed = Object.entries(lockfile.packages).filter(([folder]) => folder.includes("node_modules/"));
    assert.ok(installed.length > 0);
    for (const [folder, { integrity, link, resolved }] of installed) {
      if (link === true) continue; // a workspace of this repository
      assert.ok(integrity, `${folder} has no integrity`);
      assert.equal(resolved, undefined, `${folder} names a registry`);
    }
  });

  it("gives a reason for every package that is installed along", () => {
    const page = readFileSync(new URL("docs/dependencies.md", root), "utf8");
    const listed = [...page.matchAll(/^\| `(?<name>[^`]+)` \|/gmu)].map(({ groups }) => groups?.["name"]);
    const own = new Set(packages.map((folder) => (readJson(`${folder}/package.json`) as Manifest).name));
    const notices = readFileSync(new URL("cli/bundle/THIRD-PARTY-NOTICES.txt", root), "utf8");
    const bundled = new Set([...notices.matchAll(/^=+\n(?<name>\S+) /gmu)].map(({ groups }) => groups?.["name"]));
    const installed = packages.flatMap((folder) => {
      const { dependencies = {}, devDependencies = {} } = readJson(`${folder}/package.json`) as Manifest;
      const isBundled = (name: string): boolean => folder === "cli" && bundled.has(name);
      return [...Object.keys(dependencies), ...Object.keys(devDependencies).filter(isBundled)];
    });
    assert.deepEqual(listed.sort(), [...new Set(installed)].filter((name) => !own.has(name)).sort());
  });

  it("says of every published package where its source is, which provenance is checked against", () => {
    for (const directory of packages) {
      const { repository } = readJson(`${directory}/package.json`) as Manifest;
      assert.deepEqual(repository, { ...manifest.repository, url: `git+${manifest.repository?.url ?? ""}`, directory });
    }
  });

  for (const workspace of packages) {
    it(`publishes ${workspace} complete and without its tests`, () => {
      const [packed] = JSON.parse(npm("pack", "--dry-run", "--json", "--workspace", workspace)) as [
        { files: { path: string }[] },
      ];
      const files = packed.files.map(({ path }) => path);
      assert.deepEqual(
        files.filter(
          (file) =>
            /\.test\.|\.d\.ts\.map$|\.tsbuildinfo$|test-data|\/testing\/|\.[cm]?ts$/.test(file) &&
            !/\.d\.[cm]?ts$/.test(file),
        ),
        [],
      );
      const promised = targets(readJson(`${workspace}/package.json`) as Manifest);
      for (const target of ["README.md", "LICENSE", ...promised]) {
        assert.ok(files.includes(target), `${target} is missing from the package`);
      }
    });
  }
});

/** The files that a package's manifest promises. */
function targets({ bin = {}, exports = {} }: Manifest): readonly string[] {
  const exported = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [target] : Object.values(target),
  );
  return [...Object.values(bin), ...exported].map((target) => target.replace(/^\.\//, ""));
}

function npm(...args: readonly string[]): string {
  const cli = process.env["npm_execpath"];
  return cli !== undefined && /npm-cli\.[cm]?js$/.test(cli) ? run([cli, ...args]) : spawn("npm", args);
}

/** Runs a script of Node's and gives what it printed; throws all of it when it fails. */
function run(args: readonly string[]): string {
  return spawn(process.execPath, args);
}

function spawn(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, root), "utf8"));
}
