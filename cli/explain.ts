/** `loopguard explain`: a rule's documentation, from the same declaration that every host reads. */
import type { RuleDeclaration, RuleExample } from "@loopguard/engine";
import type { Engine } from "./engine.js";
import { type Environment, type ExitCode, UsageError } from "./environment.js";
import { markdownForTerminal } from "./markdown.js";
import { type Colours, DEFAULT_COLUMNS, coloursFor, wrap } from "./terminal.js";

/** Wider lines are hard to read, in cells. */
const MAX_COLUMNS = 100;

/**
 * Writes a rule's documentation to standard output, or the list of rules when none is named.
 *
 * @param name the rule's name, with or without the `loopguard/` it has in an ESLint configuration
 * @throws UsageError when there is no such rule
 */
export function explain(name: string | undefined, { rules }: Engine, { stdout, variables }: Environment): ExitCode {
  const colours = coloursFor(stdout, variables);
  const columns = Math.min(stdout.columns ?? DEFAULT_COLUMNS, MAX_COLUMNS);
  if (name === undefined) {
    stdout.write(listOf(rules, colours, columns));
    return 0;
  }
  const rule = rules.find((candidate) => candidate.name === name.replace(/^loopguard\//u, ""));
  if (rule === undefined) {
    throw new UsageError(`There is no rule "${name}". The rules are ${rules.map((known) => known.name).join(", ")}.`);
  }
  stdout.write(pageOf(rule, colours, columns));
  return 0;
}

function listOf(rules: readonly RuleDeclaration[], colours: Colours, columns: number): string {
  const entries = rules.map(({ name, preset, description }) => {
    return `${colours.bold(name)} ${colours.dim(preset)}\n${wrap(`${description}.`, "  ", columns)}\n`;
  });
  return `${entries.join("\n")}\n${colours.dim("loopguard explain RULE tells more about one.")}\n`;
}

function pageOf(rule: RuleDeclaration, colours: Colours, columns: number): string {
  const { bold, dim } = colours;
  const paragraphs = [
    `${bold(rule.name)}\n${wrap(`${rule.description}.`, "", columns)}`,
    dim(`Preset: ${rule.preset}. Kinds: ${rule.kinds.join(", ")}.`),
    markdownForTerminal(rule.details, { colours, columns }),
    ...examples("Reported", rule.invalid, colours),
    ...examples("Left alone", rule.valid, colours),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}

function examples(heading: string, examplesOfKind: readonly RuleExample[], { bold, dim }: Colours): readonly string[] {
  if (examplesOfKind.length === 0) return [];
  const shown = examplesOfKind.map(
    ({ title, code }) => `  ${dim(`// ${title}`)}\n${code.trimEnd().replaceAll(/^(?=.)/gmu, "  ")}`,
  );
  return [bold(heading), ...shown];
}
