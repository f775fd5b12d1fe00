/** What moves to a worker: a call, or the whole function around it where that does nothing else than compute. */
import type ts from "typescript";
import type { OffloadCall, SharedDatabase } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { isThenable } from "../rewriting/callbacks.js";
import { isTransparent } from "../rewriting/functions.js";
import { Refused } from "../rewriting/refused.js";
import { placeOf } from "../rewriting/uses.js";
import { type Cloned, Cloning, UnknownType } from "./cloning.js";
import { statementOf } from "./connection.js";
import { type Input, Lifting } from "./lifting.js";
import { changedBy, Movable, type Needs, noNeeds } from "./movable.js";
import { type ImportedName, Names } from "./names.js";

export interface Task {
  /** As a person would name it: `marked.parse`, `renderPage`. */
  readonly shown: string;
  /** What the worker's function is best called. */
  readonly name: string;
  /** The code that goes. */
  readonly moved: ts.Expression | ts.Block;
  /** Parts of it that stay: what the inputs are. */
  readonly kept: readonly ts.Node[];
  /** Other code that nobody else needs. */
  readonly along: readonly ts.Statement[];
  readonly inputs: readonly Input[];
  /** The body of the worker's function. */
  readonly code: Code;
  readonly needs: Needs;
  /** Statements that have to run on the thread before. */
  readonly setUp: readonly string[];
  /** A name of this file that stands for what the thread has of its own; the module that it is from goes on running. */
  readonly from?: ImportedName;
  readonly isAsync: boolean;
  /** What comes back, where it can be written. */
  readonly result: Cloned;
  /** The code gives a promise as it is. */
  readonly isPromise: boolean;
  readonly signal?: string;
}

export type Code =
  | { readonly is: "expression"; readonly text: string; readonly before: readonly string[] }
  | { readonly is: "block"; readonly text: string };

export interface TaskSource {
  readonly typescript: TypeScript;
  readonly checker: ts.TypeChecker;
  readonly file: ts.SourceFile;
  /** The program's other files. */
  readonly others: readonly ts.SourceFile[];
}

/** @throws Refused with the reason why it has to stay where it is */
export function taskOf(source: TaskSource, call: ts.CallExpression, request: OffloadCall): Task {
  return new TaskReader(source, request).read(call);
}

class TaskReader {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #file: ts.SourceFile;
  readonly #source: TaskSource;
  readonly #request: OffloadCall;
  readonly #names: Names;
  readonly #movable: Movable;
  readonly #cloning: Cloning;

  constructor(source: TaskSource, request: OffloadCall) {
    const { typescript, checker, file, others } = source;
    this.#source = source;
    this.#ts = typescript;
    this.#checker = checker;
    this.#file = file;
    this.#request = request;
    this.#names = new Names(typescript, checker);
    this.#movable = new Movable(typescript, this.#names, file, request.computing);
    this.#movable.others = others;
    this.#cloning = new Cloning(typescript, checker);
  }

  read(call: ts.CallExpression): Task {
    const { database } = this.#request;
    return database ? this.statement(call, database) : (this.function(call) ?? this.call(call));
  }

  /** The function around the call, if all that it does is to compute. */
  private function(call: ts.CallExpression): Task | undefined {
    const ts = this.#ts;
    const around = ts.findAncestor(call, ts.isFunctionLike);
    const name = around && nameOfWhole(ts, around);
    if (!around || !name || !isSimple(ts, around)) return undefined;
    const { body } = around;
    try {
      const inputs = around.parameters.map((parameter) => this.input(parameter.name as ts.Identifier));
      const needs = this.#movable.needsOf(body, "code", around);
      if (!needs || this.isRecursive(body, name) || this.changesInput(around)) return undefined;
      const signature = this.#checker.getSignatureFromDeclaration(around);
      if (!signature) return undefined;
      const given = this.#checker.getReturnTypeOfSignature(signature);
      const result = this.resultOf(given, name.text);
      if (result.isBuffer || inputs.some(({ cloned }) => cloned.isBuffer)) return undefined;
      const isAsync = ts.getModifiers(around)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
      return {
        shown: name.text,
        name: name.text,
        moved: body,
        kept: [],
        along: [],
        inputs,
        code: ts.isBlock(body)
          ? { is: "block", text: body.getText(this.#file) }
          : { is: "expression", text: this.textOf(body), before: [] },
        needs,
        setUp: [],
        isAsync,
        result,
        isPromise: !isAsync && this.isPromise(given),
      };
    } catch (error) {
      // The call alone may be able to go.
      if (error instanceof Refused) return undefined;
      throw error;
    }
  }

  private call(call: ts.CallExpression): Task {
    const ts = this.#ts;
    if (ts.isOptionalChain(call)) throw new Refused("The call is part of an optional chain.");
    const shown = call.expression.getText(this.#file).replaceAll(/\s+/gu, " ");
    if (ts.isExpressionStatement(call.parent)) {
      throw new Refused(`Nobody uses what ${shown} gives: it is called for what it does on this thread.`);
    }
    this.refuseReadError(call);
    const given = this.#checker.getTypeAtLocation(call);
    const result = this.resultOfCall(call, given, shown);
    const lifting = new Lifting(this.#file);
    this.lift(call, lifting);
    const signal = this.signalFor(call);
    return {
      shown,
      name: nameOfCallee(ts, call.expression),
      moved: call,
      kept: lifting.kept,
      along: lifting.along,
      inputs: lifting.inputs,
      code: { is: "expression", text: lifting.textOf(call), before: lifting.along.map((each) => this.textOf(each)) },
      needs: lifting.needs,
      setUp: [],
      isAsync: false,
      result,
      isPromise: this.isPromise(given),
      ...(signal !== undefined && { signal }),
    };
  }

  /** A statement of a database that the thread opens for itself. Rows, and what is bound, are plain data by nature. */
  private statement(call: ts.CallExpression, database: SharedDatabase): Task {
    if (this.#ts.isOptionalChain(call)) throw new Refused("The call is part of an optional chain.");
    this.refuseReadError(call);
    const { shown, values, sql, types, constant, imports, from, setUp } = statementOf(this.#source, call, database);
    const lifting = new Lifting(this.#file);
    for (const each of imports) lifting.needs.imports.set(each.local, each);
    if (constant) lifting.needs.constants.set(constant.declaration.name.text, constant);
    for (const each of [sql, ...types]) lifting.need(this.#movable.needsOf(each, "code") ?? noNeeds());
    for (const value of values) this.liftValue(value, lifting);
    const signal = this.signalFor(call);
    return {
      shown,
      name: nameOfCallee(this.#ts, call.expression),
      moved: call,
      kept: lifting.kept,
      along: [],
      inputs: lifting.inputs,
      code: { is: "expression", text: lifting.textOf(call), before: [] },
      needs: lifting.needs,
      setUp,
      ...(from && { from }),
      isAsync: false,
      result: { isBuffer: false },
      isPromise: false,
      ...(signal !== undefined && { signal }),
    };
  }

  /** What it is cannot be told where it has no type; but nothing else than plain data can be bound. */
  private liftValue(value: ts.Expression, lifting: Lifting): void {
    if (this.#ts.isSpreadElement(value)) {
      throw new Refused(`It is not certain what ${value.getText(this.#file)} passes.`);
    }
    const { Any, Unknown } = this.#ts.TypeFlags;
    const isUnknown = (this.#cloning.typeOf(value).flags & (Any | Unknown)) !== 0;
    if (!isUnknown) this.lift(value, lifting);
    else lifting.give(value, nameOfValue(this.#ts, value), { type: "unknown", isBuffer: false });
  }

  /** Its type decides, where there is one. */
  private resultOfCall(call: ts.CallExpression, given: ts.Type, shown: string): Cloned {
    try {
      return this.resultOf(given, shown);
    } catch (error) {
      const known = error instanceof UnknownType ? this.knownResult(call) : undefined;
      if (known) return known;
      throw error;
    }
  }

  private knownResult({ arguments: given }: ts.CallExpression): Cloned | undefined {
    const { isPlainData, resultByOption: by } = this.#request;
    if (isPlainData) return { isBuffer: false };
    const options = by && given[by.argument];
    if (!options || !this.#ts.isObjectLiteralExpression(options)) return undefined;
    const value = writtenOption(this.#ts, options, by.option);
    if (value === undefined || ![...by.buffer, ...by.plain].includes(value)) return undefined;
    return { isBuffer: by.buffer.includes(value) };
  }

  private resultOf(given: ts.Type, shown: string): Cloned {
    const type = this.awaited(given);
    const isUnknown = (type.flags & (this.#ts.TypeFlags.Any | this.#ts.TypeFlags.Unknown)) !== 0;
    if (isUnknown && this.#request.isPlainData) return { isBuffer: false };
    const cloned = this.#cloning.of(type, `the result of ${shown}`);
    // What is written down is what the function gives, not what becomes of a promise.
    return type === given ? cloned : { isBuffer: cloned.isBuffer };
  }

  /** Takes apart what cannot move as a whole: its parts move, or are given to the task. */
  private lift(node: ts.Expression, lifting: Lifting): void {
    const ts = this.#ts;
    const needs = this.#movable.needsOf(node, "code");
    if (needs) {
      lifting.need(needs);
      return;
    }
    if (isTransparent(ts, node) && !ts.isAsExpression(node)) {
      this.lift(node.expression, lifting);
      return;
    }
    if (ts.isObjectLiteralExpression(node)) {
      for (const property of node.properties) this.liftProperty(property, lifting);
      return;
    }
    if (ts.isArrayLiteralExpression(node) && !node.elements.some((element) => ts.isSpreadElement(element))) {
      for (const element of node.elements) this.lift(element, lifting);
      return;
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      if (this.isComputing(node)) {
        this.liftReceiver(node.expression, lifting);
        for (const [index, argument] of (node.arguments ?? []).entries())
          this.liftArgument(node, argument, index, lifting);
        return;
      }
    }
    this.give(node, lifting);
  }

  private isRequested(call: ts.CallExpression | ts.NewExpression): boolean {
    const { start } = this.#request.call;
    return call.pos === start || call.getStart(this.#file) === start;
  }

  private isComputing(call: ts.CallExpression | ts.NewExpression): boolean {
    if (this.isRequested(call)) return true;
    const root = this.#names.rootOf(call.expression);
    const standing = root && this.#names.standing(root, root);
    if (standing?.is === "constant")
      return this.#movable.needsOf(standing.declaration.initializer, "set-up") !== undefined;
    return standing?.is === "import" && this.#movable.isComputing(standing);
  }

  private liftArgument(
    call: ts.CallExpression | ts.NewExpression,
    argument: ts.Expression,
    index: number,
    lifting: Lifting,
  ): void {
    const ts = this.#ts;
    if (ts.isSpreadElement(argument))
      throw new Refused(`It is not certain what ${argument.getText(this.#file)} passes.`);
    const callee = nameOfCallee(ts, call.expression);
    if (index === 0 && CHANGES_FIRST.test(callee) && !isMade(ts, argument)) {
      throw new Refused(
        `${argument.getText(this.#file)} is changed by ${callee}, which a copy on another thread is not.`,
      );
    }
    const isPlain = this.isRequested(call) && index < this.#request.plainArguments;
    if (isPlain && this.isOfUnknownType(argument)) {
      const type = `Parameters<typeof ${call.expression.getText(this.#file)}>[${String(index)}]`;
      lifting.give(argument, nameOfValue(ts, argument), { type, isBuffer: false });
      return;
    }
    this.lift(argument, lifting);
  }

  private isOfUnknownType(argument: ts.Expression): boolean {
    try {
      this.lift(argument, new Lifting(this.#file));
      return false;
    } catch (error) {
      if (error instanceof UnknownType) return true;
      throw error;
    }
  }

  private liftProperty(property: ts.ObjectLiteralElementLike, lifting: Lifting): void {
    const ts = this.#ts;
    if (ts.isPropertyAssignment(property)) {
      if (ts.isComputedPropertyName(property.name)) this.lift(property.name.expression, lifting);
      this.lift(property.initializer, lifting);
      return;
    }
    if (ts.isShorthandPropertyAssignment(property)) {
      const needs = this.#movable.needsOf(property, "code");
      if (needs) lifting.need(needs);
      else this.give(property.name, lifting, property);
      return;
    }
    if (ts.isSpreadAssignment(property)) {
      this.lift(property.expression, lifting);
      return;
    }
    const needs = this.#movable.needsOf(property, "code");
    if (!needs) throw new Refused(`${property.name.getText(this.#file)} is a function, which cannot be cloned.`);
    lifting.need(needs);
  }

  /** What the function is a member of: a module, something that the worker can make for itself, or a value. */
  private liftReceiver(callee: ts.Expression, lifting: Lifting): void {
    const ts = this.#ts;
    const needs = this.#movable.needsOf(callee, "code");
    if (needs) {
      lifting.need(needs);
      return;
    }
    if (ts.isPropertyAccessExpression(callee)) {
      const { expression: receiver } = callee;
      if (ts.isIdentifier(receiver)) this.liftNamed(receiver, lifting);
      else if (ts.isPropertyAccessExpression(receiver)) this.liftReceiver(receiver, lifting);
      else this.lift(receiver, lifting);
      return;
    }
    this.refuseToMove(callee);
  }

  private refuseToMove(callee: ts.Expression): never {
    const name = callee.getText(this.#file).replaceAll(/\s+/gu, " ");
    const root = this.#names.rootOf(callee);
    const standing = root && this.#names.standing(root, root);
    if (standing?.is === "import" && /^[./#]/u.test(standing.specifier)) {
      throw new Refused(`${name} comes from a module of the project, which would be loaded once more on each thread.`);
    }
    if (standing?.is === "import") {
      throw new Refused(`The program sets up ${standing.specifier} for itself, of which a worker would know nothing.`);
    }
    throw new Refused(`${name} is a function of this thread, which cannot be cloned.`);
  }

  /** `const parser = new Parser()` right before: nobody else needs it, so it goes along. */
  private liftNamed(name: ts.Identifier, lifting: Lifting): void {
    const ts = this.#ts;
    const standing = this.#names.standing(name, name);
    if (standing.is === "import") this.refuseToMove(name);
    const declaration = standing.is === "value" ? standing.declaration : undefined;
    if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer) {
      const list = declaration.parent;
      const statement = list.parent;
      const isOwn =
        ts.isVariableDeclarationList(list) &&
        list.declarations.length === 1 &&
        (list.flags & ts.NodeFlags.Const) !== 0 &&
        ts.isVariableStatement(statement) &&
        !ts.isSourceFile(statement.parent);
      const needs = isOwn ? this.#movable.needsOf(declaration.initializer, "set-up") : undefined;
      if (isOwn && needs && this.isUsedOnce(name, declaration)) {
        lifting.need(needs);
        lifting.along.push(statement);
        return;
      }
    }
    this.give(name, lifting);
  }

  private isUsedOnce(name: ts.Identifier, declaration: ts.VariableDeclaration): boolean {
    const symbol = this.#names.symbolOf(name);
    return this.#names
      .in(this.#file)
      .filter((each) => each.text === name.text && each !== declaration.name)
      .every((each) => each === name || this.#names.symbolOf(each) !== symbol);
  }

  /** Hands a value over. */
  private give(value: ts.Expression, lifting: Lifting, shorthand?: ts.ShorthandPropertyAssignment): void {
    const text = value.getText(this.#file);
    const shown = text.replaceAll(/\s+/gu, " ");
    const cloned = this.#cloning.of(this.#cloning.typeOf(value), shown);
    lifting.give(value, nameOfValue(this.#ts, value), cloned, shorthand);
  }

  private input(name: ts.Identifier): Input {
    const cloned = this.#cloning.of(this.#checker.getTypeAtLocation(name), name.text);
    return { name: name.text, value: name.text, cloned };
  }

  private isRecursive(body: ts.Node, name: ts.Identifier): boolean {
    const symbol = this.#names.symbolOf(name);
    return this.#names.in(body).some((each) => each.text === name.text && this.#names.symbolOf(each) === symbol);
  }

  /** Whether something is changed in it that it did not make itself. */
  private changesInput(around: ts.Node): boolean {
    const ts = this.#ts;
    const visit = (node: ts.Node): boolean => {
      const [first] = ts.isCallExpression(node) ? node.arguments : [];
      const isWritten = ts.isCallExpression(node) && CHANGES_FIRST.test(nameOfCallee(ts, node.expression));
      const target = isWritten ? first : changedBy(ts, node);
      const isVariable = target && ts.isIdentifier(target) && !ts.isCallExpression(node);
      if (target && isVariable !== true && !this.isFresh(target)) return true;
      return ts.forEachChild(node, (child) => visit(child) || undefined) === true;
    };
    return visit(around);
  }

  private isFresh(target: ts.Expression): boolean {
    const ts = this.#ts;
    const root = this.#names.rootOf(target);
    if (!root) return true;
    const [declaration] = this.#names.symbolOf(root)?.declarations ?? [];
    if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
    return isMade(ts, declaration.initializer);
  }

  /** A failure comes back as an error with its message, and nothing else of its class. */
  private refuseReadError(call: ts.Node): void {
    const ts = this.#ts;
    for (let inner = call; !ts.isFunctionLike(inner) && !ts.isSourceFile(inner); inner = inner.parent) {
      const { parent } = inner;
      if (!ts.isTryStatement(parent) || parent.tryBlock !== inner || !parent.catchClause) continue;
      const { variableDeclaration, block } = parent.catchClause;
      if (!variableDeclaration) continue;
      const { name } = variableDeclaration;
      if (!ts.isIdentifier(name)) throw new Refused(`The failure is taken apart in ${placeOf(name)}.`);
      const read = this.errorRead(block, name.text);
      if (read !== undefined) {
        throw new Refused(`The failure is looked at (${read}), of which only the message comes from another thread.`);
      }
    }
  }

  private errorRead(block: ts.Block, name: string): string | undefined {
    const ts = this.#ts;
    const visit = (node: ts.Node): string | undefined => {
      if (ts.isPropertyAccessExpression(node) && isNamed(ts, node.expression, name)) {
        if (!["message", "stack"].includes(node.name.text)) return node.getText();
      }
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) {
        if (isNamed(ts, node.left, name) && node.right.getText() !== "Error") return node.getText();
      }
      return ts.forEachChild(node, visit);
    };
    return visit(block);
  }

  private awaited(type: ts.Type): ts.Type {
    return this.#checker.getAwaitedType(type) ?? type;
  }

  private isPromise(type: ts.Type): boolean {
    return (type.isUnion() ? type.types : [type]).every((part) => isThenable(part));
  }

  /** The signal of whoever asked, by which work is given up that nobody waits for any more. */
  private signalFor(call: ts.Node): string | undefined {
    const ts = this.#ts;
    for (let node: ts.Node = call; !ts.isSourceFile(node); node = node.parent) {
      if (!ts.isFunctionLike(node)) continue;
      for (const { name } of node.parameters) {
        const elements = ts.isIdentifier(name)
          ? [name]
          : name.elements.flatMap((each) => ("name" in each ? each.name : []));
        for (const element of elements) {
          if (!ts.isIdentifier(element)) continue;
          const type = this.#checker.getTypeAtLocation(element);
          if (type.getSymbol()?.name === "AbortSignal") return element.text;
          const signal = type.getProperty("signal");
          const isTold = signal !== undefined && !isEarly(signal);
          if (isTold && this.#checker.getTypeOfSymbol(signal).getSymbol()?.name === "AbortSignal") {
            return `${element.text}.signal`;
          }
        }
      }
    }
    return undefined;
  }

  private textOf(node: ts.Node): string {
    return node.getText(this.#file);
  }
}

/**
 * The signal of Node's own requests: there since Node 24.16, and in some versions aborted as soon as the body was read
 * (nodejs/node#63532).
 */
function isEarly({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some(({ parent }) => (parent as ts.NamedDeclaration).name?.getText() === "IncomingMessage");
}

/** Functions that write into their first argument. */
const CHANGES_FIRST = /^(?:assign|defaults|defaultsDeep|extend|merge|mergeWith|assignIn)$/u;

/** A value that the expression makes, which nobody else has. */
function isMade(typescript: TypeScript, value: ts.Expression): boolean {
  return (
    typescript.isObjectLiteralExpression(value) ||
    typescript.isArrayLiteralExpression(value) ||
    typescript.isNewExpression(value) ||
    typescript.isCallExpression(value)
  );
}

/** A function of the module: by itself, or as the value of a constant. */
function nameOfWhole(typescript: TypeScript, node: ts.Node): ts.Identifier | undefined {
  if (typescript.isFunctionDeclaration(node)) return typescript.isSourceFile(node.parent) ? node.name : undefined;
  if (!typescript.isArrowFunction(node) && !typescript.isFunctionExpression(node)) return undefined;
  const { parent } = node;
  if (!typescript.isVariableDeclaration(parent) || !typescript.isIdentifier(parent.name) || parent.type)
    return undefined;
  const statement = parent.parent.parent;
  return typescript.isVariableStatement(statement) && typescript.isSourceFile(statement.parent)
    ? parent.name
    : undefined;
}

type Simple = (ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction) & { readonly body: ts.ConciseBody };

/** Whether another function can stand in for it that takes its arguments by their names. */
function isSimple(typescript: TypeScript, node: ts.SignatureDeclaration): node is Simple {
  const isFunction =
    typescript.isFunctionDeclaration(node) || typescript.isFunctionExpression(node) || typescript.isArrowFunction(node);
  if (!isFunction || !node.body || node.asteriskToken || node.typeParameters) return false;
  return node.parameters.every(
    ({ name, initializer, dotDotDotToken }) =>
      typescript.isIdentifier(name) && name.text !== "this" && !initializer && !dotDotDotToken,
  );
}

function isNamed(typescript: TypeScript, node: ts.Expression, name: string): boolean {
  let value = node;
  while (isTransparent(typescript, value)) value = (value as ts.ParenthesizedExpression).expression;
  return typescript.isIdentifier(value) && value.text === name;
}

/** The text that an option is given where the call is written. */
function writtenOption(typescript: TypeScript, options: ts.ObjectLiteralExpression, name: string): string | undefined {
  const property = options.properties.findLast(
    (each) => typescript.isSpreadAssignment(each) || each.name.getText() === name,
  );
  if (!property || !typescript.isPropertyAssignment(property)) return undefined;
  return typescript.isStringLiteralLike(property.initializer) ? property.initializer.text : undefined;
}

function nameOfCallee(typescript: TypeScript, callee: ts.Expression): string {
  if (typescript.isIdentifier(callee)) return callee.text;
  return typescript.isPropertyAccessExpression(callee) ? callee.name.text : "run";
}

/** What a person would call the value of an expression. */
function nameOfValue(typescript: TypeScript, value: ts.Expression): string {
  if (typescript.isIdentifier(value)) return value.text;
  if (typescript.isPropertyAccessExpression(value)) return value.name.text.replace(/^#/u, "");
  if (typescript.isBinaryExpression(value)) return nameOfValue(typescript, value.left);
  if (typescript.isAwaitExpression(value) || isTransparent(typescript, value)) {
    return nameOfValue(typescript, value.expression);
  }
  if (typescript.isElementAccessExpression(value)) {
    const { argumentExpression } = value;
    const isName =
      typescript.isStringLiteralLike(argumentExpression) && /^[a-z_$][\w$]*$/iu.test(argumentExpression.text);
    return isName ? argumentExpression.text : "input";
  }
  if (typescript.isCallExpression(value) && typescript.isPropertyAccessExpression(value.expression)) {
    const name = nameOfValue(typescript, value.expression.expression);
    // `JSON.parse(…)`, `Buffer.from(…)`.
    return /^[A-Z]/u.test(name) ? "input" : name;
  }
  return "input";
}
