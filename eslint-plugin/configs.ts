/** The flat configs, computed from the metadata of the rules: no rule is listed by hand. */
import { presets, rules as declarations, type Preset, type RuleDeclaration } from "@loopguard/engine";
import type { Linter } from "eslint";
import { projectOptionsOf, type ProjectOptions } from "./options.js";

/** What each config asks for: which rules, and how certain and how expensive a finding must be. */
const contents: Record<Preset, { readonly includes: readonly Preset[]; readonly options?: ProjectOptions }> = {
  recommended: { includes: ["recommended"] },
  strict: { includes: ["recommended", "strict"], options: projectOptionsOf(presets.strict) },
  local: { includes: ["local"] },
};

/** @param namespace prefix of the rules' names */
export function rulesOfConfig(preset: Preset, namespace: string): Linter.RulesRecord {
  const { includes, options } = contents[preset];
  const entry = (rule: RuleDeclaration): [string, Linter.RuleEntry] => [
    `${namespace}/${rule.name}`,
    options === undefined ? "error" : ["error", options],
  ];
  return Object.fromEntries(declarations.filter((rule) => includes.includes(rule.preset)).map(entry));
}
