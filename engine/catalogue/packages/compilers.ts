/** Compilers, bundlers, minifiers and formatters: built for a command line, costly in a server. */
import { estimated } from "../cost.js";
import type { CataloguePackage, CatalogueRow } from "../row.js";

const source = "a source file of some KB";
const stylesheet = "a stylesheet of some KB";

/** Work that nobody has made asynchronous. */
const compile = (member: string, of = source, tier: 2 | 3 = 2): CatalogueRow => ({
  member,
  kind: "cpu",
  cost: estimated(tier, of),
  offload: true,
});

/** The same behind a promise or a callback. @param loopShare the part of its time that is on the event loop */
const hidden = (member: string, loopShare: number, of = source, tier: 2 | 3 = 2): CatalogueRow => ({
  ...compile(member, of, tier),
  cost: estimated(tier, of, loopShare),
  isFakeAsync: true,
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
      compile("transpileModule"),
      compile("transpile"),
      compile("createProgram", "a project of some files", 3),
      compile("Program.emit", "a project of some files", 3),
      compile("Program.getSemanticDiagnostics", "a project of some files", 3),
      compile("createSourceFile"),
    ],
  },
  {
    module: "@babel/core",
    rows: [
      ...["transformSync", "transformFromAstSync", "parseSync"].map((member) => compile(member)),
      { ...compile("transformFileSync"), kind: "sync-io" },
      hidden("transform", 0.9),
      hidden("transformAsync", 0.86),
      hidden("transformFile", 0.57),
      hidden("transformFileAsync", 0.76),
      hidden("transformFromAst", 0.84),
      hidden("transformFromAstAsync", 0.3),
      hidden("parse", 1),
      hidden("parseAsync", 1),
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
      { ...compile("compile", stylesheet, 3), kind: "sync-io" },
      compile("compileString", stylesheet, 3),
      { ...compile("renderSync", stylesheet, 3), kind: "sync-io" },
      { ...hidden("compileAsync", 1, stylesheet, 3), note: "sass-embedded compiles in another process." },
      { ...hidden("compileStringAsync", 1, stylesheet, 3), note: "sass-embedded compiles in another process." },
      { ...hidden("render", 1, stylesheet, 3), note: "sass-embedded compiles in another process." },
    ],
  },
  {
    module: "sass-embedded",
    rows: [
      { ...native("sass-embedded", "compile", "compileAsync", stylesheet), kind: "sync-io" },
      native("sass-embedded", "compileString", "compileStringAsync", stylesheet),
    ],
  },
  { module: "less", rows: [hidden("render", 1, stylesheet, 3)] },
  {
    module: "postcss",
    types: {
      Processor: { origins: ["default()", "Processor.use()"] },
      LazyResult: { origins: ["Processor.process()"] },
    },
    rows: [compile("LazyResult.sync", stylesheet), compile("parse", stylesheet)],
  },
  { module: "terser", rows: [hidden("minify", 0.73, source, 3), compile("minify_sync", source, 3)] },
  { module: "uglify-js", rows: [compile("minify", source, 3)] },
  {
    module: "clean-css",
    types: { CleanCSS: { origins: ["new default"] } },
    rows: [compile("CleanCSS.minify", stylesheet)],
  },
  {
    module: "prettier",
    // Promises since version 3; before, the same names returned strings.
    rows: [
      hidden("format", 0.7, source, 3),
      hidden("check", 0.89, source, 3),
      hidden("formatWithCursor", 1, source, 3),
    ],
  },
  {
    module: "@prettier/sync",
    rows: ["format", "check", "formatWithCursor", "resolveConfig"].map((member) => ({
      ...compile(member, source, 3),
      kind: "wait",
      note: "The event loop stands still until another thread has answered.",
    })),
  },
  {
    module: "eslint",
    types: { Linter: { origins: ["new Linter"] }, ESLint: { origins: ["new ESLint"] } },
    rows: [
      compile("Linter.verify", source, 3),
      compile("Linter.verifyAndFix", source, 3),
      hidden("ESLint.lintText", 0.82, source, 3),
      hidden("ESLint.lintFiles", 0.45, source, 3),
    ],
  },
  {
    module: "vm2",
    types: { VM: { origins: ["new VM"] }, NodeVM: { origins: ["new NodeVM"] } },
    rows: [compile("VM.run", "a script that does some work"), compile("NodeVM.run", "a script that does some work")],
  },
  {
    module: "source-map",
    rows: [compile("new SourceMapConsumer", "a map of some 100 KB")],
  },
];
