/** A blocking call becomes an awaited one: `readFileSync(path)` → `await readFile(path)`. */
import type ts from "typescript";
import type { AwaitTwin, Rewritten, TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { asynchronousFunctionAround } from "./asynchronous-function.js";
import { Imports } from "./imports.js";
import { Refused } from "./refused.js";

/**
 * @throws Refused where the call cannot be awaited, or where its result would be another one
 */
export function awaitTwin(
  typescript: TypeScript,
  file: ts.SourceFile,
  call: ts.CallExpression,
  request: AwaitTwin,
): Rewritten {
  asynchronousFunctionAround(typescript, call);
  if (request.twin.note !== undefined) throw new Refused(`The asynchronous form differs: ${request.twin.note}`);
  if (typescript.isCallChain(call)) throw new Refused("The call is part of an optional chain.");
  const imports = new Imports(typescript, file);
  const callee = twinOf(typescript, call.expression, request, imports);
  const edits: TextEdit[] = [...callee.edits];
  const isAwaited = typescript.isAwaitExpression(call.parent);
  const opening = isAwaited ? "" : needsParentheses(typescript, call) ? "(await " : "await ";
  const start = call.getStart(file);
  edits.push({
    start,
    end: call.expression.end,
    text: `${separator(typescript, call, opening)}${opening}${callee.text}`,
  });
  if (opening.startsWith("(")) edits.push({ start: call.end, end: call.end, text: ")" });
  return { is: "edits", edits: edits.sort((one, other) => one.start - other.start) };
}

/** The twin's callee as this file would write it, and what must be imported for that. */
function twinOf(
  typescript: TypeScript,
  callee: ts.Expression,
  { module, member, twin }: AwaitTwin,
  imports: Imports,
): { readonly text: string; readonly edits: readonly TextEdit[] } {
  const written = calleeOf(typescript, callee, { module, member, twin }, imports);
  if (twin.isCallback !== true) return written;
  const promisify = imports.named("node:util", "promisify", module);
  return { text: `${promisify.text}(${written.text})`, edits: [...written.edits, ...promisify.edits] };
}

function calleeOf(
  typescript: TypeScript,
  callee: ts.Expression,
  { module, member, twin }: Pick<AwaitTwin, "module" | "member" | "twin">,
  imports: Imports,
): { readonly text: string; readonly edits: readonly TextEdit[] } {
  const method = methodOf(member);
  const twinMethod = methodOf(twin.member);
  if (method !== undefined) {
    // A method of the same object: only its name changes.
    if (twinMethod?.type !== method.type || twin.module !== module || !typescript.isPropertyAccessExpression(callee)) {
      throw new Refused(`The asynchronous form, ${twin.module}'s ${twin.member}, belongs to something else.`);
    }
    return { text: `${callee.expression.getText()}.${twinMethod.name}`, edits: [] };
  }
  if (typescript.isIdentifier(callee)) return imports.insteadOf(callee, module, twin.module, twin.member);
  if (typescript.isPropertyAccessExpression(callee) && callee.name.text === member) {
    return imports.beside(callee.expression, module, twin.module, twin.member);
  }
  throw new Refused("The function is called under another name, or through a value that holds it.");
}

/** `Statement.get`: a method of the package's type. `realpathSync.native` is a member of a function. */
function methodOf(member: string): { readonly type: string; readonly name: string } | undefined {
  const [, type, name] = /^([A-Z]\w*)\.(\w+)$/u.exec(member) ?? [];
  return type !== undefined && name !== undefined ? { type, name } : undefined;
}

/** `await f().x` waits for `f().x`: wherever an operator binds closer than `await`, parentheses keep the meaning. */
function needsParentheses(typescript: TypeScript, call: ts.CallExpression): boolean {
  const { parent } = call;
  if (
    typescript.isPropertyAccessExpression(parent) ||
    typescript.isElementAccessExpression(parent) ||
    typescript.isCallExpression(parent) ||
    typescript.isNewExpression(parent) ||
    typescript.isTaggedTemplateExpression(parent)
  ) {
    // Not as an argument, or between the brackets: there it stands alone.
    return "expression" in parent ? parent.expression === call : parent.tag === call;
  }
  if (typescript.isBinaryExpression(parent)) {
    return parent.left === call && parent.operatorToken.kind === typescript.SyntaxKind.AsteriskAsteriskToken;
  }
  return typescript.isNonNullExpression(parent);
}

/** Without semicolons, a line that begins with `(` goes on from the one before. */
function separator(typescript: TypeScript, call: ts.CallExpression, opening: string): string {
  if (!opening.startsWith("(")) return "";
  const file = call.getSourceFile();
  let statement: ts.Node = call;
  while (!typescript.isStatement(statement)) statement = statement.parent;
  if (statement.getStart(file) !== call.getStart(file)) return "";
  const before = file.text.slice(0, statement.getStart(file)).trimEnd();
  return before === "" || /[;{}]$/u.test(before) || statement.getFullStart() === 0 ? "" : ";";
}
