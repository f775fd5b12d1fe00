/**
 * `if (!existsSync(p)) return …; const text = readFileSync(p);` → one read, and the question whether it found anything:
 * nobody can take the file away in between.
 */
import type ts from "typescript";
import type { TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { freeName, indentationOf, lineBreakOf, statementEnd } from "./layout.js";
import type { Sheet } from "./sheet.js";
import { isNamed } from "./without-question.js";

/** Functions that give what is in a file, or fail where there is none. */
const READS = /^(?:readFileSync|readFile)$/u;

/** What a read fails with where there is no file: also below of what is no directory. */
const MISSING = `error.code === "ENOENT" || error.code === "ENOTDIR"`;

/** A question whether a file exists, and the statement that is behind it if it does. */
interface Asked {
  readonly test: ts.IfStatement;
  readonly isNegated: boolean;
  readonly statement: ts.Statement;
}

/** The read of a statement, as it stands there. */
interface Read {
  readonly call: ts.CallExpression;
  /** The call, or the `await` around it. */
  readonly value: ts.Expression;
}

/**
 * @param question the call that asks whether a file exists
 * @param asynchronousRead what the reading function's twin is called in this file
 * @returns undefined where it is asked for another purpose, of another file, or something happens in between
 */
export function readWithoutQuestion(
  sheet: Sheet,
  question: ts.CallExpression,
  asynchronousRead: (callee: ts.Expression) => string,
): readonly TextEdit[] | undefined {
  const { typescript, file, imports, merged } = sheet;
  const [path] = question.arguments;
  if (!path || !isNamed(typescript, path)) return undefined;
  const choice = chosenBy(typescript, question);
  const asked = choice ? undefined : askedBy(typescript, question);
  const read = readIn(sheet, choice?.whenTrue ?? asked?.statement, path);
  if (!read || (choice && read.value !== choice.whenTrue)) return undefined;
  const { expression: callee } = read.call;
  const twin = read.value === read.call ? asynchronousRead(callee) : callee.getText(file);
  imports.release(question.expression);
  merged.set(read.call, "");
  if (choice) return inChoice(sheet, choice, read, twin);
  return asked && beforeTest(sheet, asked, read, twin);
}

// ── Where it is asked ───────────────────────────────────────────────────────────────────────

/** `const text = existsSync(p) ? readFileSync(p) : "";` */
function chosenBy(typescript: TypeScript, question: ts.CallExpression): ts.ConditionalExpression | undefined {
  const { parent: choice } = question;
  if (!typescript.isConditionalExpression(choice) || choice.condition !== question) return undefined;
  const isWhole = typescript.isVariableDeclaration(choice.parent) || typescript.isReturnStatement(choice.parent);
  return isWhole && !/\bawait\b/u.test(choice.whenFalse.getText()) ? choice : undefined;
}

/** `if (!existsSync(p)) return …;` and the next statement, or `if (existsSync(p)) { … }` and the first one of the block. */
function askedBy(typescript: TypeScript, question: ts.CallExpression): Asked | undefined {
  const { parent } = question;
  const isNegated =
    typescript.isPrefixUnaryExpression(parent) && parent.operator === typescript.SyntaxKind.ExclamationToken;
  const condition = isNegated ? parent : question;
  const test = condition.parent;
  if (!typescript.isIfStatement(test) || test.expression !== condition || !typescript.isBlock(test.parent)) {
    return undefined;
  }
  const { statements } = test.parent;
  const branch = statementsOf(typescript, test.thenStatement);
  const statement = isNegated ? statements[statements.indexOf(test) + 1] : branch[0];
  if (!statement || (isNegated && (test.elseStatement || !leaves(typescript, branch.at(-1))))) return undefined;
  return { test, isNegated, statement };
}

function statementsOf(typescript: TypeScript, branch: ts.Statement): readonly ts.Statement[] {
  return typescript.isBlock(branch) ? branch.statements : [branch];
}

function leaves(typescript: TypeScript, last: ts.Statement | undefined): boolean {
  return (
    last !== undefined &&
    (typescript.isReturnStatement(last) ||
      typescript.isThrowStatement(last) ||
      typescript.isBreakOrContinueStatement(last))
  );
}

// ── What is read ────────────────────────────────────────────────────────────────────────────

/** The read of the same file, if it is the first thing that happens there. */
function readIn({ typescript, file }: Sheet, node: ts.Node | undefined, path: ts.Expression): Read | undefined {
  if (!node || typescript.isBlock(node)) return undefined;
  const first = firstCall(typescript, node);
  if (!first || !typescript.isCallExpression(first) || isConditional(typescript, first, node)) return undefined;
  const { expression: callee } = first;
  const name = typescript.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText(file);
  const [read, ...options] = first.arguments;
  if (!READS.test(name) || read?.getText(file) !== path.getText(file)) return undefined;
  if (options.some((option) => firstCall(typescript, option))) return undefined;
  const isAwaited = typescript.isAwaitExpression(first.parent);
  return isAwaited === (name === "readFile") ? { call: first, value: isAwaited ? first.parent : first } : undefined;
}

/** The call that is made before all others: arguments come before the call that they are given to. */
function firstCall(typescript: TypeScript, node: ts.Node): ts.CallLikeExpression | undefined {
  if (typescript.isFunctionLike(node)) return undefined;
  const inside = typescript.forEachChild(node, (child) => firstCall(typescript, child));
  return inside ?? (typescript.isCallLikeExpression(node) ? node : undefined);
}

/** Whether it depends on something else if the call is made: a branch, a loop, the right of `&&`. */
function isConditional(typescript: TypeScript, call: ts.Node, outermost: ts.Node): boolean {
  for (let node = call; node !== outermost; node = node.parent) {
    const { parent } = node;
    if (typescript.isIterationStatement(parent, false) || typescript.isTryStatement(parent)) return true;
    if (typescript.isIfStatement(parent) && parent.expression !== node) return true;
    if (typescript.isConditionalExpression(parent) && parent.condition !== node) return true;
    if (typescript.isCallChain(parent)) return true;
    const isShort = typescript.isBinaryExpression(parent) && /^(?:&&|\|\||\?\?)/u.test(parent.operatorToken.getText());
    if (isShort && parent.right === node) return true;
  }
  return false;
}

// ── What becomes of it ──────────────────────────────────────────────────────────────────────

function readText({ file }: Sheet, { call }: Read, callee: string, otherwise: string): string {
  const given = call.arguments.map((argument) => argument.getText(file)).join(", ");
  return `await ${callee}(${given}).catch((error) => { if (${MISSING}) return ${otherwise}; throw error; })`;
}

function inChoice(sheet: Sheet, choice: ts.ConditionalExpression, read: Read, callee: string): readonly TextEdit[] {
  const { typescript, file } = sheet;
  const { whenFalse } = choice;
  const other = whenFalse.getText(file);
  const text = readText(sheet, read, callee, typescript.isObjectLiteralExpression(whenFalse) ? `(${other})` : other);
  return [{ start: choice.getStart(file), end: choice.end, text }];
}

/** The read comes first, and what it found is asked instead. */
function beforeTest(sheet: Sheet, asked: Asked, read: Read, callee: string): readonly TextEdit[] {
  const { file, merged } = sheet;
  const { test, isNegated, statement } = asked;
  const own = ownName(sheet, asked, read);
  const name = own ?? freeName(file, "content", [...merged.values()]);
  merged.set(read.call, name);
  const start = test.getStart(file);
  const declaration = `const ${name} = ${readText(sheet, read, callee, "undefined")}${statementEnd(file)}`;
  const { expression: condition } = test;
  return [
    { start, end: start, text: `${declaration}${lineBreakOf(file)}${indentationOf(file, start)}` },
    { start: condition.getStart(file), end: condition.end, text: `${name} ${isNegated ? "===" : "!=="} undefined` },
    own === undefined
      ? { start: read.value.getStart(file), end: read.value.end, text: name }
      : withoutLine(file, statement),
  ];
}

/** `const text = readFileSync(p)`, if it can stand in front of the question by that name. */
function ownName({ typescript, file }: Sheet, { test, isNegated, statement }: Asked, read: Read): string | undefined {
  if (!typescript.isVariableStatement(statement)) return undefined;
  const { declarations, flags } = statement.declarationList;
  const [declared, ...others] = declarations;
  const isPlain = declared && others.length === 0 && declared.initializer === read.value && !declared.type;
  if (!isPlain || !typescript.isIdentifier(declared.name) || (flags & typescript.NodeFlags.Const) === 0) {
    return undefined;
  }
  const { text } = declared.name;
  const outside = isNegated
    ? test.getText(file)
    : file.text.slice(0, test.thenStatement.pos) + file.text.slice(test.thenStatement.end);
  return new RegExp(`\\b${text}\\b`, "u").test(outside) ? undefined : text;
}

/** With its line, where nothing else stands in it. */
function withoutLine({ text }: ts.SourceFile, statement: ts.Statement): TextEdit {
  const start = statement.getStart();
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const space = /[ \t]*/uy;
  space.lastIndex = statement.end;
  space.test(text);
  const lineBreak = /\r?\n/uy;
  lineBreak.lastIndex = space.lastIndex;
  const isAlone = /^[ \t]*$/u.test(text.slice(lineStart, start)) && lineBreak.test(text);
  return isAlone ? { start: lineStart, end: lineBreak.lastIndex, text: "" } : { start, end: space.lastIndex, text: "" };
}
