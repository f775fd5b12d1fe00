/** `npm run openapi:documents -- --repos DIR`: our documents beside those that projects commit of themselves. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { dispatchedRoutes, findRoutes, type OpenApiDocument, openApiDocument } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { nodeHost, withForwardSlashes } from "@loopguard/node-host";
import { judgeDocuments, type Judgement, type Part } from "@loopguard/rules-fixtures/dist/schemas/documents.js";
import { type DocumentedProject, documentedProjects } from "./repositories.js";

const USAGE = `Usage: npm run openapi:documents -- --repos DIR [--all] [NAME…]

  DIR    holds checkouts with their dependencies installed: ${[...new Set(documentedProjects.map(({ repository }) => repository))].join(", ")}
  NAME   only projects whose directory has it
  --all  lists every difference; without it, those that are no known exceptions`;

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { repos: { type: "string" }, all: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.repos === undefined || values.help === true) {
    console.log(USAGE);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  // npm runs scripts in the package's folder; paths are meant from where the person stands.
  const repositories = path.resolve(process.env["INIT_CWD"] ?? ".", values.repos);
  let unexplained = 0;
  for (const project of documentedProjects) {
    const directory = path.join(repositories, project.directory);
    if (!existsSync(directory) || !positionals.every((name) => project.directory.includes(name))) continue;
    const judgements = judged(project, directory);
    unexplained += print(project, judgements, values.all === true);
  }
  process.exitCode = unexplained > 0 ? 1 : 0;
}

function judged(project: DocumentedProject, directory: string): readonly Judgement[] {
  const theirs = JSON.parse(readFileSync(path.join(directory, project.document), "utf8")) as OpenApiDocument;
  const opened = openProject(nodeHost(), [withForwardSlashes(directory)]);
  const { document } = openApiDocument(opened, [...findRoutes(opened).routes, ...dispatchedRoutes(opened)], {
    info: { title: "", version: "" },
  });
  return judgeDocuments(document, theirs, project.prefix);
}

const PARTS: readonly Part[] = ["operation", "parameter", "body", "response", "schema"];

/** @returns how many differences have no known cause */
function print(
  { directory, generator, exceptions }: DocumentedProject,
  judgements: readonly Judgement[],
  isAll: boolean,
): number {
  console.log(`\n${directory} (${generator})`);
  for (const part of PARTS) {
    const own = judgements.filter((each) => each.part === part);
    const count = (...kinds: Judgement["is"][]): number => own.filter(({ is }) => kinds.includes(is)).length;
    const wanted = own.length - count("surplus", "more");
    const same = count("identical", "equivalent");
    const share = wanted === 0 ? "" : `, ${((100 * same) / wanted).toFixed(1)} %`;
    const explained = own.filter(
      ({ name, is }) => is !== "identical" && is !== "equivalent" && causeOf(name, exceptions) !== undefined,
    ).length;
    console.log(
      `  ${part.padEnd(9)} ${String(same)} of ${String(wanted)}${share}: ${String(count("identical"))} identical, ` +
        `${String(count("equivalent"))} equivalent, ${String(count("different"))} different, ` +
        `${String(count("missing"))} missing, ${String(count("surplus"))} surplus, ` +
        `${String(count("more"))} errors more` +
        (explained > 0 ? ` (${String(explained)} explained)` : ""),
    );
  }
  const differing = judgements.filter(({ is }) => is === "different" || is === "missing" || is === "surplus");
  const unexplained = differing.filter(({ name }) => causeOf(name, exceptions) === undefined);
  for (const { name, is, because } of isAll ? differing : unexplained) {
    const cause = causeOf(name, exceptions);
    console.log(
      `    ${name}: ${is}${because === undefined ? "" : `: ${because}`}${cause === undefined ? "" : ` — ${cause}`}`,
    );
  }
  return unexplained.length;
}

/** `*` stands for any text. */
function causeOf(name: string, exceptions: DocumentedProject["exceptions"]): string | undefined {
  const found = Object.entries(exceptions).find(([pattern]) => {
    const plain = pattern.replaceAll(/[{}/.]/gu, String.raw`\$&`);
    return new RegExp(`^${plain.replaceAll("*", ".*")}$`, "u").test(name);
  });
  return found?.[1];
}

main();
