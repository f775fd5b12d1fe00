/** The plugin as ESLint loads it. */
import { createRequire } from "node:module";
import { rules as declarations, type Preset } from "@loopguard/engine";
import type { ESLint, Linter } from "eslint";
import { rulesOfConfig } from "./configs.js";
import { createLocalRule } from "./local-rule.js";
import { createProjectRule } from "./project-rule.js";

const { name, version } = createRequire(import.meta.url)("../package.json") as { name: string; version: string };
const namespace = "loopguard";

const rules = Object.fromEntries(
  declarations.map((declaration) => [
    declaration.name,
    declaration.preset === "local" ? createLocalRule(declaration) : createProjectRule(declaration),
  ]),
);

interface LoopguardPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: NonNullable<ESLint.Plugin["rules"]>;
  readonly configs: Readonly<Record<Preset, Linter.Config>>;
}

const plugin: LoopguardPlugin = {
  meta: { name, version, namespace },
  rules,
  configs: {
    recommended: configOf("recommended"),
    strict: configOf("strict"),
    local: configOf("local"),
  },
};

export default plugin;

function configOf(preset: Preset): Linter.Config {
  return {
    name: `${namespace}/${preset}`,
    // The configs are part of the plugin they refer to.
    get plugins() {
      return { [namespace]: plugin };
    },
    rules: rulesOfConfig(preset, namespace),
  };
}
