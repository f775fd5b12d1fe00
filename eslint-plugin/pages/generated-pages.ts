/** Everything in the documentation that follows from the rules: their pages, and the tables that list them. */
import { rules as declarations, type RuleDeclaration } from "@loopguard/engine";
import type { Rule } from "eslint";
import plugin from "../index.js";
import { presetOf, projectOptionsOf } from "../options.js";
import { languageOfExamples, lintExamples } from "./examples.js";
import { rulePage, type RuleOption } from "./rule-page.js";

/** The pages by path, relative to the root of the repository. Lints every example. */
export async function generatedPages(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map([["docs/rules/README.md", `${HEADER}\n\n# Rules\n\n${ruleTable(".")}\n`]]);
  for (const declaration of declarations) pages.set(`docs/rules/${declaration.name}.md`, await pageOf(declaration));
  return pages;
}

const HEADER = "<!-- Generated from the rules' declarations by `npm run docs:generate`. Do not edit. -->";

/** @param pages the folder of the pages, as seen from the file that holds the table */
export function ruleTable(pages: string): string {
  const row = ({ name, description, preset }: RuleDeclaration) =>
    `| [\`${name}\`](${pages}/${name}.md) | ${description} | \`${preset}\` | ${preset === "local" ? "one file" : "the project"} |`;
  return ["| rule | | config | reads |", "| --- | --- | --- | --- |", ...declarations.map(row)].join("\n");
}

/** What ESLint prints for the first example of a rule. */
export async function sampleOutput(rule: string): Promise<string> {
  const declaration = declarations.find(({ name }) => name === rule);
  if (declaration === undefined) throw new Error(`There is no rule ${rule}.`);
  const [reports = []] = await lintExamples(declaration, declaration.invalid.slice(0, 1));
  const lines = reports.map(({ line, column, message }) => `  ${line}:${column}  error  ${message}  loopguard/${rule}`);
  return ["```text", `server.${languageOfExamples(declaration)}`, ...lines, "```"].join("\n");
}

async function pageOf(declaration: RuleDeclaration): Promise<string> {
  const reports = await lintExamples(declaration, declaration.invalid);
  return rulePage({
    declaration,
    options: optionsOf(declaration),
    reports: reports.map((ofExample) => ofExample.map(({ line, column, message }) => `${line}:${column} ${message}`)),
    language: languageOfExamples(declaration),
  });
}

/** The options of a rule as its metadata describes them. */
export function optionsOf(declaration: RuleDeclaration): readonly RuleOption[] {
  const meta = (plugin.rules[declaration.name] as Rule.RuleModule).meta;
  const [schema] = meta?.schema as readonly { properties: Record<string, { description: string; enum: unknown[] }> }[];
  const [defaults] = meta?.defaultOptions as readonly Record<string, unknown>[];
  const ofPreset: Record<string, unknown> = { ...projectOptionsOf(presetOf(declaration)) };
  return Object.entries(schema?.properties ?? {}).map(([option, { description, enum: values }]) => ({
    name: option,
    description,
    values,
    defaultValue: defaults?.[option] ?? ofPreset[option],
  }));
}
