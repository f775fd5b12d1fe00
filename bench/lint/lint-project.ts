/** One run of ESLint in a process of its own: typescript-eslint's typed preset, with or without this plugin's. */
import { ESLint, type Linter } from "eslint";
import loopguard from "eslint-plugin-loopguard";
import tseslint from "typescript-eslint";

export interface LintRun {
  /** In seconds, from the first file to the last; loading ESLint and the configuration is not part of it. */
  readonly seconds: number;
  readonly files: number;
  /** What this plugin reported. */
  readonly findings: number;
  readonly parsingErrors: number;
}

const [directory = ".", isWithLoopguard] = process.argv.slice(2);
const eslint = new ESLint({
  cwd: directory,
  overrideConfigFile: true,
  overrideConfig: [
    { ignores: ["**/*.{js,cjs,mjs,d.ts}"] },
    ...(tseslint.configs.recommendedTypeChecked as Linter.Config[]),
    ...(isWithLoopguard === "true" ? [loopguard.configs.recommended] : []),
    { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: directory } } },
  ],
});
const start = performance.now();
const results = await eslint.lintFiles(["**/*.ts"]);
const messages = results.flatMap((result) => result.messages);
const run: LintRun = {
  seconds: (performance.now() - start) / 1000,
  files: results.length,
  findings: messages.filter(({ ruleId }) => ruleId?.startsWith("loopguard/")).length,
  parsingErrors: messages.filter(({ fatal }) => fatal === true).length,
};
console.log(JSON.stringify(run));
