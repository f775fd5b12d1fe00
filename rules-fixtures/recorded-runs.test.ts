/** What is remembered of a run says, after an edit, what a run without memory says; or it says nothing. */
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { analyse, analysisAfter, type AnalysisRecord, recordedAnalysis } from "@loopguard/engine";
import {
  digestOf,
  editsSince,
  type ProgramRecord,
  projectOfPrograms,
  recordedProject,
} from "@loopguard/engine/typescript";
import ts from "typescript";
import { generator, LINE_EDITORS, pick } from "./random-edits.js";

const FILES: Readonly<Record<string, string>> = {
  "node.d.ts": `declare module "node:fs" { export function readFileSync(path: string): string; }
declare module "node:http" { export function createServer(listener: (request: { url: string }) => void): void; }
`,
  "server.ts": `import { createServer } from "node:http";
import { Store } from "./store.js";
const store: Store = new Store();
createServer((request) => {
  const name = request.url;
  store.read(name);
});
`,
  "store.ts": `import { readFileSync } from "node:fs";
export class Store {
  read(name: string): string {
    const path = this.pathOf(name);
    return readFileSync(path);
  }
  private pathOf(name: string): string {
    const clean = name;
    return "data/" + clean;
  }
}
`,
  "store.test.ts": `import { Store } from "./store.js";
new Store().read("a");
`,
};

/** Trees are shared between programs, as a linter shares them. */
const trees = new Map<string, ts.SourceFile>();

describe("what is remembered of a run", function () {
  this.timeout(60_000);
  const { run } = fresh(FILES);

  it("is the result as long as nothing changes", () => {
    assert.deepEqual(after({}), run.analysis.analysis);
  });

  it("is moved by edits that nothing notices", () => {
    const edited = after({
      "store.ts": FILES["store.ts"]?.replace("const clean", "// cleaned\n    const clean") ?? "",
    });
    assert.equal(edited?.findings[0]?.location.line, 5);
    const test = FILES["store.test.ts"]?.replace('"a"', '"b"') ?? "";
    assert.deepEqual(after({ "store.test.ts": test })?.findings, run.analysis.analysis.findings);
  });

  it("is asked again where an edit lies beside names that were asked about", () => {
    const text = FILES["store.ts"]?.replace("return readFileSync", "name.length;\n    return readFileSync") ?? "";
    assert.equal(after({ "store.ts": text })?.findings[0]?.location.line, 6);
  });

  it("is forgotten when anything may have changed that it rests on", () => {
    const changes: readonly Readonly<Record<string, string>>[] = [
      { "store.ts": FILES["store.ts"]?.replace("readFileSync(path)", "path") ?? "" },
      { "store.ts": FILES["store.ts"]?.replace("read(", "readAll(") ?? "" },
      { "server.ts": FILES["server.ts"]?.replace("store.read(name);", "") ?? "" },
      { "node.d.ts": FILES["node.d.ts"]?.replace("string;", "number;") ?? "" },
      { "other.ts": "export {};\n" },
    ];
    for (const change of changes) assert.equal(after(change), undefined, JSON.stringify(change));
    assert.equal(after({}, { strict: true }), undefined);
  });

  it("is never wrong, whatever is edited", () => {
    const random = generator(20_261_121);
    let followed = 0;
    for (let edit = 0; edit < 90; edit++) {
      const name = pick(["server.ts", "store.ts"], random);
      const text = pick(LINE_EDITORS, random)(FILES[name] ?? "", random);
      const kept = after({ [name]: text });
      if (!kept) continue;
      followed++;
      const { analysis } = fresh({ ...FILES, [name]: text }).run.analysis;
      const { findings, routes, unusedSuppressions } = analysis;
      assert.deepEqual(
        { findings: kept.findings, routes: kept.routes, unusedSuppressions: kept.unusedSuppressions },
        { findings, routes, unusedSuppressions },
        text,
      );
    }
    assert.ok(followed > 20, `${followed} edits needed no search`);
  });

  /** What the memory says of the files with a change, after it went through the disk's form. */
  function after(change: Readonly<Record<string, string>>, options: ts.CompilerOptions = {}) {
    const { program, analysis } = JSON.parse(JSON.stringify(run)) as typeof run;
    const now = programOf({ ...FILES, ...change }, options);
    const edits = editsSince(program, now, digestOf(now, sha1));
    return edits && analysisAfter(analysis, edits);
  }
});

function fresh(files: Readonly<Record<string, string>>): { run: { program: ProgramRecord; analysis: AnalysisRecord } } {
  const program = programOf(files);
  const recorded = recordedProject(program, digestOf(program, sha1));
  const analysis = recordedAnalysis(recorded.project);
  assert.deepEqual(analysis.analysis.findings, analyse(projectOfPrograms([program])).findings);
  return { run: { program: recorded.record(), analysis } };
}

function programOf(files: Readonly<Record<string, string>>, options: ts.CompilerOptions = {}): ts.Program {
  const settings: ts.CompilerOptions = {
    ...{ lib: ["lib.es5.d.ts"], types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, ...options },
  };
  const texts = new Map(Object.entries(files).map(([name, text]) => [`/project/${name}`, text]));
  const disk = ts.createCompilerHost(settings);
  const textOf = (path: string): string | undefined => texts.get(path) ?? disk.readFile(path);
  return ts.createProgram({
    rootNames: [...texts.keys()],
    options: settings,
    host: {
      ...disk,
      getCurrentDirectory: () => "/project",
      fileExists: (path) => texts.has(path),
      readFile: textOf,
      directoryExists: () => true,
      getDirectories: () => [],
      getSourceFile(path, how) {
        const text = textOf(path);
        if (text === undefined) return undefined;
        const tree = trees.get(path + text) ?? ts.createSourceFile(path, text, how, true);
        trees.set(path + text, tree);
        return tree;
      },
    },
  });
}

function sha1(text: string): string {
  return hash("sha1", text);
}
