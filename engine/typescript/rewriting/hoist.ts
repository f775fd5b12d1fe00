/** What a function builds the same each time becomes a constant of the module, above the function. */
import type ts from "typescript";
import type { Hoist, TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { Names } from "../offloading/names.js";
import { startWithComments } from "../offloading/statements.js";
import { isTransparent } from "./functions.js";
import { Refused } from "./refused.js";
import type { Sheet } from "./sheet.js";

/**
 * @param built a call or `new`
 * @throws Refused where it could be another one by the time that it is used, or is not to be shared
 */
export function hoist(sheet: Sheet, built: ts.Expression, { builds }: Hoist): readonly TextEdit[] {
  const { typescript, file, checker } = sheet;
  if (!checker) throw new Refused("What it needs is not known without types.");
  const names = new Names(typescript, checker);
  const outermost = topLevelStatement(typescript, built);
  const around = typescript.findAncestor(built, typescript.isFunctionLike);
  if (!around) throw new Refused("It is at module scope already.");
  refuseCaught(typescript, built, around);
  for (const name of names.in(built)) refuseLocal(typescript, names, name, built, outermost);
  const statement = ownStatement(typescript, built);
  const lineBreak = file.text.includes("\r\n") ? "\r\n" : "\n";
  const at = startWithComments(typescript, file, outermost);
  const declared = statement?.declarationList.declarations[0];
  if (statement && declared && typescript.isIdentifier(declared.name)) {
    refuseChanged(sheet, names, declared.name, around);
    if (isUnique(names, file, declared.name)) {
      const text = shifted(typescript, statement, file, lineBreak);
      return [{ start: at, end: at, text: `${text}${lineBreak}${lineBreak}` }, without(typescript, file, statement)];
    }
  }
  const name = freeName(names, file, namesFor(typescript, built, builds));
  const end =
    /;\s*$/u.test(outermost.getText(file)) || file.text.includes(";\n") || file.text.includes(";\r") ? ";" : "";
  const text = `const ${name} = ${dedented(typescript, built, file)}${end}${lineBreak}${lineBreak}`;
  return [
    { start: at, end: at, text },
    { start: built.getStart(file), end: built.end, text: name },
  ];
}

function topLevelStatement(typescript: TypeScript, node: ts.Node): ts.Statement {
  let statement = node;
  while (!typescript.isSourceFile(statement.parent)) statement = statement.parent;
  return statement as ts.Statement;
}

/** A failure would come while the module is loaded, where nobody catches it. */
function refuseCaught(typescript: TypeScript, built: ts.Node, around: ts.Node): void {
  for (let node = built; node !== around; node = node.parent) {
    if (typescript.isTryStatement(node.parent) && node.parent.tryBlock === node) {
      throw new Refused("Its failure is caught here, and would not be at module scope.");
    }
  }
}

/** What it is built from has to be there when the module is loaded, and never be anything else. */
function refuseLocal(
  typescript: TypeScript,
  names: Names,
  name: ts.Identifier,
  built: ts.Expression,
  outermost: ts.Statement,
): void {
  if (typescript.isPartOfTypeNode(name)) return;
  const standing = names.standing(name, built);
  if (standing.is === "free") return;
  if (standing.is === "import") {
    if (!standing.isRequired || standing.declaration.pos < outermost.pos) return;
    throw new Refused(`${name.text} is only there further down in the module.`);
  }
  if (standing.is === "constant") {
    if (standing.statement.pos < outermost.pos) return;
    throw new Refused(`${name.text} is only there further down in the module.`);
  }
  const { declaration } = standing;
  const isOfModule = declaration !== undefined && typescript.isSourceFile(declaration.parent);
  if (isOfModule && typescript.isFunctionDeclaration(declaration)) return;
  if (isOfModule && typescript.isClassDeclaration(declaration) && declaration.pos < outermost.pos) return;
  const isOfPlatform = declaration === undefined || declaration.getSourceFile().isDeclarationFile;
  if (isOfPlatform && name.text === "require") {
    const [argument] = typescript.isCallExpression(built) ? built.arguments : [];
    if (argument && typescript.isStringLiteralLike(argument) && !/^[./]/u.test(argument.text)) return;
    throw new Refused("A module of the project may be required late because of a cycle.");
  }
  if (declaration && isOfPlatform && !AMBIENT.has(name.text)) return;
  throw new Refused(`${name.text} may be something else when the module is loaded.`);
}

/** Globals that are not settled yet while modules are loaded: the environment may come from a file. */
const AMBIENT: ReadonlySet<string> = new Set(["process", "globalThis", "global", "console", "require"]);

/** `const validate = ajv.compile(…)`: the statement, if it does nothing else. */
function ownStatement(typescript: TypeScript, built: ts.Expression): ts.VariableStatement | undefined {
  let value: ts.Node = built;
  while (isTransparent(typescript, value.parent)) value = value.parent;
  const { parent: declaration } = value;
  if (!typescript.isVariableDeclaration(declaration) || declaration.initializer !== value) return undefined;
  const list = declaration.parent;
  const { Const, Using } = typescript.NodeFlags;
  const isConst = (list.flags & Const) !== 0 && (list.flags & Using) === 0;
  if (!typescript.isVariableDeclarationList(list) || list.declarations.length !== 1 || !isConst) return undefined;
  return typescript.isVariableStatement(list.parent) ? list.parent : undefined;
}

/** What one request does to it, all others would see. */
function refuseChanged({ typescript, file }: Sheet, names: Names, declared: ts.Identifier, around: ts.Node): void {
  const symbol = names.symbolOf(declared);
  const uses = names.in(around).filter((name) => name !== declared && names.symbolOf(name) === symbol);
  for (const use of uses) {
    const { parent } = use;
    if (!typescript.isPropertyAccessExpression(parent) || parent.expression !== use) continue;
    const { parent: outer, name: member } = parent;
    const shown = parent.getText(file);
    const isCalled = typescript.isCallExpression(outer) && outer.expression === parent;
    if (isCalled && CHANGING.test(member.text)) throw new Refused(`${shown} changes it for one request alone.`);
    if (typescript.isBinaryExpression(outer) && outer.left === parent) throw new Refused(`${shown} is set here.`);
    if (!isCalled && isBehindAwait(typescript, around, declared.end, parent.pos)) {
      throw new Refused(`${shown} is read after an await: by then another request may have changed it.`);
    }
  }
}

const CHANGING =
  /^(?:add|append|clear|close|define|delete|destroy|disconnect|dispose|end|extend|load|push|quit|register|release|remove|set|shutdown|terminate|unregister|use)/u;

function isBehindAwait(typescript: TypeScript, around: ts.Node, start: number, end: number): boolean {
  const visit = (node: ts.Node): boolean =>
    (typescript.isAwaitExpression(node) && node.pos >= start && node.end <= end) ||
    typescript.forEachChild(node, (child) => visit(child) || undefined) === true;
  return visit(around);
}

/** Whether the name stands for nothing else anywhere in the file. */
function isUnique(names: Names, file: ts.SourceFile, declared: ts.Identifier): boolean {
  const symbol = names.symbolOf(declared);
  return names.in(file).every((name) => name.text !== declared.text || names.symbolOf(name) === symbol);
}

/** `numberFormat` of `new Intl.NumberFormat(…)`, `schema` where a schema is built. */
function namesFor(typescript: TypeScript, built: ts.Expression, builds: string): readonly string[] {
  const noun = camelCase(builds.replace(/^an? /u, ""));
  if (!typescript.isNewExpression(built)) return [noun];
  const { expression: callee } = built;
  const name = typescript.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  return [
    /^[A-Z]\w*$/u.test(name) ? name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/u, (start) => start.toLowerCase()) : noun,
    noun,
  ];
}

function camelCase(text: string): string {
  return text.replace(/[^\w]+(?<letter>\w)/gu, (_, letter: string) => letter.toUpperCase());
}

function freeName(names: Names, file: ts.SourceFile, wanted: readonly string[]): string {
  const taken = new Set(names.in(file).map((name) => name.text));
  const [first = "built"] = wanted;
  const all = [...wanted, ...[2, 3, 4, 5, 6, 7, 8, 9].map((count) => `${first}${String(count)}`)];
  const free = all.find((name) => !taken.has(name));
  if (free === undefined) throw new Refused(`The file has many things by the name of ${first}.`);
  return free;
}

/** The statement with its comments, as it stands at the beginning of a line. */
function shifted(typescript: TypeScript, statement: ts.Statement, file: ts.SourceFile, lineBreak: string): string {
  const comments = file.text.slice(startWithComments(typescript, file, statement), statement.getStart(file));
  const lines = comments.split(/\r?\n/u).map((line) => line.trim());
  return lines.join(lineBreak) + dedented(typescript, statement, file);
}

/** Without the indentation of the line that it begins in, but for texts that go over several lines. */
function dedented(typescript: TypeScript, node: ts.Node, file: ts.SourceFile): string {
  const start = node.getStart(file);
  const lineStart = file.text.lastIndexOf("\n", start - 1) + 1;
  const indentation = /^[ \t]*/u.exec(file.text.slice(lineStart, start))?.[0] ?? "";
  const text = node.getText(file);
  const hasTemplate = text.includes("`") || typescript.isTemplateExpression(node);
  return indentation === "" || hasTemplate ? text : text.replaceAll(`\n${indentation}`, "\n");
}

function without(typescript: TypeScript, file: ts.SourceFile, statement: ts.Statement): TextEdit {
  const { text } = file;
  const from = startWithComments(typescript, file, statement);
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  const start = /^[ \t]*$/u.test(text.slice(lineStart, from)) ? lineStart : from;
  const rest = /[ \t]*\r?\n/uy;
  rest.lastIndex = statement.end;
  return { start, end: rest.test(text) ? rest.lastIndex : statement.end, text: "" };
}
