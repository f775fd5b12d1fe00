/** Compilers, bundlers, formatters and linters. */
import { join } from "node:path";

import { defaultOf, member } from "../member-call.js";
import { code, file } from "../samples.js";
import { type Bench, type Loaded, type Prepare, unmeasured, type Workload, type Workloads } from "../workload.js";

const ofFunctions: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [10, 100],
  typical: 100,
  of: (functions) => `a source of ${String(functions)} functions`,
};
const source = (functions: number): readonly unknown[] => [code(functions)];
const sourceFile = (functions: number, { directory }: Bench): readonly unknown[] => [
  file(directory, "source.js", code(functions)),
];
const ofRules: Pick<Workload, "sizes" | "typical" | "of"> = {
  sizes: [10, 100, 1000],
  typical: 100,
  of: (rules) => `a style sheet of ${rules.toLocaleString("en")} rules`,
};
const css = (rules: number): string =>
  Array.from({ length: rules }, (_, id) => `.rule${String(id)} { color: #ff0000; margin: ${String(id)}px; }`).join(
    "\n",
  );
const style = (rules: number): readonly unknown[] => [css(rules)];
const styleFile = (rules: number, { directory }: Bench): readonly unknown[] => [
  file(directory, "style.scss", css(rules)),
];

const syncOnly = { same: "unrelated" } as const;

const ast =
  (run: (babel: Loaded, ast: Loaded, text: string) => unknown): Prepare =>
  (module, functions) => {
    const text = code(functions);
    return () => run(module, module.parseSync(text), text);
  };
const byCallback =
  (name: string, first: (functions: number, bench: Bench) => readonly unknown[]): Prepare =>
  (module, functions, bench) => {
    const given = first(functions, bench);
    return () =>
      new Promise((resolve, reject) => {
        module[name](...given, {}, (error: Error | null, result: unknown) => {
          if (error) reject(error);
          else resolve(result);
        });
      });
  };

const program =
  (run: (typescript: Loaded, program: Loaded) => unknown): Prepare =>
  (module, functions, bench) => {
    const typescript: Loaded = defaultOf(module);
    const [path] = sourceFile(functions, bench);
    const options = { allowJs: true, noEmit: false, outDir: join(bench.directory, "out") };
    return () => run(typescript, typescript.createProgram([path], options));
  };

const eslint = (run: (eslint: Loaded, text: string) => unknown): Workload => ({
  ...ofFunctions,
  call: (module, functions) => {
    const made: Loaded = new module.ESLint({
      overrideConfigFile: true,
      overrideConfig: [{ rules: { "no-undef": 2 } }],
    });
    const text = code(functions);
    return () => run(made, text);
  },
});
const linter = (name: string): Workload => ({
  ...ofFunctions,
  call: (module, functions) => {
    const made: Loaded = new module.Linter();
    const text = code(functions);
    return () => made[name](text, [{ rules: { "no-undef": 2 } }]);
  },
});

const SCRIPT = "let sum = 0; for (let i = 0; i < 1000; i++) sum += i; sum";
const inSandbox = (name: "VM" | "NodeVM"): Workload => ({
  of: () => "a loop of 1,000 rounds",
  call: (module) => {
    const machine: Loaded = new module[name]();
    return () => machine.run(name === "VM" ? `(() => { ${SCRIPT} })()` : `module.exports = (() => { ${SCRIPT} })()`);
  },
});

const throughSynckit = unmeasured(
  "It waits for prettier in a worker thread: that is as long as prettier takes, which is measured.",
);
const typescript6 = { install: ["typescript@6.0"] };

export const compilers: Workloads = {
  typescript: {
    ...typescript6,
    rows: {
      transpileModule: member("transpileModule", (functions) => [code(functions), {}], ofFunctions),
      transpile: member("transpile", source, ofFunctions),
      createProgram: { ...ofFunctions, call: program((_, made) => made) },
      "Program.emit": { ...ofFunctions, call: program((_, made) => made.emit()) },
      "Program.getSemanticDiagnostics": { ...ofFunctions, call: program((_, made) => made.getSemanticDiagnostics()) },
      createSourceFile: member("createSourceFile", (functions) => ["source.ts", code(functions), 99], ofFunctions),
    },
  },
  "@babel/core": {
    rows: {
      transformSync: member("transformSync", source, ofFunctions),
      transformFromAstSync: {
        ...ofFunctions,
        call: ast((babel, tree, text) => babel.transformFromAstSync(tree, text, {})),
      },
      parseSync: member("parseSync", source, ofFunctions),
      transformFileSync: member("transformFileSync", sourceFile, ofFunctions),
      transform: { ...ofFunctions, call: byCallback("transform", source) },
      transformAsync: member("transformAsync", source, ofFunctions),
      transformFile: { ...ofFunctions, call: byCallback("transformFile", sourceFile) },
      transformFileAsync: member("transformFileAsync", sourceFile, ofFunctions),
      transformFromAst: {
        ...ofFunctions,
        call: ast(
          (babel, tree, text) =>
            new Promise((done) => {
              babel.transformFromAst(tree, text, {}, done);
            }),
        ),
      },
      transformFromAstAsync: {
        ...ofFunctions,
        call: ast((babel, tree, text) => babel.transformFromAstAsync(tree, text, {})),
      },
      parse: { ...ofFunctions, call: byCallback("parse", source) },
      parseAsync: member("parseAsync", source, ofFunctions),
    },
  },
  "@swc/core": {
    rows: {
      transformSync: member("transformSync", source, { ...ofFunctions, twin: "transform" }),
      transformFileSync: member("transformFileSync", sourceFile, { ...ofFunctions, twin: "transformFile" }),
      parseSync: member("parseSync", source, { ...ofFunctions, ...syncOnly, twin: "parse" }),
      parseFileSync: member("parseFileSync", sourceFile, { ...ofFunctions, ...syncOnly, twin: "parseFile" }),
      printSync: member(
        "printSync",
        async (functions, { load }) => [(await load("@swc/core")).parseSync(code(functions))],
        {
          ...ofFunctions,
          twin: "print",
        },
      ),
      minifySync: member("minifySync", (functions) => [code(functions), { module: true }], {
        ...ofFunctions,
        twin: "minify",
      }),
    },
  },
  esbuild: {
    rows: {
      buildSync: member(
        "buildSync",
        (functions, bench) => [{ entryPoints: sourceFile(functions, bench), bundle: true, write: false }],
        { ...ofFunctions, ...syncOnly, twin: "build" },
      ),
      transformSync: member("transformSync", source, { ...ofFunctions, ...syncOnly, twin: "transform" }),
      formatMessagesSync: member("formatMessagesSync", () => [[{ text: "wrong" }], { kind: "error" }], {
        twin: "formatMessages",
      }),
      analyzeMetafileSync: member("analyzeMetafileSync", () => [{ inputs: {}, outputs: {} }], {
        twin: "analyzeMetafile",
      }),
    },
  },
  sass: {
    rows: {
      compile: member("compile", styleFile, ofRules),
      compileString: member("compileString", style, ofRules),
      renderSync: member("renderSync", (rules) => [{ data: css(rules) }], ofRules),
      compileAsync: member("compileAsync", styleFile, ofRules),
      compileStringAsync: member("compileStringAsync", style, ofRules),
      render: {
        ...ofRules,
        call: (module, rules) => {
          const data = css(rules);
          return () => new Promise((done) => module.render({ data }, done));
        },
      },
    },
  },
  "sass-embedded": {
    rows: {
      compile: member("compile", styleFile, { ...ofRules, ...syncOnly, twin: "compileAsync" }),
      compileString: member("compileString", style, { ...ofRules, ...syncOnly, twin: "compileStringAsync" }),
    },
  },
  less: { rows: { render: member("render", style, ofRules) } },
  postcss: {
    rows: {
      "LazyResult.sync": {
        ...ofRules,
        call: (module, rules) => {
          const text = css(rules);
          const plugin = { postcssPlugin: "measured", Declaration: () => undefined };
          return () => defaultOf(module)([plugin]).process(text, { from: undefined }).sync();
        },
      },
      parse: member("parse", style, ofRules),
    },
  },
  terser: {
    rows: { minify: member("minify", source, ofFunctions), minify_sync: member("minify_sync", source, ofFunctions) },
  },
  "uglify-js": {
    rows: { minify: member("minify", (functions) => [code(functions).replaceAll("export ", "")], ofFunctions) },
  },
  "clean-css": {
    rows: {
      "CleanCSS.minify": {
        ...ofRules,
        call: (module, rules) => {
          const CleanCss: Loaded = defaultOf(module);
          const text = css(rules);
          return () => new CleanCss().minify(text);
        },
      },
    },
  },
  prettier: {
    rows: {
      format: member("format", (functions) => [code(functions), { parser: "babel" }], ofFunctions),
      check: member("check", (functions) => [code(functions), { parser: "babel" }], ofFunctions),
      formatWithCursor: member(
        "formatWithCursor",
        (functions) => [code(functions), { parser: "babel", cursorOffset: 2 }],
        {
          ...ofFunctions,
          sizes: [10],
          typical: 10,
        },
      ),
    },
  },
  "@prettier/sync": {
    install: [],
    rows: {
      format: throughSynckit,
      check: throughSynckit,
      formatWithCursor: throughSynckit,
      resolveConfig: throughSynckit,
    },
  },
  eslint: {
    rows: {
      "Linter.verify": linter("verify"),
      "Linter.verifyAndFix": linter("verifyAndFix"),
      "ESLint.lintText": eslint((made, text) => made.lintText(text)),
      "ESLint.lintFiles": {
        ...ofFunctions,
        call: (module, functions, bench) => {
          const [path] = sourceFile(functions, bench);
          const made: Loaded = new module.ESLint({
            cwd: bench.directory,
            overrideConfigFile: true,
            overrideConfig: [{ rules: { "no-undef": 2 } }],
          });
          return () => made.lintFiles([path]);
        },
      },
    },
  },
  vm2: { rows: { "VM.run": inSandbox("VM"), "NodeVM.run": inSandbox("NodeVM") } },
  "source-map": {
    install: ["source-map@0.6"],
    rows: {
      "new SourceMapConsumer": {
        ...ofFunctions,
        call: (module, functions) => {
          const generator: Loaded = new module.SourceMapGenerator({ file: "out.js" });
          for (let line = 1; line <= functions * 8; line++)
            generator.addMapping({ generated: { line, column: 0 }, original: { line, column: 0 }, source: "in.js" });
          const map: string = generator.toString();
          // It parses the mappings when it is first asked.
          return () => new module.SourceMapConsumer(map).originalPositionFor({ line: 1, column: 0 });
        },
      },
    },
  },
};
