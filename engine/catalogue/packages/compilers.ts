/** Compilers, bundlers, minifiers and formatters: built for a command line, costly in a server. */
import { estimated } from "../cost.js";
import type { CataloguePackage, CatalogueRow } from "../row.js";

const source = "a source file of some KB";
const stylesheet = "a stylesheet of some KB";

/** Work that nobody has made asynchronous: `isFakeAsync` where a promise or a callback hides it. */
const compile = (member: string, isFakeAsync: boolean, of = source, tier: 2 | 3 = 2): CatalogueRow => ({
  member,
  kind: "cpu",
  cost: estimated(tier, of),
  offload: true,
  ...(isFakeAsync ? { isFakeAsync } : {}),
});

/** Synchronous forms of native compilers, whose asynchronous forms work in their own threads. */
const native = (module: string, member: string, twin: string, of = source): CatalogueRow => ({
  member,
  kind: "cpu",
  cost: estimated(2, of),
  twin: { module, member: twin },
});

export const compilers: readonly CataloguePackage[] = [
  {
    module: "typescript",
    types: { Program: { origins: ["createProgram()"] } },
    rows: [
      compile("transpileModule", false),
      compile("transpile", false),
      compile("createProgram", false, "a project of some files", 3),
      compile("Program.emit", false, "a project of some files", 3),
      compile("Program.getSemanticDiagnostics", false, "a project of some files", 3),
      compile("createSourceFile", false),
    ],
  },
  {
    module: "@babel/core",
    rows: [
      ...["transformSync", "transformFromAstSync", "parseSync"].map((member) => compile(member, false)),
      { ...compile("transformFileSync", false), kind: "sync-io" },
      ...[
        "transform",
        "transformAsync",
        "transformFile",
        "transformFileAsync",
        "transformFromAst",
        "transformFromAstAsync",
        "parse",
        "parseAsync",
      ].map((member) => compile(member, true)),
    ],
  },
  {
    module: "@swc/core",
    rows: [
      native("@swc/core", "transformSync", "transform"),
      { ...native("@swc/core", "transformFileSync", "transformFile"), kind: "sync-io" },
      native("@swc/core", "parseSync", "parse"),
      { ...native("@swc/core", "parseFileSync", "parseFile"), kind: "sync-io" },
      native("@swc/core", "printSync", "print"),
      native("@swc/core", "minifySync", "minify"),
    ],
  },
  {
    module: "esbuild",
    rows: [
      { ...native("esbuild", "buildSync", "build", "a project of some files"), kind: "sync-io", cost: estimated(3, "a project of some files") },
      native("esbuild", "transformSync", "transform"),
      native("esbuild", "formatMessagesSync", "formatMessages"),
      native("esbuild", "analyzeMetafileSync", "analyzeMetafile"),
    ],
  },
  {
    module: "sass",
    rows: [
      { ...compile("compile", false, stylesheet, 3), kind: "sync-io" },
      compile("compileString", false, stylesheet, 3),
      { ...compile("renderSync", false, stylesheet, 3), kind: "sync-io" },
      { ...compile("compileAsync", true, stylesheet, 3), note: "sass-embedded compiles in another process." },
      { ...compile("compileStringAsync", true, stylesheet, 3), note: "sass-embedded compiles in another process." },
      { ...compile("render", true, stylesheet, 3), note: "sass-embedded compiles in another process." },
    ],
  },
  {
    module: "sass-embedded",
    rows: [
      { ...native("sass-embedded", "compile", "compileAsync", stylesheet), kind: "sync-io" },
      native("sass-embedded", "compileString", "compileStringAsync", stylesheet),
    ],
  },
  { module: "less", rows: [compile("render", true, stylesheet, 3)] },
  {
    module: "postcss",
    types: {
      Processor: { origins: ["default()", "Processor.use()"] },
      LazyResult: { origins: ["Processor.process()"] },
    },
    rows: [compile("LazyResult.sync", false, stylesheet), compile("parse", false, stylesheet)],
  },
  { module: "terser", rows: [compile("minify", true, source, 3), compile("minify_sync", false, source, 3)] },
  { module: "uglify-js", rows: [compile("minify", false, source, 3)] },
  {
    module: "clean-css",
    types: { CleanCSS: { origins: ["new default"] } },
    rows: [compile("CleanCSS.minify", false, stylesheet)],
  },
  {
    module: "prettier",
    // Promises since version 3; before, the same names returned strings.
    rows: ["format", "check", "formatWithCursor"].map((member) => compile(member, true, source, 3)),
  },
  {
    module: "@prettier/sync",
    rows: ["format", "check", "formatWithCursor", "resolveConfig"].map((member) => ({
      ...compile(member, false, source, 3),
      kind: "wait",
      note: "The event loop stands still until another thread has answered.",
    })),
  },
  {
    module: "eslint",
    types: { Linter: { origins: ["new Linter"] }, ESLint: { origins: ["new ESLint"] } },
    rows: [
      compile("Linter.verify", false, source, 3),
      compile("Linter.verifyAndFix", false, source, 3),
      compile("ESLint.lintText", true, source, 3),
      compile("ESLint.lintFiles", true, source, 3),
    ],
  },
  {
    module: "vm2",
    types: { VM: { origins: ["new VM"] }, NodeVM: { origins: ["new NodeVM"] } },
    rows: [compile("VM.run", false, "a script that does some work"), compile("NodeVM.run", false, "a script that does some work")],
  },
  {
    module: "source-map",
    rows: [compile("new SourceMapConsumer", false, "a map of some 100 KB")],
  },
];
