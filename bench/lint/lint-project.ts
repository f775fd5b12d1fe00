/** One run of ESLint in a process of its own: typescript-eslint's typed preset, alone or with more rules. */
import { createRequire } from "node:module";
import { ESLint, type Linter } from "eslint";
import loopguard from "eslint-plugin-loopguard";
import tseslint from "typescript-eslint";
import { cyclePluginOf } from "./cycle-plugin.js";

export interface LintRun {
  /** In seconds, from the first file to the last; loading ESLint and the configuration is not part of it. */
  readonly seconds: number;
  readonly files: number;
  /** What this plugin reported. */
  readonly findings: number;
  readonly parsingErrors: number;
}

/** What runs beside the typed preset. `cycles` is another rule that looks beyond a file, where the project has it. */
export type Besides = "nothing" | "loopguard" | "cycles";

async function lint(directory: string, besides: Besides): Promise<LintRun> {
  const eslint = new ESLint({
    cwd: directory,
    overrideConfigFile: true,
    overrideConfig: [
      { ignores: ["**/*.{js,cjs,mjs,d.ts}"] },
      ...(tseslint.configs.recommendedTypeChecked as Linter.Config[]),
      ...(besides === "loopguard" ? [loopguard.configs.recommended] : []),
      ...(besides === "cycles" ? [noCycle(directory)] : []),
      { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: directory } } },
    ],
  });
  const start = performance.now();
  const results = await eslint.lintFiles(["**/*.ts"]);
  const seconds = (performance.now() - start) / 1000;
  const messages = results.flatMap((result) => result.messages);
  return {
    seconds,
    files: results.length,
    findings: messages.filter(({ ruleId }) => ruleId?.startsWith("loopguard/")).length,
    parsingErrors: messages.filter(({ fatal }) => fatal === true).length,
  };
}

function noCycle(directory: string): Linter.Config {
  const plugin = createRequire(import.meta.url)(cyclePluginOf(directory) ?? "") as ESLint.Plugin & {
    readonly default?: ESLint.Plugin;
  };
  const settings = { "import/resolver": { node: { extensions: [".ts", ".tsx", ".js"] } } };
  const parsers = { "@typescript-eslint/parser": [".ts", ".tsx"] };
  return {
    plugins: { cycles: plugin.default ?? plugin },
    rules: { "cycles/no-cycle": "error" },
    settings: { ...settings, "import/parsers": parsers, "import-x/parsers": parsers },
  };
}

const [directory = ".", besides = "nothing"] = process.argv.slice(2);
console.log(JSON.stringify(await lint(directory, besides as Besides)));
