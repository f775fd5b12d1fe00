/** Makes the bundle, whatever is there already. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { assetFile, VENDORED } from "@loopguard/openapi-preview/assets";
import { build, type BuildOptions } from "esbuild";
import { compiledSchemas, SCHEMAS } from "./compiled-schemas.js";
import { noticesOf } from "./notices.js";
import { BUNDLE, PREVIEW, ROOT } from "./places.js";

const PRIVATE_METHODS = [
  "class-private-accessor",
  "class-private-brand-check",
  "class-private-method",
  "class-private-static-accessor",
  "class-private-static-method",
];

const options: BuildOptions = {
  absWorkingDir: ROOT,
  entryPoints: {
    main: "cli/dist/main.js",
    "validation-thread": "cli/dist/validation-thread.js",
    "validate-document": "cli/dist/validate-document.js",
    // The analysis starts its threads from beside itself.
    thread: "server/dist/analysis/thread.js",
    "regex-thread": "server/dist/regexes/regex-thread.js",
  },
  outdir: BUNDLE,
  bundle: true,
  platform: "node",
  target: "node20.19",
  // Packages have private methods, which Node 24 takes for those of other classes, and crashes, when code comes from
  // its compile cache. This repository declares its own `private`.
  supported: Object.fromEntries(PRIVATE_METHODS.map((feature) => [feature, false])),
  format: "esm",
  // What only some commands need stays apart. All files are beside each other, as the modules are that name them.
  splitting: true,
  chunkNames: "[name]-[hash]",
  // Packages that come as modules too are not always bundled well in their other form.
  mainFields: ["module", "main"],
  // TypeScript finds the declarations of the language's library beside its own file; recheck is for users to install.
  external: ["typescript", "recheck"],
  // Some of what is bundled is CommonJS and asks for Node's modules.
  banner: {
    js: 'import { createRequire as createRequireOfNode } from "node:module"; const require = createRequireOfNode(import.meta.url);',
  },
  define: { IS_BUNDLED: "true" },
  // Names stay: a stack trace is to say where a defect happened.
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: "warning",
};

/** @returns the files that it was made of, relative to the repository */
export async function bundleCommandLine(): Promise<readonly string[]> {
  rmSync(BUNDLE, { recursive: true, force: true });
  const { metafile } = await build({ ...options, metafile: true, plugins: [compiledSchemas] });
  cpSync(SCHEMAS, path.join(BUNDLE, "schemas"), { recursive: true });
  const inputs = Object.keys(metafile.inputs).filter((name) => existsSync(path.join(ROOT, name)));
  writeFileSync(path.join(BUNDLE, "THIRD-PARTY-NOTICES.txt"), noticesOf(inputs, ROOT));
  return [...inputs, ...copyPreview()];
}

/** @returns what was copied */
function copyPreview(): readonly string[] {
  rmSync(PREVIEW, { recursive: true, force: true });
  const page = path.dirname(assetFile("page/page.js") ?? "");
  const scripts = readdirSync(page).filter((name) => name.endsWith(".js"));
  return ["preview.css", ...VENDORED, ...scripts.map((script) => `page/${script}`)].map((name) => {
    const from = assetFile(name) ?? "";
    const to = path.join(PREVIEW, name);
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(from, to);
    return path.relative(ROOT, from);
  });
}
