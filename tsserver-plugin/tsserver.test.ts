import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { analyse, presets, selectFindings } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { nodeHost, withForwardSlashes } from "@loopguard/node-host";
import type ts from "typescript";

import { type Diagnostic, placeOf, textOf, Tsserver } from "./testing/tsserver.js";

const REPOSITORY = path.resolve(import.meta.dirname, "../..");
const SAMPLE = path.join(REPOSITORY, "rules-fixtures/sample");

const HANDLER = `import { createServer } from "node:http";
import { hash } from "./password.js";

export const server = createServer((request, response) => {
  response.end(hash(request.url ?? ""));
});
`;
const HELPER = `import { pbkdf2Sync } from "node:crypto";

export function hash(text: string): string {
  return pbkdf2Sync(text, "salt", 100_000, 32, "sha256").toString("hex");
}
`;
const WRONG_TYPE = "export const count: number = 'many';\n";

describe("the plugin in a real tsserver", function () {
  this.timeout(120_000);
  const directory = withForwardSlashes(realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-tsserver-"))));
  /** For the tests that ask for nothing special: a server holds many projects at once. */
  let shared: Tsserver;
  let own: Tsserver | undefined;

  /** A project with the plugin in its tsconfig.json, in a directory of its own. */
  function write(name: string, files: Readonly<Record<string, string>>, configuration: object = {}): string {
    const project = `${directory}/${name}`;
    mkdirSync(project, { recursive: true });
    const compilerOptions = {
      ...{
        target: "es2023",
        lib: ["es2023"],
        module: "nodenext",
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: ["node"],
      },
      plugins: [{ name: "typescript-plugin-loopguard", ...configuration }],
    };
    writeFileSync(`${project}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    writeFileSync(`${project}/package.json`, JSON.stringify({ type: "module" }));
    for (const [file, text] of Object.entries(files)) writeFileSync(`${project}/${file}`, text);
    return project;
  }

  const isOurs = (diagnostic: Diagnostic): boolean => "source" in diagnostic && diagnostic.source === "loopguard";
  const hasFinding = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some(isOurs);

  before(() => {
    // Copies, because a server watches each folder of the node_modules that declarations come from.
    for (const name of ["@types/node", "undici-types"]) {
      cpSync(path.join(REPOSITORY, "node_modules", name), `${directory}/node_modules/${name}`, { recursive: true });
    }
    shared = new Tsserver();
  });
  afterEach(async () => {
    shared.closeAll();
    await own?.stop();
  });
  after(async () => {
    await shared.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  for (const typescript of ["typescript", "typescript-5.9"]) {
    it(`shows findings beside TypeScript's own errors, with the path to the call, in ${typescript}`, async () => {
      const project = write(`shows-${typescript}`, { "handler.ts": HANDLER, "password.ts": HELPER + WRONG_TYPE });
      const tsserver = (own = new Tsserver(typescript));
      const file = `${project}/password.ts`;
      tsserver.open(file);
      const diagnostics = await tsserver.diagnosticsOnce(file, hasFinding);
      assert.deepEqual(diagnostics.filter((each) => !isOurs(each)).map(textOf), [
        "Type 'string' is not assignable to type 'number'.",
      ]);
      const [finding, ...more] = diagnostics.filter(isOurs) as ts.server.protocol.Diagnostic[];
      assert.ok(finding);
      assert.deepEqual(more, []);
      assert.match(finding.text, /^crypto\.pbkdf2Sync blocks the event loop for .* \(no-sync-cpu\)$/u);
      const call = HELPER.indexOf("pbkdf2Sync(");
      assert.deepEqual(finding.start, placeOf(HELPER, call));
      assert.equal(finding.category, "error");
      assert.deepEqual(
        finding.relatedInformation?.map(({ message, span }) => [message, span?.file, span?.start]),
        [
          [
            "HTTP request waits on it",
            `${project}/handler.ts`,
            placeOf(HANDLER, HANDLER.indexOf("(request, response)")),
          ],
          ["→ hash", `${project}/handler.ts`, placeOf(HANDLER, HANDLER.indexOf("hash(request"))],
        ],
      );
    });
  }

  it("follows edits that are not saved, across files", async () => {
    const project = write("edits", { "handler.ts": HANDLER, "password.ts": HELPER });
    const tsserver = shared;
    const [handler, helper] = [`${project}/handler.ts`, `${project}/password.ts`];
    tsserver.open(helper);
    tsserver.open(handler);
    await tsserver.diagnosticsOnce(helper, hasFinding);
    const edited = tsserver.edit(handler, HANDLER, 'hash(request.url ?? "")', 'request.url ?? ""');
    await tsserver.diagnosticsOnce(helper, (diagnostics) => !hasFinding(diagnostics));
    tsserver.edit(handler, edited, 'request.url ?? ""', 'hash(request.url ?? "x")');
    await tsserver.diagnosticsOnce(helper, hasFinding);
  });

  it("follows files that change on the disk", async () => {
    const project = write("disk", { "handler.ts": HANDLER, "password.ts": HELPER });
    const tsserver = shared;
    const helper = `${project}/password.ts`;
    tsserver.open(helper);
    await tsserver.diagnosticsOnce(helper, hasFinding);
    writeFileSync(`${project}/handler.ts`, HANDLER.replace("hash(request", "String(request"));
    await tsserver.diagnosticsOnce(helper, (diagnostics) => !hasFinding(diagnostics));
  });

  it("moves a finding along with the text above it before the next result is there", async () => {
    const project = write("moves", { "handler.ts": HANDLER, "password.ts": HELPER });
    const tsserver = shared;
    const file = `${project}/password.ts`;
    tsserver.open(file);
    await tsserver.diagnosticsOnce(file, hasFinding);
    const edited = tsserver.edit(file, HELPER, "export function", "// A comment\nexport function");
    const [finding] = (await tsserver.diagnostics(file)).filter(isOurs) as ts.server.protocol.Diagnostic[];
    assert.deepEqual(finding?.start, placeOf(edited, edited.indexOf("pbkdf2Sync(")));
  });

  it("offers a comment that takes the finding away", async () => {
    const project = write("fixes", { "handler.ts": HANDLER, "password.ts": HELPER });
    const tsserver = shared;
    const file = `${project}/password.ts`;
    tsserver.open(file);
    const [finding] = (await tsserver.diagnosticsOnce(file, hasFinding)) as ts.server.protocol.Diagnostic[];
    assert.ok(finding?.code);
    const supported = await tsserver.ask<readonly string[]>("getSupportedCodeFixes", { file });
    assert.ok(
      supported.includes(String(finding.code)),
      "editors ask for the fixes of codes that are known to have any",
    );
    const { line: startLine, offset: startOffset } = finding.start;
    const { line: endLine, offset: endOffset } = finding.end;
    const fixes = await tsserver.ask<readonly ts.server.protocol.CodeFixAction[]>("getCodeFixes", {
      ...{ file, startLine, startOffset, endLine, endOffset },
      errorCodes: [finding.code],
    });
    assert.deepEqual(
      fixes.map(({ description }) => description),
      ["Disable loopguard/no-sync-cpu for this line"],
    );
    const [change] = fixes[0]?.changes[0]?.textChanges ?? [];
    assert.deepEqual(change, {
      start: { line: startLine, offset: 1 },
      end: { line: startLine, offset: 1 },
      newText: "  // eslint-disable-next-line loopguard/no-sync-cpu -- TODO: why this may block\n",
    });
    tsserver.tell("updateOpen", { changedFiles: [{ fileName: file, textChanges: [change] }] });
    await tsserver.diagnosticsOnce(file, (diagnostics) => !hasFinding(diagnostics));
  });

  it("awaits the asynchronous form where the function is asynchronous already", async () => {
    const handler = `import { createServer } from "node:http";
import { readFileSync } from "node:fs";

export const server = createServer(async (request, response) => {
  response.end(readFileSync("page.html"));
});
`;
    const project = write("awaits", { "handler.ts": handler });
    const tsserver = shared;
    const file = `${project}/handler.ts`;
    tsserver.open(file);
    const [finding] = (await tsserver.diagnosticsOnce(file, hasFinding)) as ts.server.protocol.Diagnostic[];
    assert.ok(finding);
    const { start, end, code } = finding;
    const place = { startLine: start.line, startOffset: start.offset, endLine: end.line, endOffset: end.offset };
    let fix: ts.server.protocol.CodeFixAction | undefined;
    for (const deadline = Date.now() + 30_000; !fix && Date.now() < deadline;) {
      const fixes = await tsserver.ask<readonly ts.server.protocol.CodeFixAction[]>("getCodeFixes", {
        ...{ file, ...place, errorCodes: [code] },
      });
      fix = fixes.find(({ description }) => description === "Await fs.promises.readFile");
    }
    assert.deepEqual(
      fix?.changes[0]?.textChanges.map(({ newText }) => newText),
      ['import { readFile } from "node:fs/promises";', "await readFile"],
    );
    const changedFiles = [{ fileName: file, textChanges: fix.changes[0].textChanges.toReversed() }];
    tsserver.tell("updateOpen", { changedFiles });
    assert.deepEqual(await tsserver.diagnosticsOnce(file, (diagnostics) => !hasFinding(diagnostics)), []);
  });

  it("finds what the engine finds on the sample server", async () => {
    const project = `${directory}/sample`;
    cpSync(SAMPLE, project, { recursive: true });
    const configuration = JSON.parse(readFileSync(`${project}/tsconfig.json`, "utf8")) as { compilerOptions: object };
    Object.assign(configuration.compilerOptions, { plugins: [{ name: "typescript-plugin-loopguard" }] });
    writeFileSync(`${project}/tsconfig.json`, JSON.stringify(configuration));
    const expected = selectFindings(analyse(openProject(nodeHost(), [project])), presets.recommended).map(
      ({ location: { file, line, column }, message, rule }) => `${file}:${line}:${column} ${message} (${rule})`,
    );
    assert.ok(expected.length > 0);
    const tsserver = shared;
    const files = [...new Set(expected.map((each) => each.slice(0, each.indexOf(":"))))];
    for (const file of files) tsserver.open(file);
    const [first = ""] = files;
    await tsserver.diagnosticsOnce(first, hasFinding);
    const found: string[] = [];
    for (const file of files) {
      for (const diagnostic of (await tsserver.diagnostics(file)).filter(isOurs)) {
        const { start } = diagnostic;
        found.push(`${file}:${start.line}:${start.offset} ${textOf(diagnostic)}`);
      }
    }
    assert.deepEqual(found.sort(), expected.sort());
  });

  it("says what is wrong with its configuration", async () => {
    const project = write(
      "configuration",
      { "handler.ts": HANDLER, "password.ts": HELPER },
      { confidense: "possible", minCost: 7, severity: { "no-sync-cpu": "loud", "no-such-rule": "off" } },
    );
    const tsserver = shared;
    const file = `${project}/handler.ts`;
    tsserver.open(file);
    assert.deepEqual((await tsserver.diagnostics(file)).map(textOf), [
      'typescript-plugin-loopguard: "minCost" is 7; it can be 0, 1, 2 or 3.',
      'typescript-plugin-loopguard: There is no setting "confidense"; the settings are "enable", "confidence", "minCost" or "severity".',
      'typescript-plugin-loopguard: "severity.no-sync-cpu" is "loud"; it can be "error", "warning", "information", "hint", "auto" or "off".',
      'typescript-plugin-loopguard: "severity" names no rule with "no-such-rule"; the rules are "no-sync-io", "no-sync-cpu", "no-blocking-wait", "no-setup-in-handler", "no-slow-regex" or "no-blocking-loop".',
    ]);
  });

  it("obeys loopguard.config.json, and says what is wrong with it", async () => {
    const project = write("obeys", { "handler.ts": HANDLER, "password.ts": HELPER });
    const tsserver = shared;
    const file = `${project}/password.ts`;
    tsserver.open(file);
    await tsserver.diagnosticsOnce(file, hasFinding);
    const ignored = { ignore: ["password.ts"] };
    writeFileSync(`${project}/loopguard.config.json`, JSON.stringify(ignored));
    await tsserver.diagnosticsOnce(file, (diagnostics) => !hasFinding(diagnostics));
    writeFileSync(`${project}/loopguard.config.json`, "{ nothing");
    const [problem] = await tsserver.diagnosticsOnce(file, hasFinding);
    assert.match(textOf(problem ?? assert.fail()), /loopguard\.config\.json:1:3 /u);
  });

  it("has the severities that its configuration gives", async () => {
    const files = { "handler.ts": HANDLER, "password.ts": HELPER };
    const project = write("severity", files, { severity: { "no-sync-cpu": "hint" } });
    const tsserver = shared;
    const file = `${project}/password.ts`;
    tsserver.open(file);
    const [finding] = await tsserver.diagnosticsOnce(file, hasFinding);
    assert.equal(finding?.category, "suggestion");
  });

  it("is quiet once an editor's extension shows the findings itself", async () => {
    const project = write("quiet", { "handler.ts": HANDLER, "password.ts": HELPER });
    const tsserver = (own = new Tsserver());
    const file = `${project}/password.ts`;
    tsserver.open(file);
    await tsserver.diagnosticsOnce(file, hasFinding);
    tsserver.tell("configurePlugin", { pluginName: "typescript-plugin-loopguard", configuration: { enable: false } });
    assert.deepEqual(await tsserver.diagnostics(file), []);
    tsserver.tell("configurePlugin", { pluginName: "typescript-plugin-loopguard", configuration: { enable: true } });
    await tsserver.diagnosticsOnce(file, hasFinding);
  });

  it("leaves TypeScript's answers alone when the analysis crashes", async () => {
    const project = write("crash", { "handler.ts": HANDLER, "password.ts": HELPER + WRONG_TYPE });
    const log = `${directory}/crash.log`;
    const tsserver = (own = new Tsserver("typescript", { LOOPGUARD_TEST_PANIC: "pbkdf2Sync" }, ["--logFile", log]));
    const file = `${project}/password.ts`;
    tsserver.open(file);
    const isLogged = (): boolean =>
      /typescript-plugin-loopguard: the analysis crashed/u.test(readFileSync(log, "utf8"));
    const end = Date.now() + 30_000;
    do {
      assert.deepEqual((await tsserver.diagnostics(file)).map(textOf), [
        "Type 'string' is not assignable to type 'number'.",
      ]);
    } while (!isLogged() && Date.now() < end);
    assert.ok(isLogged(), "the crash is in the server's log");
  });

  it("says in the file what a rule failed at, beside TypeScript's answers", async () => {
    const project = write("defect", { "handler.ts": HANDLER, "password.ts": HELPER + WRONG_TYPE });
    const tsserver = (own = new Tsserver("typescript", {
      NODE_OPTIONS: `--import=${new URL("../../server/dist/testing/panicking-rules.js", import.meta.url).href}`,
      LOOPGUARD_TEST_PANIC_IN: "no-sync-cpu",
    }));
    const file = `${project}/password.ts`;
    tsserver.open(file);
    const found = await tsserver.diagnosticsOnce(file, (all) =>
      all.some((each) => /panic in a rule/u.test(textOf(each))),
    );
    assert.ok(found.some((each) => textOf(each) === "Type 'string' is not assignable to type 'number'."));
  });

  it("leaves TypeScript's answers alone when it fails itself", async () => {
    const project = write("fails", { "handler.ts": WRONG_TYPE }, { severity: { "no-sync-io": "off" } });
    const tsserver = (own = new Tsserver("typescript", {}, ["--logFile", `${directory}/fails.log`]));
    const file = `${project}/handler.ts`;
    tsserver.open(file);
    tsserver.tell("configurePlugin", { pluginName: "typescript-plugin-loopguard", configuration: null });
    assert.equal((await tsserver.diagnostics(file)).length, 1);
  });
});
