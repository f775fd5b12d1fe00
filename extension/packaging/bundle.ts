/** Bundles what VS Code loads: each program becomes one file that needs nothing installed. */
import { cp, mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { assetFile, VENDORED } from "@loopguard/openapi-preview/assets";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { root } from "./root.js";

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node22",
  logLevel: "warning",
};

/**
 * Bundles the extension.
 *
 * @param out An absolute path: the folder `out/` beside the manifest.
 */
export async function bundleExtension(out: string): Promise<void> {
  await build({
    ...common,
    entryPoints: { extension: "extension/main.ts" },
    outdir: out,
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    external: ["vscode"],
    minify: true,
  });
  await build({
    ...common,
    // The server starts its threads from beside itself.
    entryPoints: {
      server: "server/dist/main.js",
      thread: "server/dist/analysis/thread.js",
      "regex-thread": "server/dist/regexes/regex-thread.js",
    },
    outdir: out,
    format: "esm",
    // Packages that come as modules too are not always bundled well in their other form.
    mainFields: ["module", "main"],
    // Some of what is bundled is CommonJS and asks for Node's modules.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    plugins: [beside],
    minify: true,
  });
  await bundlePreview(path.join(out, "preview"));
  await copyTypeScript(path.join(out, "typescript"));
  await copyRecheck(path.join(out, "recheck"));
}

/** The page of the OpenAPI preview, and what it shows documents with as their makers bundled it. */
async function bundlePreview(to: string): Promise<void> {
  await build({
    ...common,
    entryPoints: { page: "openapi-preview/page/page.ts" },
    outdir: to,
    platform: "browser",
    format: "iife",
    minify: true,
  });
  for (const name of ["preview.css", ...VENDORED]) await cp(assetFile(name) ?? "", path.join(to, name));
}

/**
 * TypeScript stays as it is: it finds the declarations of the language's library beside its own file. recheck is as
 * small as it gets.
 */
const beside: Plugin = {
  name: "beside",
  setup(bundle) {
    bundle.onResolve({ filter: /^typescript$/ }, () => ({ path: "./typescript/lib/typescript.js", external: true }));
    bundle.onResolve({ filter: /^recheck\// }, ({ path: name }) => ({ path: `./${name}`, external: true }));
  },
};

async function copyRecheck(to: string): Promise<void> {
  for (const name of ["package.json", "LICENSE", "lib/browser.js"]) {
    await cp(path.join(root, "node_modules", "recheck", name), path.join(to, name));
  }
}

async function copyTypeScript(to: string): Promise<void> {
  const from = path.join(root, "node_modules", "typescript");
  const libraries = (await readdir(path.join(from, "lib"))).filter((name) => /^lib\..*\.d\.ts$/.test(name));
  await mkdir(path.join(to, "lib"), { recursive: true });
  for (const name of ["package.json", "LICENSE.txt", "ThirdPartyNoticeText.txt", "lib/typescript.js"]) {
    await cp(path.join(from, name), path.join(to, name));
  }
  for (const name of ["lib.d.ts", ...libraries]) await cp(path.join(from, "lib", name), path.join(to, "lib", name));
}

/**
 * Bundles the suites that run inside VS Code.
 *
 * @param outdir An absolute path below the repository, from where mocha is found.
 */
export async function bundleSuites(outdir: string): Promise<void> {
  const folder = path.join(root, "extension", "testing", "suites");
  const entries = (await readdir(folder)).filter((name) => name.endsWith(".window.ts"));
  await build({
    ...common,
    entryPoints: Object.fromEntries(
      entries.map((name) => [name.slice(0, -".window.ts".length), path.join(folder, name)]),
    ),
    outdir,
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
  });
}
