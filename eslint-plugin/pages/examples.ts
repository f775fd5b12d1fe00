/** The examples of a rule's declaration, linted as a reader would lint them. */
import type { RuleDeclaration, RuleExample } from "@loopguard/engine";
import plugin from "../index.js";
import { lint, typeInformation, withProject, type Report } from "../testing/lint.js";

/** What the rule reports in each example, with its default options, in the order of the examples. */
export async function lintExamples(
  declaration: RuleDeclaration,
  examples: readonly Pick<RuleExample, "code">[],
): Promise<readonly (readonly Report[])[]> {
  const extension = languageOfExamples(declaration);
  const files = examples.map(({ code }, index) => [`example-${index}/server.${extension}`, code] as const);
  return withProject({ "package.json": '{"type":"module"}', ...Object.fromEntries(files) }, async (directory) => {
    const isTyped = declaration.preset !== "local";
    const reports = await lint(directory, [
      typeInformation(isTyped ? "projectService" : "none", directory),
      { plugins: { loopguard: plugin }, rules: { [`loopguard/${declaration.name}`]: "error" } },
    ]);
    return files.map(([file]) => reports.filter((report) => report.file === file));
  });
}

/** The untyped rule is for everybody, so its examples are JavaScript. */
export function languageOfExamples(declaration: RuleDeclaration): "js" | "ts" {
  return declaration.preset === "local" ? "js" : "ts";
}
