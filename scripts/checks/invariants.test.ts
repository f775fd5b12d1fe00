/** The invariants of ARCHITECTURE.md that are about data, checked on every snippet of `rules-fixtures/`. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { analysisOf, catalogue, frameworks, type Analysis, type Project } from "@loopguard/engine";
import { openProject, projectOfPrograms, readFacts } from "@loopguard/engine/typescript";
import ts from "typescript";
import type * as CheckFixtures from "../../rules-fixtures/check-fixtures.js";
import type * as Fixtures from "../../rules-fixtures/fixture.js";
import { root } from "./root.js";

const fixtureModules = new URL("rules-fixtures/dist/", root);
const { fixtureHost } = (await import(new URL("check-fixtures.js", fixtureModules).href)) as typeof CheckFixtures;
const { parseFixture } = (await import(new URL("fixture.js", fixtureModules).href)) as typeof Fixtures;

const snippets = sourcesBelow("rules-fixtures/snippets/");

describe("invariants", () => {
  it("facts, questions, answers and findings are plain JSON, and questions are asked in batches", function () {
    this.timeout(120_000);
    const fixtures = [...snippets]
      .map(([name, text]) => parseFixture(name, text))
      .filter(({ isProject }) => !isProject);
    const project = openProject(fixtureHost(fixtures, "typed"), ["/project"]);
    for (const { facts } of project.files.values()) assertPlain(facts);

    const { stats, findings, problems } = analyseAndCheckMessages(project);
    assertPlain({ stats, findings, problems });
    assert.ok(findings.length > 20, "there are findings to check");
    // Each level of the search asks once: asked one by one, there would be as many batches as questions.
    assert.ok(stats.batches * 5 < stats.questions, `${stats.questions} questions in ${stats.batches} batches`);
  });

  it("facts depend on the text alone, not on where it lies", () => {
    for (const text of snippets.values()) {
      assert.deepEqual(factsOf("/one/a.ts", text), factsOf("/another/place/b.ts", text));
    }
  });

  it("facts that are read when somebody asks are those of the text, though an editor has taken its tree apart", () => {
    const text = `export function handle(request: { body: string }) {
  const name = request.body.trim();
  save(name);
}
function save(name: string) {}
`;
    const edited = `// One more line\nsave(1);\n${text}`;
    const tree = sourceFileOf("/handle.ts", text);
    const held = projectOf(tree);
    ts.updateSourceFile(tree, edited, { span: { start: 0, length: 0 }, newLength: edited.length - text.length });
    const passed = projectOf(sourceFileOf("/handle.ts", text)).files.get("/handle.ts")?.facts.passed;
    assert.ok(held.files.size > 0, "what was read of the first tree is kept");
    assert.deepEqual(
      passed?.map((each) => each.map(({ from }) => from)),
      [[], [[{ is: "parameter", function: 1, index: 0, member: ["body"] }]]],
    );
  });

  it("facts are read from sources that break off anywhere", () => {
    for (const text of snippets.values()) {
      for (let length = 0; length < text.length; length += 37) {
        for (const fact of factsOf("/broken.ts", text.slice(0, length)).functions) assert.ok(fact.span.end <= length);
      }
    }
  });

  it("no code of the search and no front end names a library: that is the data's part", () => {
    // Words of the language and of this project that are packages' names as well, and the compiler itself.
    const ordinary = new Set([
      ...builtinModules,
      "global",
      "*",
      "typescript",
      "once",
      "async",
      "call",
      "default",
      "resolve",
    ]);
    const libraries = new Set([
      ...catalogue.flatMap(({ module, aliases = [] }) => [module, ...aliases]),
      ...frameworks.flatMap(({ modules }) => modules),
    ]);
    const named: string[] = [];
    for (const room of ["engine/paths/", "engine/typescript/"]) {
      for (const [name, text] of sourcesBelow(room)) {
        ts.forEachChild(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true), function visit(node): void {
          if (ts.isImportDeclaration(node)) return;
          if (
            ts.isStringLiteralLike(node) &&
            libraries.has(node.text) &&
            !ordinary.has(node.text.replace(/^node:/, ""))
          ) {
            named.push(`${room}${name}: ${node.text}`);
          }
          ts.forEachChild(node, visit);
        });
      }
    }
    assert.deepEqual(named, []);
  });
});

/** Plays the host's part of an analysis, and checks what goes over the seam between search and oracle. */
function analyseAndCheckMessages(project: Project): Analysis {
  const analysis = analysisOf(project);
  let step = analysis.next();
  while (step.done !== true) {
    const answers = project.oracle.ask(step.value);
    assertPlain(step.value);
    assertPlain(answers);
    step = analysis.next(answers);
  }
  return step.value;
}

function assertPlain(value: unknown): void {
  assert.deepEqual(JSON.parse(JSON.stringify(value)), value);
}

/** As a linter has it that made the program itself. */
function projectOf(file: ts.SourceFile): Project {
  const options = { noLib: true, noResolve: true };
  const host = { ...ts.createCompilerHost(options), getSourceFile: () => file };
  return projectOfPrograms([ts.createProgram([file.fileName], options, host)]);
}

function sourceFileOf(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function factsOf(path: string, text: string) {
  return readFacts(ts, sourceFileOf(path, text));
}

/** @returns the texts of the source files below a folder that are no tests, by their paths relative to it */
function sourcesBelow(folder: string): ReadonlyMap<string, string> {
  const base = new URL(folder, root);
  const names = readdirSync(base, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  return new Map(
    names
      .filter((name) => /\.[cm]?[jt]s$/.test(name) && !name.endsWith(".test.ts"))
      .map((name) => [name, readFileSync(new URL(name, base), "utf8")]),
  );
}
