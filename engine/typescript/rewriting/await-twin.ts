/** A blocking call becomes an awaited one: `readFileSync(path)` → `await readFile(path)`. */
import type ts from "typescript";
import type { AwaitTwin, TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { asynchronousFunctionAround } from "./asynchronous-function.js";
import { awaitAround, parenthesised } from "./await-operator.js";
import type { Imports } from "./imports.js";
import { refuseLateListeners } from "./late-listeners.js";
import { pauseByTimer, promisedValue } from "./pause.js";
import { readWithoutQuestion } from "./read-without-question.js";
import { processResult, withoutPipes } from "./process-result.js";
import { Refused } from "./refused.js";
import type { Sheet } from "./sheet.js";
import { checkArguments, missingEntryOption, textUse, type TwinText } from "./twin-arguments.js";
import { checkAvailability, hasManyForms } from "./twin-availability.js";
import { withoutQuestion } from "./without-question.js";

/**
 * @param request.call a call expression of the file
 * @throws Refused where the call cannot be awaited, or where its result would be another one
 */
export function awaitTwin(sheet: Sheet, call: ts.CallExpression, request: AwaitTwin): readonly TextEdit[] {
  const { typescript, file, imports, asynchronous, merged } = sheet;
  const { twin, module } = request;
  if (merged.has(call)) return [];
  if (twin.note !== undefined && !twin.text && twin.gives !== "value")
    throw new Refused(`The asynchronous form differs: ${twin.note}`);
  if (request.isPromise === true) return otherPromise(sheet, call, request);
  refuseLateListeners(sheet, call, asynchronousFunctionAround(typescript, call, asynchronous));
  if (typescript.isCallChain(call)) throw new Refused("The call is part of an optional chain.");
  checkAvailability(sheet, request);
  if (twin.gives === "value") return pauseByTimer(sheet, call) ?? promisedValue(sheet, call, twin.member);
  if (twin.gives === "process") return awaitProcess(sheet, call, request);
  const withoutTest =
    twin.gives === "success"
      ? (withoutQuestion(sheet, call) ??
        readWithoutQuestion(sheet, call, (callee) => {
          const read = { module, member: "readFileSync", twin: { module: twin.module, member: "readFile" } };
          return calleeOf(typescript, callee, read, imports);
        }))
      : undefined;
  if (withoutTest) return withoutTest;
  const missing = missingEntryOption(typescript, call, twin);
  if (!missing) checkArguments(sheet, call, twin);
  if (twin.text) return awaitText(sheet, call, request, twin.text);
  const inPromise = hasManyForms(sheet, twin) ? promiseOfCallback(sheet, call, request) : undefined;
  if (inPromise) return inPromise;
  const [before, behind] =
    twin.gives === "items" ? ["Array.fromAsync(", ")"] : ["", formOf(twin, missing !== undefined)];
  const [opening, closing] = awaitAround(typescript, call);
  const start = call.getStart(file);
  const after = { start: call.end, end: call.end, text: `${behind}${closing}` };
  const method = methodNameOf(typescript, call.expression, request);
  if (method) {
    const { name, twin: twinName } = method;
    const before = { start, end: start, text: opening };
    return [before, { start: name.getStart(file), end: name.end, text: twinName }, after];
  }
  const callee = twinOf(typescript, call.expression, request, imports);
  const edits = [{ start, end: call.expression.end, text: `${opening}${before}${callee}` }, after];
  return missing ? [...edits, missing] : edits;
}

/** `new Promise<Buffer>((resolve, reject) => scrypt(…, (error, result) => …))`, where `promisify` has no right type. */
function promiseOfCallback(
  { typescript, checker, file, imports }: Sheet,
  call: ts.CallExpression,
  request: AwaitTwin,
): readonly TextEdit[] | undefined {
  const last = call.arguments.at(-1);
  const isTyped = (file.flags & typescript.NodeFlags.JavaScriptFile) === 0;
  const isShadowed = call.arguments.some((each) => /\b(?:reject|resolve)\b/u.test(each.getText(file)));
  if (!checker || !last || !isTyped || isShadowed) return undefined;
  const type = checker.typeToString(checker.getTypeAtLocation(call));
  const callee = calleeOf(typescript, call.expression, request, imports);
  const [opening, closing] = awaitAround(typescript, call);
  const promise = `${opening}new Promise<${type}>((resolve, reject) => ${callee}`;
  const callback = ", (error, result) => (error ? reject(error) : resolve(result))";
  return [
    { start: call.getStart(file), end: call.expression.end, text: promise },
    { start: last.end, end: last.end, text: callback },
    { start: call.end, end: call.end, text: `)${closing}` },
  ];
}

/** A function of the file makes of the program's end what the call gave. */
function awaitProcess(sheet: Sheet, call: ts.CallExpression, request: AwaitTwin): readonly TextEdit[] {
  const { typescript, file, imports } = sheet;
  const promisified = twinOf(typescript, call.expression, request, imports);
  const { callee, edits } = processResult(sheet, call, { promisified });
  const [opening, closing] = awaitAround(typescript, call);
  return [
    { start: call.getStart(file), end: call.expression.end, text: `${opening}${callee}` },
    ...edits,
    { start: call.end, end: call.end, text: closing },
  ];
}

/** What is made of the promise, so that it gives what the call gave. */
function formOf({ gives }: AwaitTwin["twin"], isEntryOptional: boolean): string {
  if (gives === "success") return ".then(() => true, () => false)";
  return isEntryOptional ? `.catch((error) => { if (error.code === "ENOENT") return undefined; throw error; })` : "";
}

/** The call gives a promise already: another function gives the same, and nobody has to wait who does not yet. */
function otherPromise(sheet: Sheet, call: ts.CallExpression, request: AwaitTwin): readonly TextEdit[] {
  const { typescript, file, imports } = sheet;
  if (request.twin.isCallback === true || call.arguments.some((each) => isFunction(sheet, each))) {
    throw new Refused("It is called with a callback.");
  }
  checkAvailability(sheet, request);
  const callee = twinOf(typescript, call.expression, request, imports);
  return [{ start: call.getStart(file), end: call.expression.end, text: callee }];
}

function isFunction({ typescript, checker }: Sheet, value: ts.Expression): boolean {
  if (typescript.isArrowFunction(value) || typescript.isFunctionExpression(value)) return true;
  return (checker?.getTypeAtLocation(value).getCallSignatures().length ?? 0) > 0;
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
  const last = call.arguments.at(-1);
  const options = last && typescript.isObjectLiteralExpression(last) ? withoutPipes(typescript, file, last) : [];
  if (use === "unused") return [{ start, end: call.expression.end, text: `await ${callee}` }, ...options];
  const { opening } = parenthesised(typescript, call);
  return [
    ...options,
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
  if (twin.isCallback === true) throw new Refused("The asynchronous form is a method that takes a callback.");
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
  { module, member, twin }: Pick<AwaitTwin, "module" | "member" | "twin">,
  imports: Imports,
): string {
  // `realpathSync.native`, `glob.sync`: members of what is imported.
  const [first = "", ...others] = member.split(".").reverse();
  let object = callee;
  for (const name of [first, ...others]) {
    if (typescript.isIdentifier(object)) return imports.insteadOf(object, module, twin.module, twin.member);
    if (!typescript.isPropertyAccessExpression(object) || object.name.text !== name) break;
    object = object.expression;
  }
  const isWhole = typescript.isPropertyAccessExpression(callee) || typescript.isCallExpression(callee);
  if (isWhole && object !== callee) return imports.beside(object, module, twin.module, twin.member);
  if (member === "default" && typescript.isCallExpression(callee)) {
    return imports.beside(callee, module, twin.module, twin.member);
  }
  throw new Refused("The function is called under another name, or through a value that holds it.");
}

/** `Statement.get`: a method of the package's type. `realpathSync.native` is a member of a function. */
function methodOf(member: string): { readonly type: string; readonly name: string } | undefined {
  const [, type, name] = /^([A-Z]\w*)\.(\w+)$/u.exec(member) ?? [];
  return type !== undefined && name !== undefined ? { type, name } : undefined;
}
