/** Defects of the engine, put into it: each costs what it concerns, is said, and stops nothing else. */
import assert from "node:assert/strict";
import { analyse, type Analysis, failuresIn, LiveAnalysis, rules, type RuleDeclaration } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import ts from "typescript";
import { LIBRARY } from "./check-fixtures.js";
import { memoryHost } from "./memory-host.js";

/** The first thing that each rule is there for, in a file of its own. */
const EXAMPLES = new Map(
  rules
    .filter(({ preset }) => preset !== "local")
    .map(({ name, invalid: [example] }) => [`/project/${name}.ts`, example?.code ?? ""]),
);

describe("a defect of the engine", function () {
  this.timeout(60_000);
  const project = openProject(memoryHost(EXAMPLES, [LIBRARY]), ["/project"]);
  const sound = analyse(project);

  it("is in none of the examples, which every rule reports", () => {
    assert.deepEqual(failuresIn(sound.problems), []);
    assert.deepEqual(
      new Set(sound.findings.map(({ rule }) => rule)),
      new Set([...EXAMPLES.keys()].map((file) => /(no-[\w-]+)\.ts$/u.exec(file)?.[1])),
    );
  });

  for (const { name } of rules.filter(({ preset }) => preset !== "local")) {
    it(`in ${name} is said with its place, and costs what that rule finds`, () => {
      const declarations = rules.map((rule) => (rule.name === name ? panicking(rule) : rule));
      const analysis = analyse(project, { rules: declarations });
      assert.deepEqual(
        analysis.findings,
        sound.findings.filter(({ rule }) => rule !== name),
      );
      const lost = sound.findings.filter(({ rule }) => rule === name);
      const failures = failuresIn(analysis.problems);
      const [failure] = failures;
      assert.deepEqual(
        failures.map((each) => ({ file: each.file, rule: each.failure.rule })),
        [...new Set(lost.map(({ location }) => location.file))].map((file) => ({ file, rule: name })),
      );
      assert.equal(failure?.line, lost[0]?.location.line);
      assert.match(failure?.message ?? "", new RegExp(`Loopguard failed in ${name} \\(Error: panic\\)`, "u"));
      assert.match(failure?.failure.error ?? "", /engine-failures\.test/u);
    });
  }

  it("in the reading of one file costs that file alone", () => {
    const file = "/project/no-sync-io.ts";
    const typescript: typeof ts = {
      ...ts,
      isNamespaceImport: (node): node is ts.NamespaceImport => {
        if (node.getSourceFile().fileName === file) throw new Error("panic");
        return ts.isNamespaceImport(node);
      },
    };
    // Facts are kept by text: this one was not read before.
    const texts = new Map(EXAMPLES).set(file, `${EXAMPLES.get(file) ?? ""}import { join } from "node:path";\n`);
    const analysis = analyse(openProject(memoryHost(texts, [LIBRARY]), ["/project"], { typescript }));
    assert.deepEqual(
      analysis.findings,
      sound.findings.filter(({ location }) => location.file !== file),
    );
    assert.deepEqual(placesOf(analysis), [{ file, message: FAILED }]);
  });

  it("in the search costs what it was about to find", () => {
    const file = "/project/no-slow-regex.ts";
    const known = project.files.get(file);
    assert.ok(known);
    const uses = known.facts.regexUses.map((use) => ({
      ...use,
      get pattern(): string {
        throw new Error("panic");
      },
    }));
    const files = new Map(project.files).set(file, { ...known, facts: { ...known.facts, regexUses: uses } });
    const analysis = analyse({ ...project, files });
    assert.deepEqual(
      analysis.findings,
      sound.findings.filter(({ rule }) => rule !== "no-slow-regex"),
    );
    assert.deepEqual(placesOf(analysis), [
      {
        file,
        message:
          "Loopguard failed in no-slow-regex (Error: panic). Paths and findings may be missing. This is a defect in Loopguard.",
      },
    ]);
  });

  it("is tried again: what it left out is found as soon as it is gone", () => {
    let isPanicking = true;
    const declarations = rules.map((rule) => ({
      ...rule,
      certainty: (row: Parameters<NonNullable<RuleDeclaration["certainty"]>>[0]) => {
        if (isPanicking) throw new Error("panic");
        return rule.certainty?.(row);
      },
    }));
    const live = new LiveAnalysis(declarations);
    const now = (): Analysis => {
      const process = live.of(project);
      let step = process.next();
      while (step.done !== true) step = process.next(project.oracle.ask(step.value));
      return step.value;
    };
    assert.deepEqual(now().findings, []);
    isPanicking = false;
    assert.deepEqual(now().findings, sound.findings);
  });
});

const FAILED = "Loopguard failed (Error: panic). The file was not analysed. This is a defect in Loopguard.";

function panicking(rule: RuleDeclaration): RuleDeclaration {
  return {
    ...rule,
    certainty: () => {
      throw new Error("panic");
    },
  };
}

function placesOf({ problems }: Analysis): object[] {
  return failuresIn(problems).map(({ file, message }) => ({ file, message }));
}
