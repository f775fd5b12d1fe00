/** Work inside loops that grows faster than the loops: searches, loops in loops, copies of all that there is. */
import type ts from "typescript";
import type { FunctionId, OriginFact, RepeatedWork, RepeatedWorkFact } from "../facts/facts.js";
import { copies, returnsCopy } from "./accumulations.js";
import {
  collectionCallOf,
  COPYING,
  COUNTING,
  FROM,
  iterationBy,
  ITERATING,
  SEARCHING,
  SORTING,
} from "./collection-calls.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";
import { awaitsOnlySettled, letsOthersRun } from "./turns-of-loops.js";
import { roundsOf, writtenLength } from "./written-rounds.js";
import type { Origins } from "./origins.js";
import type { Scopes } from "./scopes.js";
import { remembers, repeatedSelfCalls } from "./self-calls.js";

/** What runs before the event loop goes on, by the last of its names. */
const QUEUEING: ReadonlyMap<string, RegExp> = new Map([
  ["nextTick", /^process\.nextTick$/u],
  ["queueMicrotask", /^queueMicrotask$/u],
  ["then", /^Promise\.resolve\([^()]*\)\.then$/u],
]);
/** Fewer rounds take no time worth mentioning. */
const MANY_ROUNDS = 1_000_000;
/** Loops of fewer rounds do not make another one long. */
const FEW_ROUNDS = 100;

/** The last names of what is looked at: nearly all calls are of something else. */
const REPEATING: ReadonlySet<string> = new Set(
  [...SEARCHING, ...ITERATING, ...SORTING, ...COPYING, ...COUNTING, FROM].map((path) =>
    path.slice(path.lastIndexOf(".") + 1),
  ),
);

export interface Walked {
  /** Under which a function of the file may call itself. */
  readonly functionNames: ReadonlySet<string>;
  readonly calls: readonly { readonly node: ts.Node; readonly function: FunctionId }[];
  readonly loops: readonly { readonly node: ts.IterationStatement; readonly function: FunctionId }[];
  readonly functionOf: ReadonlyMap<ts.Node, FunctionId>;
}

/** A loop statement, or a call of a method that calls a function with each element. */
type Loop = ts.IterationStatement | ts.CallExpression;

export function readRepeatedWork(
  typescript: TypeScript,
  file: ts.SourceFile,
  scopes: Scopes,
  origins: Origins,
  walked: Walked,
): RepeatedWorkFact[] {
  return new RepeatedWorkReader(typescript, file, scopes, origins, walked.functionOf).read(walked);
}

class RepeatedWorkReader {
  readonly #ts: TypeScript;
  readonly #file: ts.SourceFile;
  readonly #scopes: Scopes;
  readonly #origins: Origins;
  readonly #functionOf: ReadonlyMap<ts.Node, FunctionId>;
  readonly #found: RepeatedWorkFact[] = [];

  constructor(
    typescript: TypeScript,
    file: ts.SourceFile,
    scopes: Scopes,
    origins: Origins,
    functionOf: ReadonlyMap<ts.Node, FunctionId>,
  ) {
    this.#ts = typescript;
    this.#file = file;
    this.#scopes = scopes;
    this.#origins = origins;
    this.#functionOf = functionOf;
  }

  read({ calls, loops, functionNames }: Walked): RepeatedWorkFact[] {
    for (const { node, function: id } of calls)
      if (id !== 0 && this.#ts.isCallExpression(node))
        this.readCallNamed(this.nameCalled(node), node, id, functionNames);
    for (const { node, function: id } of loops) if (id !== 0) this.readLoop(node, id);
    return this.#found;
  }

  private readCallNamed(
    name: string | undefined,
    node: ts.CallExpression,
    id: FunctionId,
    functionNames: Walked["functionNames"],
  ): void {
    if (name === undefined) return;
    if (REPEATING.has(name)) this.readCall(node, id);
    if (functionNames.has(name)) {
      this.readRecursion(node, id);
      this.readRecursionOverSame(node, id);
    }
    const queueing = QUEUEING.get(name);
    if (queueing?.test(node.expression.getText(this.#file)) === true) this.readQueueing(node, id);
  }

  private nameCalled({ expression }: ts.CallExpression): string | undefined {
    const callee = unwrap(this.#ts, expression);
    if (this.#ts.isIdentifier(callee)) return callee.text;
    return this.#ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
  }

  private readCall(node: ts.CallExpression, id: FunctionId): void {
    const callee = unwrap(this.#ts, node.expression);
    const [first] = node.arguments;
    if (first && COPYING.has(callee.getText(this.#file))) this.add("copy", node, first, id, callee);
    this.readWrittenLength(node, id);
    const call = collectionCallOf(this.#ts, node);
    if (!call) return;
    const { name, collection, given } = call;
    if (SEARCHING.has(name) && given && !isText(this.#ts, given)) this.add("search", node, collection, id, callee);
    else if (ITERATING.has(name) && given && this.#ts.isFunctionLike(given)) {
      this.add("loop", node, collection, id, callee);
      if (name.startsWith("reduce")) this.readReduction(node, given, collection, id);
      if (name === "forEach") this.readAccumulation(node, given, collection, id);
    } else if (SORTING.has(name)) this.add("copy", node, collection, id, callee);
  }

  private readLoop(node: ts.IterationStatement, id: FunctionId): void {
    const collection = this.collectionOf(node);
    if (collection) this.add("loop", node, collection, id);
    if (this.makesManyRounds(node) && !letsOthersRun(this.#ts, node))
      this.#found.push({ what: "rounds", span: this.headOf(node), function: id, over: [] });
    if (awaitsOnlySettled(this.#ts, node))
      this.#found.push({ what: "settled", span: this.headOf(node), function: id, over: [] });
    if (collection) this.readAccumulation(node, node.statement, collection, id);
  }

  /** A million rounds or more; in a loop in a loop, together. */
  private makesManyRounds(node: ts.IterationStatement): boolean {
    const own = this.roundsOf(node);
    if (own < FEW_ROUNDS) return false;
    if (own >= MANY_ROUNDS) return true;
    const around = this.loopsAround(node).map((loop) => (this.#ts.isCallExpression(loop) ? 0 : this.roundsOf(loop)));
    const outermost = around.findIndex((rounds) => rounds < FEW_ROUNDS);
    const together = around.slice(0, outermost < 0 ? undefined : outermost);
    return together.length > 0 && together.reduce((product, rounds) => product * rounds, own) >= MANY_ROUNDS;
  }

  /** `Array.from({ length: 5_000_000 }, (_, i) => …)`, `[...Array(n).keys()].map(…)`, `_.times(n, …)` */
  private readWrittenLength(node: ts.CallExpression, id: FunctionId): void {
    const made = this.madeToBeGoneOver(node);
    const length = made ? writtenLength(this.#ts, made, (name) => this.constantNamed(name, id)) : 0;
    if (length >= MANY_ROUNDS)
      this.#found.push({ what: "rounds", span: spanOf(node, this.#file), function: id, over: [] });
  }

  private madeToBeGoneOver(node: ts.CallExpression): ts.Expression | undefined {
    const hasTwo = node.arguments.length > 1;
    const { expression: callee } = node;
    const isFrom = this.#ts.isPropertyAccessExpression(callee) && callee.name.text === FROM;
    if (hasTwo && (isFrom || COUNTING.has(callee.getText(this.#file)))) return node;
    const call = collectionCallOf(this.#ts, node);
    return call?.given && ITERATING.has(call.name) && this.#ts.isFunctionLike(call.given) ? call.collection : undefined;
  }

  /** Work on a collection, in a loop that it does not belong to. */
  private add(
    what: RepeatedWork,
    node: ts.Node,
    collection: ts.Expression,
    id: FunctionId,
    callee?: ts.Expression,
  ): void {
    for (const loop of this.loopsAround(node)) {
      const over = this.collectionOf(loop);
      const own = over && this.insideOf(collection, loop, over, id);
      if (!over || !own || own.length === 0) continue;
      const outer = this.originsOf(over, this.functionAround(loop));
      if (outer.length === 0) continue;
      const span = this.#ts.isCallExpression(node) ? spanOf(node, this.#file) : this.headOf(node);
      const name = callee && shortText(callee.getText(this.#file));
      this.#found.push({ what, span, function: id, over: [outer, own], ...(name !== undefined && { name }) });
      return;
    }
  }

  /** Where a collection comes from that the loop does not change or belong to; what a loop fills grows with the loop. */
  private insideOf(
    collection: ts.Expression,
    loop: Loop,
    over: ts.Expression,
    id: FunctionId,
  ): readonly OriginFact[] | undefined {
    const root = this.rootOf(collection);
    const declared = root && this.#scopes.find(root.text, id);
    if (declared && this.isWhole(declared.node, loop)) return this.originsOf(over, this.functionAround(loop));
    if (!declared || declared.function === 0 || this.declares(loop, root.text, declared.node)) return undefined;
    if (this.isFilledIn(root.text, declared.node, loop)) return this.originsOf(over, this.functionAround(loop));
    return this.originsOf(collection, id);
  }

  /** Whether the name is one of the loop's own, as it is where several blocks of a function declare it. */
  private declares(loop: Loop, name: string, first: ts.Node): boolean {
    const isIt = (node: ts.Node): boolean =>
      (this.#ts.isVariableDeclaration(node) || this.#ts.isBindingElement(node) || this.#ts.isParameter(node)) &&
      this.#ts.isIdentifier(node.name) &&
      node.name.text === name;
    return isWithin(first, loop) || this.contains(loop, isIt);
  }

  /** `all` in `items.filter((item, index, all) => …)` */
  private isWhole(declaration: ts.Node, loop: Loop): boolean {
    const call = collectionCallOf(this.#ts, loop);
    if (!call?.given || !this.#ts.isParameter(declaration)) return false;
    return (
      declaration.parent === (call.given as ts.Node) &&
      declaration.parent.parameters.indexOf(declaration) === (call.name.startsWith("reduce") ? 3 : 2)
    );
  }

  /** `const seen = []; for (…) { … seen.push(…) }` */
  private isFilledIn(name: string, declaration: ts.Node, loop: Loop): boolean {
    const value = this.#ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    if (!value || !this.#ts.isArrayLiteralExpression(value) || value.elements.length > 0) return false;
    return this.contains(
      loop,
      (node) =>
        this.#ts.isCallExpression(node) &&
        this.#ts.isPropertyAccessExpression(node.expression) &&
        (node.expression.name.text === "push" || node.expression.name.text === "unshift") &&
        this.#ts.isIdentifier(node.expression.expression) &&
        node.expression.expression.text === name,
    );
  }

  /** `all = [...all, one]`, `all = { ...all, [key]: one }`, `all = all.concat(one)` */
  private readAccumulation(loop: Loop, body: ts.Node, over: ts.Expression, id: FunctionId): void {
    if (letsOthersRun(this.#ts, this.#ts.isCallExpression(loop) ? body : loop)) return;
    const copy = this.find(body, (child) => {
      if (!this.#ts.isBinaryExpression(child) || child.operatorToken.kind !== this.#ts.SyntaxKind.EqualsToken)
        return false;
      const root = this.rootOf(child.left);
      if (!root || !copies(this.#ts, child.right, child.left.getText(this.#file))) return false;
      const declared = this.#scopes.find(root.text, id);
      return declared !== undefined && !this.declares(loop, root.text, declared.node);
    });
    const outer = copy ? this.originsOf(over, id) : [];
    if (copy && outer.length > 0)
      this.#found.push({ what: "accumulation", span: spanOf(copy, this.#file), function: id, over: [outer] });
  }

  /** `all.reduce((sum, one) => ({ ...sum, … }), {})` */
  private readReduction(node: ts.CallExpression, callback: ts.Node, over: ts.Expression, id: FunctionId): void {
    const { parameters, body } = callback as ts.ArrowFunction;
    const name = parameters[0]?.name;
    if (!name || !this.#ts.isIdentifier(name)) return;
    if (!returnsCopy(this.#ts, body, name.text)) return;
    const outer = this.originsOf(over, id);
    if (outer.length > 0)
      this.#found.push({ what: "accumulation", span: spanOf(node, this.#file), function: id, over: [outer] });
  }

  /** `return fib(n - 1) + fib(n - 2)`: each call makes two more. */
  private readRecursion(node: ts.CallExpression, id: FunctionId): void {
    if (!this.isItself(node.expression, id)) return;
    const around = this.functionNodeAround(node);
    const body = around && "body" in around ? (around.body as ts.Node | undefined) : undefined;
    const found = body && repeatedSelfCalls(this.#ts, body, (callee) => this.isItself(callee, id));
    if (found?.calls[0] !== node) return;
    const from = this.originsOf(found.size, id);
    const { parent } = node;
    const isSum = this.#ts.isBinaryExpression(parent) && found.calls.includes(parent.right as ts.CallExpression);
    if (from.length > 0)
      this.#found.push({
        what: "recursion",
        span: spanOf(isSum ? parent : node, this.#file),
        function: id,
        over: [from],
      });
  }

  /** `rows.filter(isChild).map((row) => tree(rows, row.id))` in `tree`: for each row, all are gone over once more. */
  private readRecursionOverSame(node: ts.CallExpression, id: FunctionId): void {
    for (const loop of this.loopsAround(node)) {
      const over = this.collectionOf(loop);
      const first = over && firstOver(this.#ts, over);
      const declared = first && this.#scopes.find(first.text, id)?.node;
      if (!first || !declared || !this.#ts.isParameter(declared) || !this.#ts.isFunctionLike(declared.parent)) continue;
      const around = declared.parent;
      const itself = this.#functionOf.get(around);
      const passed = node.arguments[around.parameters.indexOf(declared)];
      if (itself === undefined || !passed || !this.#ts.isIdentifier(passed) || passed.text !== first.text) continue;
      if (!this.isItself(node.expression, itself) || remembers(this.#ts, around)) continue;
      const from = this.originsOf(first, itself);
      const search = this.#ts.isPropertyAccessExpression(first.parent) ? first.parent : undefined;
      const span = search ? spanOf(search.parent, this.#file) : this.headOf(loop);
      const name = search && shortText(search.getText(this.#file));
      this.#found.push({ what: "search", span, function: id, over: [from, from], ...(name !== undefined && { name }) });
      return;
    }
  }

  /** `process.nextTick(step)` in `step`: no timer and no request runs until that has ended. */
  private readQueueing(node: ts.CallExpression, id: FunctionId): void {
    const [queued] = node.arguments;
    if (!queued) return;
    const around = this.functionNodeOf(id, node);
    if (around && letsOthersRun(this.#ts, around)) return;
    const isAnew =
      this.#ts.isArrowFunction(queued) || this.#ts.isFunctionExpression(queued)
        ? this.contains(queued.body, (child) => this.#ts.isCallExpression(child) && this.isItself(child.expression, id))
        : this.isItself(queued, id);
    if (isAnew) this.#found.push({ what: "queued", span: spanOf(node, this.#file), function: id, over: [] });
  }

  /** Whether the expression stands for the function: `step`, or `this.step` in a method. */
  private isItself(expression: ts.Expression, id: FunctionId): boolean {
    const node = unwrap(this.#ts, expression);
    if (this.#ts.isIdentifier(node)) {
      const declared = this.#scopes.find(node.text, id);
      return declared !== undefined && this.isFunction(declared.node, id);
    }
    if (!this.#ts.isPropertyAccessExpression(node) || node.expression.kind !== this.#ts.SyntaxKind.ThisKeyword)
      return false;
    const around = this.functionNodeOf(id, node);
    const named = around && (this.#ts.isMethodDeclaration(around) ? around : around.parent);
    return named !== undefined && "name" in named && (named.name as ts.Node).getText(this.#file) === node.name.text;
  }

  private isFunction(node: ts.Node, id: FunctionId): boolean {
    if (this.#functionOf.get(node) === id) return true;
    const value = this.#ts.isVariableDeclaration(node) ? node.initializer : undefined;
    return value !== undefined && this.#functionOf.get(value) === id;
  }

  // ── Loops ─────────────────────────────────────────────────────────────────────────────────

  /** The loops that run a node again and again without letting anything else run, innermost first. */
  private loopsAround(node: ts.Node): readonly Loop[] {
    const loops: Loop[] = [];
    let child = node;
    for (let at = node.parent; !this.#ts.isSourceFile(at); child = at, at = at.parent) {
      if (this.#ts.isIterationStatement(at, false) && at.statement === child) {
        if (letsOthersRun(this.#ts, at)) break;
        loops.push(at);
      } else if (this.#ts.isFunctionLike(at)) {
        const call = iterationBy(this.#ts, at);
        if (!call || letsOthersRun(this.#ts, at)) break;
        loops.push(call);
      }
    }
    return loops;
  }

  /** What the loop goes over, as far as it is named. */
  private collectionOf(loop: Loop): ts.Expression | undefined {
    if (this.#ts.isCallExpression(loop)) return collectionCallOf(this.#ts, loop)?.collection;
    if (this.#ts.isForOfStatement(loop) || this.#ts.isForInStatement(loop)) return loop.expression;
    const isFor = this.#ts.isForStatement(loop);
    const isWhile = this.#ts.isWhileStatement(loop) || this.#ts.isDoStatement(loop);
    const test = isFor ? loop.condition : isWhile ? loop.expression : undefined;
    if (!test || !this.#ts.isBinaryExpression(test)) return undefined;
    const limit = unwrap(this.#ts, test.right);
    if (this.#ts.isPropertyAccessExpression(limit) && /^(?:length|size)$/u.test(limit.name.text))
      return limit.expression;
    return isFor ? limit : undefined;
  }

  private roundsOf(loop: ts.IterationStatement): number {
    return roundsOf(this.#ts, loop, (name) => this.constantNamed(name, this.functionAround(loop)));
  }

  private constantNamed({ text }: ts.Identifier, id: FunctionId): ts.Expression | undefined {
    const declared = this.#scopes.find(text, id)?.node;
    if (!declared || !this.#ts.isVariableDeclaration(declared) || !this.#ts.isVariableDeclarationList(declared.parent))
      return undefined;
    const isConstant = (declared.parent.flags & this.#ts.NodeFlags.Const) !== 0;
    return isConstant ? declared.initializer : undefined;
  }

  // ── Expressions ───────────────────────────────────────────────────────────────────────────

  private rootOf(expression: ts.Expression): ts.Identifier | undefined {
    const node = unwrap(this.#ts, expression);
    if (this.#ts.isIdentifier(node)) return node;
    if (
      this.#ts.isPropertyAccessExpression(node) ||
      this.#ts.isElementAccessExpression(node) ||
      this.#ts.isCallExpression(node)
    )
      return this.rootOf(node.expression);
    // `[...rows].sort()`
    const only = this.#ts.isArrayLiteralExpression(node) && node.elements.length === 1 ? node.elements[0] : undefined;
    return only && this.#ts.isSpreadElement(only) ? this.rootOf(only.expression) : undefined;
  }

  private originsOf(expression: ts.Expression, id: FunctionId): readonly OriginFact[] {
    return this.#origins.of(expression, id);
  }

  private functionAround(node: ts.Node): FunctionId {
    return this.#functionOf.get(this.functionNodeAround(node) ?? this.#file) ?? 0;
  }

  /** The function, where it is one of those around the node. */
  private functionNodeOf(id: FunctionId, node: ts.Node): ts.Node | undefined {
    let around = this.functionNodeAround(node);
    while (around && this.#functionOf.get(around) !== id) around = this.functionNodeAround(around);
    return around;
  }

  private functionNodeAround(node: ts.Node): ts.Node | undefined {
    let at = node.parent;
    while (!this.#ts.isSourceFile(at) && !this.#functionOf.has(at)) at = at.parent;
    return this.#ts.isSourceFile(at) ? undefined : at;
  }

  private contains(node: ts.Node, matches: (child: ts.Node) => boolean): boolean {
    return this.find(node, matches) !== undefined;
  }

  private find(node: ts.Node, matches: (child: ts.Node) => boolean): ts.Node | undefined {
    return matches(node) ? node : this.#ts.forEachChild(node, (child) => this.find(child, matches));
  }

  /** The loop's first line, without what it runs. */
  private headOf(node: ts.Node): { readonly start: number; readonly end: number } {
    const start = node.getStart(this.#file);
    const body =
      this.#ts.isIterationStatement(node, false) && !this.#ts.isDoStatement(node) ? node.statement : undefined;
    return { start, end: body ? this.#file.text.slice(start, body.pos).trimEnd().length + start : node.end };
  }
}

/** `rows` of `rows.filter(isChild).map(…)`: what is gone over first. */
function firstOver(ts: TypeScript, expression: ts.Expression): ts.Identifier | undefined {
  const node = unwrap(ts, expression);
  if (ts.isIdentifier(node)) return node;
  const call = collectionCallOf(ts, node);
  return call && (ITERATING.has(call.name) || SORTING.has(call.name)) ? firstOver(ts, call.collection) : undefined;
}

function isText(ts: TypeScript, node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isRegularExpressionLiteral(node);
}

function isWithin(node: ts.Node, around: ts.Node): boolean {
  return around.pos <= node.pos && node.end <= around.end;
}

function spanOf(node: ts.Node, file: ts.SourceFile): { readonly start: number; readonly end: number } {
  return { start: node.getStart(file), end: node.end };
}

function shortText(text: string): string | undefined {
  const short = text.replaceAll(/[?\s]/gu, "");
  return /^[\w$.[\]]{1,40}$/u.test(short) ? short : undefined;
}
