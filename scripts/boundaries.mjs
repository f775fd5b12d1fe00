/** Which room may import which, as ESLint configuration: the invariants of ARCHITECTURE.md that concern imports. */
import { builtinModules } from "node:module";

/**
 * What each room of the engine (a directory, or a file of the engine's root) may import from the other rooms.
 * Data flows one way: text → facts → questions → answers → paths → findings. A room that is not listed fails a test.
 *
 * @type {Record<string, string[]>}
 */
export const rooms = {
  "reference.ts": [],
  "progress.ts": [],
  facts: [],
  catalogue: ["reference.ts", "facts"],
  entrypoints: ["reference.ts", "facts", "catalogue"],
  "rewriter.ts": ["facts", "catalogue"],
  "schema-reader.ts": ["facts"],
  "handler-reader.ts": ["facts"],
  validators: ["schema-reader.ts"],
  "project.ts": [
    "reference.ts",
    "rewriter.ts",
    "schema-reader.ts",
    "handler-reader.ts",
    "facts",
    "configuration/configuration.ts",
    "rules/finding.ts",
  ],
  configuration: ["project.ts", "catalogue", "entrypoints", "rules/finding.ts"],
  paths: ["reference.ts", "project.ts", "facts", "catalogue", "entrypoints", "rules/finding.ts"],
  rules: ["reference.ts", "project.ts", "facts", "catalogue", "entrypoints", "paths"],
  "analysis.ts": [
    "reference.ts",
    "progress.ts",
    "project.ts",
    "facts",
    "catalogue",
    "entrypoints",
    "configuration",
    "paths",
    "rules",
  ],
  "live-analysis.ts": ["project.ts", "analysis.ts", "facts", "paths", "rules"],
  fixes: ["reference.ts", "rewriter.ts", "project.ts", "facts", "catalogue", "rules/finding.ts"],
  typescript: [
    "reference.ts",
    "rewriter.ts",
    "schema-reader.ts",
    "handler-reader.ts",
    "progress.ts",
    "project.ts",
    "facts",
    "configuration",
    "rules/failure.ts",
    "rules/finding.ts",
    "validators",
  ],
  openapi: [
    "reference.ts",
    "handler-reader.ts",
    "schema-reader.ts",
    "project.ts",
    "facts",
    "configuration/configuration.ts",
    "rules/finding.ts",
  ],
  "local.ts": ["project.ts", "analysis.ts", "facts", "rules", "fixes", "typescript"],
  "index.ts": [
    "reference.ts",
    "rewriter.ts",
    "handler-reader.ts",
    "schema-reader.ts",
    "progress.ts",
    "project.ts",
    "analysis.ts",
    "live-analysis.ts",
    "facts",
    "catalogue",
    "entrypoints",
    "configuration",
    "paths",
    "rules",
    "fixes",
    "openapi",
  ],
};

/**
 * The packages that a room may use; the others use none.
 *
 * @type {Record<string, string>}
 */
const packages = {
  configuration: "|jsonc-parser$|ignore$|fastest-levenshtein$",
  paths: "|scslre$|ignore$",
  typescript: "|typescript$|ignore$|jsonc-parser$",
};

const nodeModule = `(?:node:.*|${builtinModules.filter((name) => !name.startsWith("_")).join("|")})$`;
const eslint = String.raw`(?:eslint|eslint-plugin-.*|@eslint|typescript-eslint|@typescript-eslint)(?:/|$)`;
const hostPackage = String.raw`(?:@loopguard/node-host|loopguard.*|eslint-plugin-loopguard|vscode|vscode-.*)(?:/|$)`;
const hostFolder = String.raw`(?:\.\./)+(?:node-host|cli|eslint-plugin|server|extension|tsserver-plugin)/`;
const protocol = String.raw`(?:vscode-languageserver.*|vscode-languageclient|vscode-jsonrpc)(?:/|$)`;

const noHost = { regex: `^(?:${hostPackage}|${hostFolder})`, message: "The engine knows no host." };
const noExecution = {
  regex: "^(?:node:)?(?:child_process|cluster|vm|worker_threads)$",
  message: "Nothing of the analysed project is executed: a host has nothing to start.",
};
const noProtocol = { regex: `^${protocol}`, message: "Only server speaks the language server protocol." };
const noShortcut = {
  regex: String.raw`^(?:\.\./)+engine/`,
  message: "Import the engine's public face: @loopguard/engine.",
};

const commandLine = [
  { regex: `^${eslint}`, message: "Only eslint-plugin imports ESLint." },
  { regex: "^typescript(?:/|$)", message: "Only engine/typescript imports TypeScript." },
  { regex: "^vscode$", message: "Only extension imports the editor." },
  noProtocol,
  noShortcut,
];

const tests = "**/*.test.ts";

/** @type {import("eslint").Linter.Config[]} */
export const boundaries = [
  ...Object.entries(rooms).map(([room, allowed]) => ({
    name: `loopguard/boundaries/engine/${room}`,
    files: [room.endsWith(".ts") ? `engine/${room}` : `engine/${room}/**/*.ts`],
    ignores: [tests],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: `^${nodeModule}`, message: "The engine does no I/O: ask the ProjectHost." },
            noHost,
            {
              regex: String.raw`^(?!\.|${nodeModule}|${hostPackage}${packages[room] ?? ""})`,
              message: "This package is not for this room: see `packages` in scripts/boundaries.mjs.",
            },
            ...Object.keys(rooms)
              .filter((other) => other !== room && !allowed.includes(other))
              .map((other) => ({
                regex: importOf(other, allowed),
                message: `${room} may import only ${allowed.join(", ") || "itself"}: see the rooms in ARCHITECTURE.md.`,
              })),
          ],
        },
      ],
      "no-restricted-globals": [
        "error",
        ...["process", "console", "fetch", "globalThis", "global", "require"].map((name) => ({
          name,
          message: "The engine does no I/O and reads no environment.",
        })),
        ...["performance", "setTimeout", "setInterval", "setImmediate"].map((name) => ({
          name,
          message: "The engine reads no clock.",
        })),
      ],
      "no-restricted-properties": ["error", { object: "Date", property: "now", message: "The engine reads no clock." }],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The engine reads no clock." },
        { selector: "ImportExpression", message: "The engine loads nothing while it runs." },
        { selector: "TSImportType", message: "Import the type at the top of the file, where the boundaries see it." },
      ],
    },
  })),
  {
    name: "loopguard/boundaries/engine-tests",
    files: ["engine/**/*.test.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [noHost] }] },
  },
  {
    name: "loopguard/boundaries/cli",
    files: ["cli/**/*.ts"],
    ignores: [tests, "cli/git.ts", "cli/document-validator.ts", "cli/validation-thread.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [...commandLine, noExecution] }] },
  },
  {
    // Asks git what is not committed, with all settings of the workspace off that could start a program.
    name: "loopguard/boundaries/cli/git",
    files: ["cli/git.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: commandLine }] },
  },
  {
    // A thread of the program's own checks documents.
    name: "loopguard/boundaries/cli/validation",
    files: ["cli/document-validator.ts", "cli/validation-thread.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: commandLine }] },
  },
  {
    name: "loopguard/boundaries/node-host",
    files: ["node-host/**/*.ts"],
    ignores: [tests],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: String.raw`^(?!\.|node:|@loopguard/engine$)`,
              message: "The engine's window on the disk needs Node and the engine's types, nothing else.",
            },
            noExecution,
          ],
        },
      ],
    },
  },
  {
    name: "loopguard/boundaries/server",
    files: ["server/**/*.ts"],
    ignores: [tests, "server/testing/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: `^${eslint}`, message: "Only eslint-plugin imports ESLint." },
            { regex: "^vscode$", message: "Only extension imports the editor." },
            { regex: "^typescript(?:/|$)", message: "Only engine/typescript imports TypeScript." },
            {
              regex: "^(?:node:)?(?:child_process|cluster|vm)$",
              message: "Nothing of the analysed project is executed: the server starts its own threads only.",
            },
            noShortcut,
          ],
        },
      ],
    },
  },
  {
    name: "loopguard/boundaries/tsserver-plugin",
    files: ["tsserver-plugin/**/*.ts", "tsserver-plugin/**/*.cts"],
    ignores: [tests, "tsserver-plugin/testing/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: String.raw`^(?!\.|node:|typescript$|@loopguard/(?:engine|node-host)$|loopguard-language-server/analysis$)`,
              message: "A host contains no analysis: it needs the engine, the thread it runs in, and tsserver's types.",
            },
            noExecution,
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ImportDeclaration[source.value='typescript'][importKind='value']",
          message: "Only engine/typescript imports TypeScript: tsserver hands over the one that it runs on.",
        },
      ],
    },
  },
  {
    name: "loopguard/boundaries/openapi-preview",
    files: ["openapi-preview/**/*.ts"],
    ignores: [tests, "openapi-preview/vendor.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: String.raw`^(?!\.|node:|yaml$|loopguard-language-server/protocol$)`,
              message: "The preview's page shows what it is told: it needs the protocol's shapes, nothing else.",
            },
            noExecution,
          ],
        },
      ],
    },
  },
  {
    name: "loopguard/boundaries/extension",
    files: ["extension/**/*.ts"],
    ignores: [tests, "extension/{manifest,packaging,testing}/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: String.raw`^(?!\.|node:|vscode$|vscode-languageclient/node$|loopguard-language-server/protocol$|@loopguard/openapi-preview$)`,
              message:
                "The extension shows what the server says: it needs the editor, the protocol and the page, nothing else.",
            },
            noExecution,
          ],
        },
      ],
    },
  },
  {
    name: "loopguard/boundaries/eslint-plugin",
    files: ["eslint-plugin/**/*.ts"],
    ignores: [tests, "eslint-plugin/testing/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: String.raw`^(?!\.|node:|eslint$|@loopguard/(?:engine(?:/|$)|node-host$)|debug$)`,
              message: "A host contains no analysis: it needs ESLint and the engine, little else.",
            },
            noExecution,
            noShortcut,
          ],
        },
      ],
    },
  },
];

/**
 * A regular expression for the specifiers that import a room from another one.
 *
 * @param {string} room
 * @param {string[]} allowed
 * @returns {string}
 */
function importOf(room, allowed) {
  const up = String.raw`^(?:\./|(?:\.\./)+)`;
  if (room.endsWith(".ts")) return `${up}${room.slice(0, -".ts".length)}\\.js$`;
  const exceptions = allowed
    .filter((file) => file.startsWith(`${room}/`))
    .map((file) => file.slice(room.length + 1, -".ts".length));
  return `${up}${room}/${exceptions.length === 0 ? "" : `(?!(?:${exceptions.join("|")})\\.js$)`}`;
}
