/** `spawnSync` becomes a promise of the same result: a function of the file runs the program, and says how it ended. */
import type ts from "typescript";
import type { TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { Refused } from "./refused.js";
import type { Sheet } from "./sheet.js";

/** Those of the result that the function gives. */
const RESULTS: ReadonlySet<string> = new Set(["error", "signal", "status", "stderr", "stdout"]);

/** Options that mean the same to both. */
const OPTIONS: ReadonlySet<string> = new Set([
  "cwd",
  "encoding",
  "env",
  "gid",
  "killSignal",
  "maxBuffer",
  "shell",
  "timeout",
  "uid",
  "windowsHide",
]);

/** What the function is called; where the file has one that gives the other form of output, what this one is called. */
const NAMES = { text: ["spawnAsync", "spawnTextAsync"], bytes: ["spawnAsync", "spawnBytesAsync"] } as const;

/**
 * @param execFile the twin and `promisify`, as the file writes them
 * @returns the edits of the call's own text, but for the `await`
 * @throws Refused where the call is given, or the code around it reads, what the function does not know
 */
export function processResult(
  sheet: Sheet,
  call: ts.CallExpression,
  execFile: { readonly promisified: string },
): { readonly callee: string; readonly edits: readonly TextEdit[] } {
  const { typescript, file, endings } = sheet;
  const other = otherUse(typescript, call);
  if (other !== undefined) throw new Refused(`The asynchronous form has no ${other}.`);
  const { isText, edits } = argumentEdits(sheet, call);
  const textOf = (name: string): string =>
    isTyped(file) ? typedFunction(name, execFile.promisified, isText) : plainFunction(name, execFile.promisified);
  const names = isText ? NAMES.text : NAMES.bytes;
  const isThere = (name: string): boolean => endings.get(name) === textOf(name) || file.text.includes(textOf(name));
  const isFree = (name: string): boolean => !endings.has(name) && !new RegExp(`\\b${name}\\b`, "u").test(file.text);
  const callee = names.find(isThere) ?? names.find(isFree);
  if (callee === undefined) throw new Refused(`The file uses the name ${names[0]} for something else.`);
  if (!isThere(callee)) endings.set(callee, textOf(callee));
  return { callee, edits };
}

function isTyped({ fileName }: ts.SourceFile): boolean {
  return !/\.[cm]?jsx?$/u.test(fileName);
}

function argumentEdits(
  { typescript, file }: Sheet,
  { arguments: given }: ts.CallExpression,
): { readonly isText: boolean; readonly edits: readonly TextEdit[] } {
  const last = given.at(-1);
  if (!last || given.some((each) => typescript.isSpreadElement(each)))
    throw new Refused("Its arguments are not known.");
  const options = typescript.isObjectLiteralExpression(last) ? last : undefined;
  const isCertain = options ? given.length <= 3 : given.length <= 2;
  const [, second] = given;
  if (!isCertain || (second && second !== options && given.length === 2 && isOptions(second))) {
    throw new Refused("It is not certain which options are passed.");
  }
  const edits = options ? withoutPipes(typescript, file, options) : [];
  if (options && second === options)
    edits.push({ start: options.getStart(file), end: options.getStart(file), text: "[], " });
  let isText = false;
  for (const property of options?.properties ?? []) {
    const name = property.name?.getText();
    const value = typescript.isPropertyAssignment(property) ? property.initializer : undefined;
    if (isPiped(typescript, property)) continue;
    if (name === undefined || !OPTIONS.has(name))
      throw new Refused(`The asynchronous form knows no option ${name ?? "…"}.`);
    if (name !== "encoding") continue;
    if (!value || !/^["'](?:utf-?8|buffer)["']$/iu.test(value.getText()))
      throw new Refused("It is not certain which encoding is used.");
    isText = /utf/iu.test(value.getText());
  }
  return { isText, edits };

  function isOptions(value: ts.Expression): boolean {
    return !typescript.isArrayLiteralExpression(value) && /opt/iu.test(value.getText());
  }
}

/** `stdio: "pipe"` says what the asynchronous forms do anyway, which do not know the option. */
export function isPiped(typescript: TypeScript, property: ts.ObjectLiteralElementLike): boolean {
  if (!typescript.isPropertyAssignment(property) || property.name.getText() !== "stdio") return false;
  return /^(?:"pipe"|'pipe'|\[(?:\s*["']pipe["']\s*,?){3}\s*\])$/u.test(property.initializer.getText());
}

/** The edits that take such an option away. */
export function withoutPipes(
  typescript: TypeScript,
  file: ts.SourceFile,
  options: ts.ObjectLiteralExpression,
): TextEdit[] {
  const { properties } = options;
  const index = properties.findIndex((property) => isPiped(typescript, property));
  const [property, next, previous] = [properties[index], properties[index + 1], properties[index - 1]];
  if (!property) return [];
  const before = options.parent;
  if (properties.length === 1 && typescript.isCallExpression(before)) {
    const argument = before.arguments[before.arguments.indexOf(options) - 1];
    if (argument) return [{ start: argument.end, end: options.end, text: "" }];
  }
  if (next) return [{ start: property.getStart(file), end: next.getStart(file), text: "" }];
  return [{ start: previous?.end ?? property.getStart(file), end: property.end, text: "" }];
}

/** @returns what is done with the result that the function does not give; undefined where there is nothing */
function otherUse(typescript: TypeScript, call: ts.CallExpression): string | undefined {
  const { parent } = call;
  if (typescript.isExpressionStatement(parent)) return undefined;
  if (typescript.isPropertyAccessExpression(parent)) return unknown(parent.name.text);
  if (!typescript.isVariableDeclaration(parent)) return "result as a whole";
  const { name } = parent;
  if (typescript.isObjectBindingPattern(name)) {
    const members = name.elements.map((each) =>
      each.dotDotDotToken ? "…" : (each.propertyName ?? each.name).getText(),
    );
    return members.map(unknown).find((each) => each !== undefined);
  }
  if (!typescript.isIdentifier(name)) return "result as a whole";
  const scope = typescript.findAncestor(call, (node) => typescript.isFunctionLike(node)) ?? call.getSourceFile();
  let found: string | undefined;
  const visit = (node: ts.Node): void => {
    if (typescript.isIdentifier(node) && node.text === name.text && node !== name) {
      const use = node.parent;
      const isMember = typescript.isPropertyAccessExpression(use) && use.expression === node;
      const isOther =
        (typescript.isPropertyAccessExpression(use) || typescript.isPropertyAssignment(use)) && use.name === node;
      if (!isOther) found ??= isMember ? unknown(use.name.text) : "result as a whole";
    }
    typescript.forEachChild(node, visit);
  };
  visit(scope);
  return found;
}

function unknown(member: string): string | undefined {
  return RESULTS.has(member) ? undefined : member;
}

/** A program that cannot be started has written nothing; the input is empty and at its end, as it was. */
function plainFunction(name: string, promisified: string): string {
  return `/** What spawnSync gives, while the event loop goes on. */
async function ${name}(command, args, options) {
  const running = ${promisified}(command, args ?? [], { encoding: "buffer", ...options });
  running.child.stdin?.end();
  try {
    return { status: 0, signal: null, ...(await running) };
  } catch (error) {
    const { code, signal, killed, syscall, stdout, stderr } = error;
    const status = typeof code === "number" ? code : null;
    const hasFailed = status === null && (killed || !signal);
    const output = syscall === undefined ? { stdout, stderr } : { stdout: null, stderr: null };
    return { status, signal: signal ?? null, ...output, ...(hasFailed && { error }) };
  }
}`;
}

function typedFunction(name: string, promisified: string, isText: boolean): string {
  const output = isText ? "string" : "Buffer";
  const encoding = isText ? "utf8" : "buffer";
  return `/** What spawnSync gives, while the event loop goes on. */
async function ${name}(
  command: string,
  args: readonly string[] = [],
  options: import("node:child_process").ExecFileOptions = {},
): Promise<{ status: number | null; signal: NodeJS.Signals | null; stdout: ${output}; stderr: ${output}; error?: Error }> {
  const running = ${promisified}(command, args, { ...options, encoding: "${encoding}" });
  running.child.stdin?.end();
  try {
    return { status: 0, signal: null, ...(await running) };
  } catch (error: any) {
    const { code, signal, killed, syscall, stdout, stderr } = error;
    const status = typeof code === "number" ? code : null;
    const hasFailed = status === null && (killed || !signal);
    const output = syscall === undefined ? { stdout, stderr } : { stdout: null, stderr: null };
    return { status, signal: signal ?? null, ...output, ...(hasFailed && { error }) };
  }
}`;
}
