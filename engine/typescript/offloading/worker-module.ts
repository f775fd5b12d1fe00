/** The text of a worker file: the tasks of a module, with what they need. */
import type ts from "typescript";
import type { OffloadCall, TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { Refused } from "../rewriting/refused.js";
import type { ImportedName, ModuleConstant } from "./names.js";
import type { Style } from "./pool-module.js";
import { isImport, startWithComments } from "./statements.js";
import type { Task } from "./task.js";

/** A task with its name in the worker. */
export interface NamedTask {
  readonly name: string;
  readonly task: Task;
}

/** What is in the worker file already. */
export interface WorkerFile {
  readonly text: string;
  readonly isNew: boolean;
}

/** How the worker file is written, and what is known of those that it imports. */
export interface WorkerOptions {
  readonly style: Style;
  /** How the worker imports the module that the tasks are of: for its types. */
  readonly own: string;
  readonly throwingObjects: OffloadCall["throwingObjects"];
}

/**
 * @param existing the worker file as it is
 * @returns edits of the worker file
 */
export function workerEdits(
  typescript: TypeScript,
  source: ts.SourceFile,
  existing: WorkerFile,
  tasks: readonly NamedTask[],
  { style, own, throwingObjects }: WorkerOptions,
): readonly TextEdit[] {
  const { lineBreak } = style;
  const file = typescript.createSourceFile("worker.ts", existing.text, typescript.ScriptTarget.Latest, true);
  const declared = new Set(
    file.statements.flatMap((statement) => [statement.getText(file), constantText(typescript, file, statement)]),
  );
  const imports = importsOf(tasks, style, own).filter((statement) => !declared.has(statement));
  const setUp = new Set(tasks.flatMap(({ task }) => task.setUp));
  const constants = [...setUp, ...constantsOf(typescript, source, tasks)].filter(
    (statement) => !declared.has(statement),
  );
  const functions = tasks.map((each) => functionText(each, style, throwingObjects));
  const paragraphs = [...(constants.length > 0 ? [constants.join(lineBreak)] : []), ...functions];
  if (existing.isNew) {
    const head = [
      "/** Runs on the threads of the worker pool, where no request waits for it. */",
      ...(style.isRequiring ? [`${style.quote}use strict${style.quote}${style.end}`, ""] : []),
      ...imports,
    ].join(lineBreak);
    const text = [head, ...paragraphs].join(lineBreak + lineBreak) + lineBreak;
    return [{ start: 0, end: 0, text }];
  }
  refuseTaken(typescript, file, source, tasks);
  const last = file.statements.findLast((statement) => isImport(typescript, statement));
  const at = last?.end ?? file.statements[0]?.getStart(file) ?? 0;
  const brought = last ? imports.map((each) => lineBreak + each) : imports.map((each) => each + lineBreak);
  const end = existing.text.trimEnd().length;
  return [
    { start: at, end: at, text: brought.join("") },
    { start: end, end, text: paragraphs.map((each) => lineBreak + lineBreak + each).join("") },
  ];
}

/** The names that the module of a worker has at its top level. */
export function namesIn(typescript: TypeScript, text: string): ReadonlySet<string> {
  const file = typescript.createSourceFile("worker.ts", text, typescript.ScriptTarget.Latest, true);
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (typescript.isIdentifier(node)) names.add(node.text);
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function refuseTaken(
  typescript: TypeScript,
  file: ts.SourceFile,
  source: ts.SourceFile,
  tasks: readonly NamedTask[],
): void {
  const taken = new Map<string, string>();
  for (const statement of file.statements) {
    if (typescript.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations)
        taken.set(name.getText(file), constantText(typescript, file, statement));
    }
  }
  for (const { task } of tasks) {
    for (const [name, { statement }] of task.needs.constants) {
      const text = taken.get(name);
      if (text !== undefined && text !== constantText(typescript, source, statement)) {
        throw new Refused(`The worker file has another ${name} already.`);
      }
    }
  }
}

/** One statement for each module and way of importing. */
function importsOf(tasks: readonly NamedTask[], style: Style, own: string): string[] {
  const imports = new Map<string, ImportedName>();
  const types = new Map<string, ImportedName>();
  for (const { task } of tasks) {
    for (const [name, each] of task.needs.imports) imports.set(name, each);
    for (const [name, each] of task.needs.types) types.set(name, each);
  }
  for (const name of imports.keys()) types.delete(name);
  const ofTypes = style.isTypeScript ? [...types.values()] : [];
  return [...statementsFor([...imports.values()], style, own, ""), ...statementsFor(ofTypes, style, own, "type ")];
}

function statementsFor(names: readonly ImportedName[], style: Style, own: string, kind: "" | "type "): string[] {
  const { quote: q, end: e } = style;
  const statements: string[] = [];
  const named = new Map<string, ImportedName[]>();
  for (const each of names) {
    const { specifier: module, member, local, isRequired } = each;
    const specifier = module === "" ? own : module;
    if (member !== "*" && !(member === "default" && !isRequired)) {
      named.set(specifier, [...(named.get(specifier) ?? []), each]);
      continue;
    }
    const from = `${q}${specifier}${q}`;
    if (isRequired && style.isTypeScript) statements.push(`import ${local} = require(${from})${e}`);
    else if (isRequired) statements.push(`const ${local} = require(${from})${e}`);
    else statements.push(`import ${kind}${member === "*" ? "* as " : ""}${local} from ${from}${e}`);
  }
  for (const [specifier, all] of named) {
    const isRequired = all[0]?.isRequired === true;
    const elements = all.map(({ member, local }) =>
      member === local ? local : isRequired ? `${member}: ${local}` : `${member} as ${local}`,
    );
    const list = `{ ${elements.join(", ")} }`;
    const from = `${q}${specifier}${q}`;
    statements.push(isRequired ? `const ${list} = require(${from})${e}` : `import ${kind}${list} from ${from}${e}`);
  }
  return statements;
}

/** As they are in the module, in their order there. */
function constantsOf(typescript: TypeScript, source: ts.SourceFile, tasks: readonly NamedTask[]): string[] {
  const all = new Map<string, ModuleConstant>();
  for (const { task } of tasks) for (const [name, each] of task.needs.constants) all.set(name, each);
  return [...all.values()]
    .toSorted((one, other) => one.statement.pos - other.statement.pos)
    .map(({ statement }) => constantText(typescript, source, statement));
}

function constantText(typescript: TypeScript, file: ts.SourceFile, statement: ts.Statement): string {
  const comments = file.text.slice(startWithComments(typescript, file, statement), statement.getStart(file));
  return comments + statement.getText(file).replace(/^export\s+/u, "");
}

function functionText({ name, task }: NamedTask, style: Style, throwingObjects: readonly string[]): string {
  const { end, isRequiring, isTypeScript } = style;
  const parameters = parametersOf(task, isTypeScript);
  const result = isTypeScript && !task.isPromise && !task.isAsync ? resultOf(task) : "";
  const thrower = [...task.needs.imports.values()].find(({ specifier }) => throwingObjects.includes(specifier));
  const asynchronous = task.isAsync || (thrower && task.isPromise) ? "async " : "";
  const body = thrower ? throwingErrors(task, style, thrower.specifier) : bodyOf(task, style);
  return isRequiring
    ? `exports.${name} = ${asynchronous}function ${name}(${parameters}) ${body}${end}`
    : `export ${asynchronous}function ${name}(${parameters})${result} ${body}`;
}

function parametersOf({ inputs }: Task, isTypeScript: boolean): string {
  if (inputs.length === 0) return "";
  const names = `{ ${inputs.map(({ name }) => name).join(", ")} }`;
  if (!isTypeScript) return names;
  const types = inputs.map(({ name, value, cloned }) => {
    if (cloned.type === undefined) throw new Refused(`The type of ${value} cannot be written in another file.`);
    return `${name}: ${cloned.type}`;
  });
  return `${names}: { ${types.join("; ")} }`;
}

function resultOf({ result, isPromise }: Task): string {
  return result.type === undefined || isPromise || result.isBuffer ? "" : `: ${result.type}`;
}

function bodyOf({ code, moved }: Task, { lineBreak, end }: Style): string {
  if (code.is === "block") return code.text;
  const indentation = indentationOf(moved);
  const statements = [...code.before, `return ${code.text}${end}`].map((text) => `  ${shifted(text, indentation)}`);
  return ["{", ...statements, "}"].join(lineBreak);
}

/** The body, of which nothing comes out that only looks like an error. */
function throwingErrors(task: Task, style: Style, module: string): string {
  const { lineBreak, end } = style;
  const { code, isPromise } = task;
  const awaited = code.is === "expression" && isPromise ? { ...code, text: `await ${code.text}` } : code;
  const tried = bodyOf({ ...task, code: awaited }, style);
  return [
    "{",
    `  try ${tried.includes("`") ? tried : tried.replaceAll("\n", "\n  ")} catch (error) {`,
    `    // What ${module} throws is no real error, of which another thread would get the message.`,
    `    throw error instanceof Error ? new Error(error.message) : error${end}`,
    "  }",
    "}",
  ].join(lineBreak);
}

function indentationOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const start = node.getStart(file);
  const lineStart = file.text.lastIndexOf("\n", start - 1) + 1;
  return /^[ \t]*/u.exec(file.text.slice(lineStart, start))?.[0] ?? "";
}

/** As far in as a function's body, but for texts that go over several lines. */
function shifted(text: string, indentation: string): string {
  if (text.includes("`")) return text;
  return text.replaceAll(`\n${indentation}`, "\n  ");
}
