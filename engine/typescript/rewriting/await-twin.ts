/** A blocking call becomes an awaited one: `readFileSync(path)` → `await readFile(path)`. */
import type ts from "typescript";
import type { AwaitTwin, TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { asynchronousFunctionAround } from "./asynchronous-function.js";
import { awaitAround, parenthesised } from "./await-operator.js";
import type { Imports } from "./imports.js";
import { Refused } from "./refused.js";
import type { Sheet } from "./sheet.js";
import { checkArguments, textUse, type TwinText } from "./twin-arguments.js";

/**
 * @param request.call a call expression of the file
 * @throws Refused where the call cannot be awaited, or where its result would be another one
 */
export function awaitTwin(sheet: Sheet, call: ts.CallExpression, request: AwaitTwin): readonly TextEdit[] {
  const { typescript, file, imports, asynchronous } = sheet;
  asynchronousFunctionAround(typescript, call, asynchronous);
  if (typescript.isCallChain(call)) throw new Refused("The call is part of an optional chain.");
  checkArguments(sheet, call, request.twin);
  if (request.twin.text) return awaitText(sheet, call, request, request.twin.text);
  if (request.twin.note !== undefined) throw new Refused(`The asynchronous form differs: ${request.twin.note}`);
  const [opening, closing] = awaitAround(typescript, call);
  const start = call.getStart(file);
  const after = { start: call.end, end: call.end, text: closing };
  const method = methodNameOf(typescript, call.expression, request);
  if (method) {
    const { name, twin } = method;
    return [{ start, end: start, text: opening }, { start: name.getStart(file), end: name.end, text: twin }, after];
  }
  const callee = twinOf(typescript, call.expression, request, imports);
  return [{ start, end: call.expression.end, text: `${opening}${callee}` }, after];
}

/** The twin resolves to an object: what the code around the call wants is one of its properties. */
function awaitText(
  { typescript, file, imports }: Sheet,
  call: ts.CallExpression,
  request: AwaitTwin,
  text: TwinText,
): readonly TextEdit[] {
  const use = textUse(typescript, call, text);
  if (!use) throw new Refused(`The asynchronous form differs: ${request.twin.note ?? "it gives more than a text."}`);
  const callee = twinOf(typescript, call.expression, request, imports);
  const start = call.getStart(file);
  if (use === "unused") return [{ start, end: call.expression.end, text: `await ${callee}` }];
  const { opening } = parenthesised(typescript, call);
  return [
    { start, end: call.expression.end, text: `${opening}${callee}` },
    { start: call.end, end: use.end, text: `).${text.property}` },
  ];
}

/** A method of the same object: only its name changes. */
function methodNameOf(
  typescript: TypeScript,
  callee: ts.Expression,
  { module, member, twin }: AwaitTwin,
): { readonly name: ts.Node; readonly twin: string } | undefined {
  const method = methodOf(member);
  if (!method) return undefined;
  const twinMethod = methodOf(twin.member);
  if (twinMethod?.type !== method.type || twin.module !== module || !typescript.isPropertyAccessExpression(callee)) {
    throw new Refused(`The asynchronous form, ${twin.module}'s ${twin.member}, belongs to something else.`);
  }
  return { name: callee.name, twin: twinMethod.name };
}

/** The twin's callee as this file would write it. */
function twinOf(typescript: TypeScript, callee: ts.Expression, request: AwaitTwin, imports: Imports): string {
  const written = calleeOf(typescript, callee, request, imports);
  if (request.twin.isCallback !== true) return written;
  return `${imports.named("node:util", "promisify", request.module)}(${written})`;
}

function calleeOf(
  typescript: TypeScript,
  callee: ts.Expression,
  { module, member, twin }: AwaitTwin,
  imports: Imports,
): string {
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
