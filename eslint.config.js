/** How this repository lints itself: typescript-eslint, its own boundaries, and its own plugin. */
import eslint from "@eslint/js";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { boundaries } from "./scripts/boundaries.mjs";

/** Built from this repository. An editor on an unbuilt checkout lints without it; a test makes sure that it is there. */
const loopguard = await import("./eslint-plugin/dist/index.js").then(
  (plugin) => plugin.default,
  () => undefined,
);

export default defineConfig(
  {
    ignores: [
      "**/dist/",
      "openapi-preview/vendor/",
      "cli/bundle/",
      "cli/preview/",
      ".vscode-test/",
      // Sources to be analysed: they are bad on purpose.
      "rules-fixtures/{snippets,servers,offloading,sample,apis}/",
      "cli/test-data/",
      "bench/workbench/",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  {
    files: ["**/*.{ts,cts}"],
    extends: [tseslint.configs.strictTypeChecked, ...(loopguard === undefined ? [] : [loopguard.configs.recommended])],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "MethodDefinition > PrivateIdentifier.key",
          message:
            "Declare the method `private`: Node 24 takes `#methods` for those of other classes, and crashes, when code " +
            "comes from its compile cache, which ESLint and tsserver switch on.",
        },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["**/*.cts"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
  {
    // The measured packages are installed only to be measured: there are no types to be safe with.
    files: ["bench/catalogue/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["eslint-plugin/**/*.ts"],
    extends: [eslintPlugin.configs.recommended],
  },
  boundaries,
);
