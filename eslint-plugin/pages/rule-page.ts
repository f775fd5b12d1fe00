/** A rule's page: its declaration, its options and what its examples really report, as Markdown. */
import type { RuleDeclaration, RuleExample } from "@loopguard/engine";

/** An option as the rule's schema and defaults describe it. */
export interface RuleOption {
  readonly name: string;
  readonly description: string;
  readonly values: readonly unknown[];
  readonly defaultValue: unknown;
}

/** What an example reports, a line each: `7:10 readFileSync blocks …`. */
export type ExampleReports = readonly string[];

export interface RulePage {
  readonly declaration: RuleDeclaration;
  readonly options: readonly RuleOption[];
  readonly reports: readonly ExampleReports[];
  readonly language: "js" | "ts";
}

export function rulePage({ declaration, options, reports, language }: RulePage): string {
  const { name, description, preset, details, invalid, valid } = declaration;
  return `<!-- Generated from the rule's declaration by \`npm run docs:generate\`. Do not edit. -->

# loopguard/${name}

> ${description}.

${presetSentence(declaration)}

${details.trim()}

## Examples

### ❌ Incorrect

${invalid.map((example, index) => invalidExample(example, reports[index] ?? [], language)).join("\n\n")}

### ✅ Correct

${valid.map((example) => exampleBlock(example, language)).join("\n\n")}

## Options

\`\`\`js
{ rules: { "loopguard/${name}": ["error", ${defaultsOf(options)}] } }
\`\`\`

${options.map((option) => optionSection(option, preset === "local")).join("\n\n")}
`;
}

function presetSentence({ preset }: RuleDeclaration): string {
  if (preset === "local") return "In the config `local`. Reads one file at a time.";
  const configs = preset === "recommended" ? "configs `recommended` and `strict`" : "config `strict`";
  return `In the ${configs}. Reads the whole project, [with typed linting or without](../eslint.md).`;
}

function invalidExample(example: RuleExample, reports: ExampleReports, language: string): string {
  return `${exampleBlock(example, language)}\n\nreports\n\n\`\`\`text\n${reports.join("\n")}\n\`\`\``;
}

function exampleBlock({ title, code }: RuleExample, language: string): string {
  return `**${title}**\n\n\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
}

function defaultsOf(options: readonly RuleOption[]): string {
  return `{ ${options.map(({ name, defaultValue }) => `${name}: ${JSON.stringify(defaultValue)}`).join(", ")} }`;
}

function optionSection({ name, description, values, defaultValue }: RuleOption, isLocal: boolean): string {
  const code = (value: unknown) => `\`${JSON.stringify(value)}\``;
  const strict = isLocal
    ? ""
    : ", unless the [configuration](../configuration.md) says something else. The config `strict` sets its own.";
  return `### \`${name}\`\n\n${description}\n\nOne of ${values.map(code).join(", ")}. Default: ${code(defaultValue)}${strict || "."}`;
}
