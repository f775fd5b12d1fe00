/** `npm run cases`: holds Loopguard against blocking bugs that were really fixed. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { chosenCases, documentedCases } from "./cases.js";
import { failuresOf, formatReport, type Versions } from "./report.js";
import { runCases } from "./results.js";

const USAGE = `Usage: npm run cases -- --repos DIR [--case ID]… [--write]

  --repos DIR  folder of git clones: owner+name, owner/name, name, or any name with a fitting remote
  --case ID    only this case: a number, or server for the whole server; also one that is not documented yet
  --write      write all documented cases to docs/real-cases.md as well

Exits 1 when a blocking call is missed, a fixed one is still reported, or start-up code is reported.`;

const DOCUMENT = fileURLToPath(new URL("../../../docs/real-cases.md", import.meta.url));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repos: { type: "string" },
      case: { type: "string", multiple: true },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || values.repos === undefined || (values.write && values.case)) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  // npm runs scripts in the package's folder; paths are meant from where the person stands.
  const clones = resolve(process.env["INIT_CWD"] ?? ".", values.repos);
  const results = await runCases(values.case ? chosenCases(values.case) : documentedCases(), clones, (what) => {
    console.error(what);
  });
  const report = formatReport(results, versions());
  console.log(report);
  if (values.write) {
    mkdirSync(dirname(DOCUMENT), { recursive: true });
    writeFileSync(DOCUMENT, report);
  }
  process.exitCode = failuresOf(results).length === 0 ? 0 : 1;
}

function versions(): Versions {
  const require = createRequire(import.meta.url);
  const versionIn = (manifest: string): string =>
    (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
  return {
    Loopguard: versionIn(fileURLToPath(new URL("../../../cli/package.json", import.meta.url))),
    TypeScript: versionIn(require.resolve("typescript/package.json")),
    ESLint: versionIn(require.resolve("eslint/package.json")),
    "eslint-plugin-n": versionIn(require.resolve("eslint-plugin-n/package.json")),
  };
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
