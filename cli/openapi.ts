/** `loopguard openapi`: the OpenAPI document that a project's routes and types imply. */
import path from "node:path";
import type { ApiChange, ApiDocument, OpenApiDocument, OpenApiVersion, Problem } from "@loopguard/engine";
import { withForwardSlashes } from "@loopguard/node-host";
import { type DocumentFormat, formatOf, textOf } from "@loopguard/openapi-preview";
import { parse } from "yaml";
import { analysePaths, exitCodeOf, type PathOptions, relativePath, reportProblems } from "./analyse-paths.js";
import type { DocumentValidator } from "./document-validator.js";
import type { Engine } from "./engine.js";
import { type Environment, type ExitCode, UsageError } from "./environment.js";
import { printable } from "./terminal.js";
import { count } from "./wording.js";

export interface OpenApiOptions extends PathOptions {
  /** A file for the document instead of standard output. */
  readonly output?: string;
  readonly format?: DocumentFormat;
  readonly openapi: OpenApiVersion;
  /** A file that holds the document as it was: it is compared, and nothing is written. */
  readonly check?: string;
  /** Shows the document in a browser instead, and follows the files. */
  readonly serve?: boolean;
  /** Where the page is served; see {@link serve} for the usual place. */
  readonly port?: number;
  /** The address that requests from the page are sent to. */
  readonly server?: string;
}

/**
 * Writes the document, or compares it with one that was written before.
 *
 * @returns 0, or 1 when the file that was to be checked is stale
 * @throws UsageError when a path does not exist, or a file cannot be read or written
 */
export async function openApi(
  paths: readonly string[],
  options: OpenApiOptions,
  engine: Engine,
  environment: Environment,
): Promise<ExitCode> {
  // It brings more than documents need.
  if (options.serve === true) return (await import("./serve.js")).serve(paths, options, environment);
  const committed = options.check === undefined ? undefined : readDocument(options.check, environment);
  const validator = engine.openDocumentValidator(options.openapi);
  try {
    return await writeOrCompare(paths, { ...options, committed, validator }, engine, environment);
  } finally {
    await validator.close();
  }
}

interface MakeOptions extends OpenApiOptions {
  readonly committed: OpenApiDocument | undefined;
  readonly validator: DocumentValidator;
}

async function writeOrCompare(
  paths: readonly string[],
  { committed, validator, ...options }: MakeOptions,
  engine: Engine,
  environment: Environment,
): Promise<ExitCode> {
  const { stdout, stderr, cwd } = environment;
  const { project, analysis } = await analysePaths(paths, options, engine, environment, engine.findRoutes);
  const info = engine.packageInfo(environment.host, withForwardSlashes(path.resolve(cwd, paths[0] ?? ".")));
  const made = engine.openApiDocument(project, [...analysis.routes, ...engine.dispatchedRoutes(project)], { info });
  const document = engine.inVersion(made.document, options.openapi);
  reportProblems([...analysis.problems, ...placed(made)], environment);
  const faults = await validator.validate(document);
  for (const fault of faults) stderr.write(`loopguard: the document is not valid OpenAPI: ${printable(fault)}\n`);
  const summary = `${count(made.operations.length, "operation")}, ${count(Object.keys(document.components?.schemas ?? {}).length, "schema")}`;
  if (committed) {
    const code = compare(committed, document, options.check ?? "", engine, environment);
    return exitCodeOf(code, analysis.problems);
  }
  const text = textOf(document, options.format ?? formatOf(options.output ?? "") ?? "json");
  if (options.output === undefined) {
    stdout.write(text);
  } else {
    const file = path.resolve(cwd, options.output);
    try {
      environment.writeFile(file, text);
    } catch (error) {
      throw new UsageError(
        `The document could not be written: ${error instanceof Error ? error.message : String(error)}.`,
      );
    }
    stdout.write(`${summary}, in ${printable(relativePath(file, cwd))}.\n`);
  }
  return exitCodeOf(faults.length === 0 ? 0 : 2, analysis.problems);
}

function compare(
  committed: OpenApiDocument,
  document: OpenApiDocument,
  file: string,
  engine: Engine,
  { stdout }: Environment,
): ExitCode {
  const changes = engine.compareDocuments(committed, document);
  if (changes.length === 0 && JSON.stringify(committed) === JSON.stringify(document)) {
    stdout.write(`${printable(file)} is up to date.\n`);
    return 0;
  }
  for (const operation of new Set(changes.map((change) => change.operation))) {
    stdout.write(`${printable(operation)}\n`);
    for (const change of changes.filter((each) => each.operation === operation))
      stdout.write(`  ${change.isBreaking ? "breaking: " : ""}${printable(change.message)}\n`);
  }
  stdout.write(`${verdict(file, changes)}\n`);
  return 1;
}

function verdict(file: string, changes: readonly ApiChange[]): string {
  const breaking = changes.filter(({ isBreaking }) => isBreaking).length;
  const what =
    changes.length === 0
      ? "in its wording alone"
      : `by ${count(changes.length, "change")}, ${String(breaking)} of them breaking`;
  return `${printable(file)} is stale ${what}: write it again with \`loopguard openapi --output ${printable(file)}\`.`;
}

function readDocument(typed: string, { cwd, host }: Environment): OpenApiDocument {
  const text = host.readFile(path.resolve(cwd, typed));
  if (text === undefined) throw new UsageError(`There is no file "${typed}".`);
  try {
    const document: unknown = parse(text);
    if (typeof document === "object" && document !== null && "paths" in document) return document as OpenApiDocument;
  } catch {
    // Said below.
  }
  throw new UsageError(`"${typed}" is no OpenAPI document.`);
}

/** Each place once, as reports have problems. */
function placed({ problems }: ApiDocument): Problem[] {
  const all = problems.map(({ message, location: { file, line, column } }) => ({ file, line, column, message }));
  return [...new Map(all.map((each) => [`${each.file}:${String(each.line)}:${each.message}`, each])).values()];
}
