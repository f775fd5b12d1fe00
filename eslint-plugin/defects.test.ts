/** Rules that fail say so where they fail, and the linting goes on. */
import assert from "node:assert/strict";
import { rules } from "@loopguard/engine";
import plugin from "./index.js";
import { languageOfExamples } from "./pages/examples.js";
import { lint, type TypeInformation, typeInformation, withProject } from "./testing/lint.js";

const FILES = Object.fromEntries(
  rules.map((rule) => [`${rule.name}/server.${languageOfExamples(rule)}`, rule.invalid[0]?.code ?? ""]),
);
const ALL = Object.fromEntries(rules.map(({ name }) => [`loopguard/${name}`, "error"] as const));

describe("rules that fail", () => {
  before(() => {
    for (const rule of rules) {
      const value = (): never => {
        throw new Error("panic");
      };
      Object.defineProperty(rule, "certainty", { value, configurable: true });
    }
  });

  after(() => {
    for (const [rule, certainty] of declared) Object.defineProperty(rule, "certainty", { value: certainty });
  });
  const declared = rules.map((rule) => [rule, rule.certainty] as const);

  for (const kind of ["none", "projectService"] satisfies TypeInformation[]) {
    it(`say so, each in the file where it fails, and no file goes without (type information: ${kind})`, async () => {
      await withProject({ "package.json": '{"type":"module"}', ...FILES }, async (directory) => {
        const reports = await lint(directory, [
          typeInformation(kind, directory),
          { plugins: { loopguard: plugin }, rules: ALL },
        ]);
        for (const { name } of rules) {
          const own = reports.filter(({ file, rule }) => file.startsWith(`${name}/`) && rule === `loopguard/${name}`);
          assert.equal(own.length, 1, name);
          assert.match(
            own[0]?.message ?? "",
            /^Loopguard failed .*\(Error: panic\).* This is a defect in Loopguard\.$/u,
          );
        }
        assert.ok(reports.every(({ message }) => message.startsWith("Loopguard failed")));
      });
    });
  }
});
