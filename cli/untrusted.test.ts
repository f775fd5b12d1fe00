/** A workspace that tries to have its own code run, or files written elsewhere: what nobody knows can be analysed. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../bundle/main.js", import.meta.url));

const SERVER = `import { readFileSync } from "node:fs";
import express from "express";

const app = express();
/** Lists <script>alert(1)</script> and <img src=x onerror=alert(1)>. */
app.get("/pages", (request, response) => {
  response.json(readFileSync("pages.json"));
});
`;

/** File names that are something else to a terminal, a shell, an object or a command line. */
const NAMES = [
  "\u001B[31mred.js",
  "a\nb.js",
  "--help.js",
  "$(touch RAN).js",
  "`touch RAN`.js",
  "__proto__.js",
  "constructor.js",
  "100%.js",
  `'single" and double'.js`,
  "; touch RAN #.js",
];

interface Report {
  readonly findings: readonly { readonly file: string; readonly callee: string }[];
}

describe("a workspace that cannot be trusted", function () {
  this.timeout(120_000);
  let root = "";
  let outsideBefore: readonly string[] = [];
  let workspaceBefore: readonly string[] = [];
  const inside = (...names: readonly string[]): string => path.join(root, "workspace", ...names);
  const outside = (...names: readonly string[]): string => path.join(root, "outside", ...names);
  const outputs = { json: "", pretty: "", document: "", fixes: "" };
  let refusal = "";

  before(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-untrusted-")));
    /** Tells that it was run, whatever loads it. */
    const trap = (name: string): string =>
      `require("node:fs").writeFileSync(${JSON.stringify(outside("RAN-"))} + ${JSON.stringify(name)}, "");\n`;
    const files: Readonly<Record<string, string>> = {
      "package.json": JSON.stringify({ name: "hostile", scripts: { prepare: "touch RAN", postinstall: "touch RAN" } }),
      "tsconfig.json": JSON.stringify({
        extends: ["hostile-config", "../outside/base.json"],
        compilerOptions: { allowJs: true, plugins: [{ name: "hostile-plugin", transform: "hostile-plugin" }] },
        include: ["**/*"],
      }),
      "loopguard.config.json": '{ "__proto__": { "ignore": ["**/*"] }, "get ignore()": "process.exit()" }',
      "loopguard.config.js": `${trap("configuration")}module.exports = { get ignore() { ${trap("getter")} } };\n`,
      "eslint.config.js": trap("eslint"),
      "server.js": SERVER,
      "node_modules/typescript/package.json": JSON.stringify({
        name: "typescript",
        version: "6.0.3",
        main: "lib/typescript.js",
      }),
      "node_modules/typescript/lib/typescript.js": trap("typescript"),
      "node_modules/hostile-plugin/package.json": JSON.stringify({ name: "hostile-plugin", main: "index.js" }),
      "node_modules/hostile-plugin/index.js": trap("plugin"),
      "node_modules/hostile-config/package.json": JSON.stringify({
        name: "hostile-config",
        main: "tsconfig.js",
        tsconfig: "tsconfig.js",
      }),
      "node_modules/hostile-config/tsconfig.js": trap("config"),
      ...Object.fromEntries(NAMES.map((name) => [`names/${name}`, SERVER])),
    };
    for (const [name, text] of Object.entries(files)) write(inside(name), text);
    write(
      outside("base.json"),
      JSON.stringify({
        compilerOptions: { outDir: "./written", declarationDir: "./written", tsBuildInfoFile: "./written/info" },
      }),
    );
    write(outside("neighbour.js"), SERVER);
    symlinkSync(inside(), inside("loop"), "junction");
    symlinkSync(inside("names"), inside("names", "again"), "junction");
    symlinkSync(outside(), inside("docs"), "junction");
    mkdirSync(inside("node_modules", ".cache"));
    symlinkSync(outside(), inside("node_modules", ".cache", "loopguard"), "junction");
    outsideBefore = readdirSync(outside(), { recursive: true, encoding: "utf8" });
    workspaceBefore = readdirSync(inside(), { encoding: "utf8" });

    outputs.json = loopguard("check", "--format", "json");
    outputs.pretty = loopguard("check");
    outputs.document = loopguard("openapi");
    refusal = refused("openapi", "--output", "docs/base.json");
    outputs.fixes = loopguard("fix", "--dry-run", "--level", "transitive");
  });
  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const attempts: Readonly<Record<string, readonly string[]>> = {
    "TypeScript of its own": ["typescript"],
    "a plugin of the compiler": ["plugin"],
    "a base configuration that is a program": ["config"],
    "a configuration that is a program, with a getter": ["configuration", "getter"],
    "a configuration of another tool": ["eslint"],
  };
  for (const [what, traps] of Object.entries(attempts)) {
    it(`runs nothing of ${what}`, () => {
      assert.deepEqual(
        traps.filter((name) => existsSync(outside(`RAN-${name}`))),
        [],
      );
    });
  }

  it("writes nothing elsewhere through links and options", () => {
    assert.deepEqual(readdirSync(outside(), { recursive: true, encoding: "utf8" }), outsideBefore);
    assert.deepEqual(readdirSync(inside(), { encoding: "utf8" }), workspaceBefore);
  });

  it("is told that its links lead out, and that nothing was written there", () => {
    assert.match(
      refusal,
      /docs\/base\.json leads through a link to .*, which lies outside of .*, and is not written to/u,
    );
  });

  it("is analysed all the same, each file once, in spite of loops of links and odd names", () => {
    const { findings } = JSON.parse(outputs.json) as Report;
    // Through links it reads, and never writes.
    const expected = ["server.js", "docs/neighbour.js", ...NAMES.map((name) => `names/${name}`)].sort();
    assert.deepEqual(findings.map(({ file }) => file).sort(), expected);
  });

  it("sends nothing to the terminal but text", () => {
    const text = /^[^\p{Cc}\p{Cf}]*$/u;
    for (const line of [outputs.pretty, outputs.fixes].flatMap((output) => output.split("\n")))
      assert.match(line, text);
  });

  it("has its comments in the document as what they are: text", () => {
    const { paths } = JSON.parse(outputs.document) as { paths: Record<string, unknown> };
    assert.match(JSON.stringify(paths), /<script>alert\(1\)<\/script>/u);
  });

  function loopguard(...args: readonly string[]): string {
    const { stdout, stderr, status } = start(args);
    assert.notEqual(status, 2, stderr);
    return stdout;
  }

  function refused(...args: readonly string[]): string {
    const { stderr, status } = start(args);
    assert.equal(status, 2, stderr);
    return stderr;
  }

  function start(args: readonly string[]) {
    const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", LOOPGUARD_CACHE: "" };
    return spawnSync(process.execPath, [PROGRAM, ...args], { cwd: inside(), env, encoding: "utf8" });
  }
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
