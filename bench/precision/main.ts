/** `npm run precision`: how many of the findings on public servers are true, by the verdicts of who read them. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { checkOut, removeCheckout } from "../real-cases/checkout.js";
import { runLoopguard } from "../real-cases/loopguard.js";
import { judge, type RepositoryResult } from "./judge.js";
import { failuresOf, formatReport } from "./report.js";
import { judgedRepositories, type JudgedRepository } from "./verdicts.js";

const USAGE = `Usage: npm run precision -- --repos DIR [--only NAME]… [--write]

  --repos DIR  folder of git clones: owner+name, owner/name, name, or any name with a fitting remote
  --only NAME  only this repository: its name, or owner/name
  --write      write the result to docs/precision.md as well, with the names of what was left out

Exits 1 when a finding has no verdict, a blocking call is no longer found, or recommended is not precise enough.`;

const DOCUMENT = fileURLToPath(new URL("../../../docs/precision.md", import.meta.url));

function main(): void {
  const { values } = parseArgs({
    options: {
      repos: { type: "string" },
      only: { type: "string", multiple: true },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || values.repos === undefined) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  // npm runs scripts in the package's folder; paths are meant from where the person stands.
  const clones = resolve(process.env["INIT_CWD"] ?? ".", values.repos);
  const results = judgedRepositories(values.only).map((repository) => run(clones, repository));
  const judged = new Set(results.map(({ repository: { repository } }) => repository));
  const leftOut = judgedRepositories().flatMap(({ repository }) => (judged.has(repository) ? [] : [repository]));
  const report = formatReport(results, leftOut);
  console.log(report);
  if (values.write) writeFileSync(DOCUMENT, report);
  process.exitCode = failuresOf(results).length === 0 ? 0 : 1;
}

function run(clones: string, repository: JudgedRepository): RepositoryResult {
  console.error(`${repository.repository} …`);
  const folder = checkOut(clones, repository);
  try {
    return judge(repository, runLoopguard(folder));
  } finally {
    removeCheckout(folder);
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
