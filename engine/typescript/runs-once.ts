/**
 * Recognises code that runs at most once, because what it leads to is kept: `x ??= f()`,
 * `if (!x) x = f()`, `if (done) return`, `if (!cache.has("x")) cache.set("x", f())`. Under a parameter's value it
 * runs once for each value.
 */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";

/** Where the results are kept: for the process, for a run of a function, for an instance of a class. */
export type Keeper = ts.SourceFile | ts.FunctionLikeDeclaration | ts.ClassLikeDeclaration;

/** What keeps a result, and the function's parameter, or a member of it, that it is kept under: `name`, `options.key`. */
export interface Keeping {
  readonly keeper: Keeper;
  readonly key?: string;
}

/** A place that may keep a result, and its text: `cache`, `this.cache`, `cache["x"]`. */
interface Place {
  readonly name: string;
  readonly expression: ts.Expression;
}

/**
 * What one file keeps. A name keeps nothing where it is local to the function that tests it, or where
 * the file resets it: a mutex and a cache that is cleared let the code run again.
 */
export class RunsOnce {
  readonly #ts: TypeScript;
  readonly #file: ts.SourceFile;
  readonly #locals = new Map<ts.Node, Locals>();
  #resets: ReadonlySet<string> | undefined;
  #functions: ReadonlyMap<string, readonly ts.FunctionLikeDeclaration[]> | undefined;

  constructor(typescript: TypeScript, file: ts.SourceFile) {
    this.#ts = typescript;
    this.#file = file;
  }

  /**
   * The right side runs once: `x ??= f()`, `x || (x = f())`, `x = x ?? f()`.
   *
   * @param owner the function (or source file) that the expression is in
   * @returns in whose life it runs once; undefined when it may run again
   */
  ofRightSide(node: ts.BinaryExpression, owner: ts.Node): Keeping | undefined {
    const { SyntaxKind } = this.#ts;
    const operator = node.operatorToken.kind;
    if (operator === SyntaxKind.QuestionQuestionEqualsToken || operator === SyntaxKind.BarBarEqualsToken)
      return this.keeperOf(this.place(node.left, owner), owner);
    if (operator !== SyntaxKind.QuestionQuestionToken && operator !== SyntaxKind.BarBarToken) return undefined;
    // Most such expressions only give a default: what the left side stands for need not be looked up.
    const assignments = [unwrap(this.#ts, node.right), node.parent].filter((each) => this.mayAssign(each));
    const place = assignments.length > 0 ? this.place(node.left, owner) : undefined;
    const isAssigned = place !== undefined && assignments.some((each) => this.isAssignmentTo(place.name, each));
    return isAssigned ? this.keeperOf(place, owner) : undefined;
  }

  /**
   * The branch taken when a name is absent runs once: `if (!x) x = f()`, `if (!x) return prime()`.
   *
   * @param owner the function (or source file) that the statement is in
   */
  ofBranch(node: ts.IfStatement, owner: ts.Node): Keeping | undefined {
    const branch = node.thenStatement;
    const statements = this.#ts.isBlock(branch) ? branch.statements : [branch];
    // Most branches only give up.
    if (statements.every((statement) => this.leaves(statement))) return undefined;
    const place = this.absent(node.expression, owner);
    if (!place) return undefined;
    const isAssigned =
      this.assigns(branch, place.name) || statements.some((statement) => this.callsWhatAssigns(statement, place.name));
    return isAssigned ? this.keeperOf(place, owner) : undefined;
  }

  /**
   * The side that gives a name its first value runs once: `x ? x : (x = f())`, `x !== undefined ? x : (x = f())`.
   *
   * @param owner the function (or source file) that the expression is in
   */
  ofAlternative(node: ts.ConditionalExpression, owner: ts.Node): Keeping | undefined {
    const place = this.present(node.condition, owner);
    const isAssigned = place && this.isAssignmentTo(place.name, unwrap(this.#ts, node.whenFalse));
    return isAssigned === true ? this.keeperOf(place, owner) : undefined;
  }

  /**
   * What follows runs once: `if (x) return x; x = f();`, `if (x) return x; return prime();`.
   *
   * @param block the statements it stands among
   * @param owner the function that the statement is in
   */
  ofStatementsAfter(statement: ts.Statement, block: readonly ts.Statement[], owner: ts.Node): Keeping | undefined {
    const place = this.placeThatEnds(statement, owner);
    if (!place) return undefined;
    const following = block.slice(block.indexOf(statement) + 1);
    const isAssigned = following.some(
      (later) =>
        this.assigns(later, place.name) ||
        (this.#ts.isReturnStatement(later) && this.callsWhatAssigns(later, place.name)),
    );
    return isAssigned ? this.keeperOf(place, owner) : undefined;
  }

  /** `throw …`, `return`. */
  private leaves(statement: ts.Statement): boolean {
    if (this.#ts.isReturnStatement(statement)) return !statement.expression;
    return this.#ts.isThrowStatement(statement) || this.#ts.isBreakOrContinueStatement(statement);
  }

  // ── Tests of what is kept ─────────────────────────────────────────────────────────────────

  /** `!x`, `x === undefined`, `x == null`: what must be absent for the test to hold. */
  private absent(test: ts.Expression, owner: ts.Node): Place | undefined {
    const { SyntaxKind } = this.#ts;
    const expression = unwrap(this.#ts, test);
    if (this.#ts.isPrefixUnaryExpression(expression) && expression.operator === SyntaxKind.ExclamationToken) {
      return this.place(unwrap(this.#ts, expression.operand), owner);
    }
    if (!this.#ts.isBinaryExpression(expression)) return undefined;
    const operator = expression.operatorToken.kind;
    if (operator === SyntaxKind.AmpersandAmpersandToken) {
      return this.absent(expression.left, owner) ?? this.absent(expression.right, owner);
    }
    if (operator === SyntaxKind.BarBarToken)
      return this.isParameter(expression.right, owner) ? this.absent(expression.left, owner) : undefined;
    const isEquality = operator === SyntaxKind.EqualsEqualsEqualsToken || operator === SyntaxKind.EqualsEqualsToken;
    const isAbsence = this.isOneOf(expression.right, ["undefined", "null", "false", '"undefined"', "'undefined'"]);
    const isAbsent = isEquality
      ? isAbsence
      : isInequality(this.#ts, operator) && this.isOneOf(expression.right, ["true"]);
    return isAbsent ? this.place(this.typed(expression.left), owner) : undefined;
  }

  /** `if (x) return …;`: what, once set, ends the function early. */
  private placeThatEnds(statement: ts.Statement, owner: ts.Node): Place | undefined {
    if (this.#ts.isSourceFile(owner) || !this.#ts.isIfStatement(statement) || statement.elseStatement) return undefined;
    const branch = statement.thenStatement;
    const last = this.#ts.isBlock(branch) ? branch.statements.at(-1) : branch;
    if (!last || !this.#ts.isReturnStatement(last)) return undefined;
    return this.present(statement.expression, owner);
  }

  /** `x`, `x !== undefined`: what must be there for the test to hold. */
  private present(expression: ts.Expression, owner: ts.Node): Place | undefined {
    const test = unwrap(this.#ts, expression);
    if (!this.#ts.isBinaryExpression(test)) return this.place(test, owner);
    const operator = test.operatorToken.kind;
    if (operator === this.#ts.SyntaxKind.AmpersandAmpersandToken)
      return this.isAbsentParameter(test.right, owner) ? this.present(test.left, owner) : undefined;
    const isPresent = isInequality(this.#ts, operator)
      ? this.isOneOf(test.right, ["undefined", "null", '"undefined"', "'undefined'"])
      : operator === this.#ts.SyntaxKind.EqualsEqualsEqualsToken && this.isOneOf(test.right, ["true"]);
    return isPresent ? this.place(this.typed(test.left), owner) : undefined;
  }

  private isOneOf(expression: ts.Expression, texts: readonly string[]): boolean {
    return texts.includes(expression.getText(this.#file));
  }

  /** `x` of `typeof x`. */
  private typed(expression: ts.Expression): ts.Expression {
    return this.#ts.isTypeOfExpression(expression) ? unwrap(this.#ts, expression.expression) : expression;
  }

  /** `!force`: what is kept is made again only when a caller asks for it. */
  private isAbsentParameter(expression: ts.Expression, owner: ts.Node): boolean {
    const test = unwrap(this.#ts, expression);
    return (
      this.#ts.isPrefixUnaryExpression(test) &&
      test.operator === this.#ts.SyntaxKind.ExclamationToken &&
      this.isParameter(test.operand, owner)
    );
  }

  /** `force`, `options.reload`, where the function has such a parameter. */
  private isParameter(expression: ts.Expression, owner: ts.Node): boolean {
    const root = this.rootOf(unwrap(this.#ts, expression));
    if (!this.#ts.isIdentifier(root) || !this.#ts.isFunctionLike(owner)) return false;
    return owner.parameters.some(({ name }) => bindsName(this.#ts, name, root.text));
  }

  // ── Places that keep ──────────────────────────────────────────────────────────────────────

  private place(expression: ts.Expression, owner: ts.Node): Place | undefined {
    const name = this.placeName(expression, owner);
    return name === undefined ? undefined : { name, expression };
  }

  /** What the place lives in; undefined where it keeps nothing. Looks through the file: asked last. */
  private keeperOf(place: Place | undefined, owner: ts.Node): Keeping | undefined {
    const keeper = place && this.ownerOf(place.expression, owner);
    if (!keeper) return undefined;
    const { name } = place;
    this.#resets ??= this.findResets();
    const isReset = this.#resets.has(name) || (hasEntry(name) && this.#resets.has(allEntries(collectionOf(name))));
    if (isReset) return undefined;
    const key = this.keyIn(place.expression, owner);
    return key === undefined ? { keeper } : { keeper, key };
  }

  /** The parameter among the keys that lead to the place. */
  private keyIn(expression: ts.Expression, owner: ts.Node): string | undefined {
    for (let at: ts.Expression | undefined = this.entryNamed(expression, owner) ?? expression; at;) {
      const entry = this.entryOf(at);
      const key = entry && !this.isConstant(entry.key, owner) ? this.parameterKey(entry.key, owner) : undefined;
      if (key !== undefined) return key;
      const of: ts.Expression | undefined =
        entry?.of ?? (this.#ts.isPropertyAccessExpression(at) ? at.expression : undefined);
      at = of && (this.entryNamed(of, owner) ?? of);
    }
    return undefined;
  }

  /**
   * The text of a name, a member chain, or an entry under a key that is constant or the function's parameter; undefined
   * for all else. A variable that an entry was read into stands for the entry.
   */
  private placeName(expression: ts.Expression, owner: ts.Node, entries: readonly ts.Node[] = []): string | undefined {
    const entry = this.entryOf(expression);
    if (entry) {
      const collection = this.placeName(entry.of, owner, entries);
      const isKnown =
        collection !== undefined &&
        (this.isConstant(entry.key, owner) || this.parameterKey(entry.key, owner) !== undefined);
      return isKnown ? `${collection}[${entry.key.getText(this.#file)}]` : undefined;
    }
    if (this.#ts.isPropertyAccessExpression(expression)) {
      const { expression: of } = expression;
      const object = of.kind === this.#ts.SyntaxKind.ThisKeyword ? "this" : this.placeName(of, owner, entries);
      return object === undefined ? undefined : `${object}.${expression.name.text}`;
    }
    const entryRead = this.entryNamed(expression, owner);
    // Blocks may give the name of a variable to an entry of it: `for (…) { const of = of[key]; … }`.
    if (entryRead && entries.includes(entryRead)) return undefined;
    if (entryRead) return this.placeName(entryRead, owner, [...entries, entryRead]);
    return this.#ts.isIdentifier(expression) ? expression.text : undefined;
  }

  /** The entry that a variable was given when it was declared: `let page = pages.get(name)`. */
  private entryNamed(expression: ts.Expression, owner: ts.Node): ts.Expression | undefined {
    if (!this.#ts.isIdentifier(expression)) return undefined;
    const declarer = this.declarerOf(expression.text, owner);
    return this.#ts.isSourceFile(declarer) ? undefined : this.localsOf(declarer).entries.get(expression.text);
  }

  /** `name`, `options.key`, `options.key ?? "default"`, where the innermost function has such a parameter. */
  private parameterKey(key: ts.Expression, owner: ts.Node): string | undefined {
    const last = unwrap(this.#ts, key);
    const isFallback = this.#ts.isBinaryExpression(last) && this.#ts.isStringLiteralLike(last.right);
    const value = isFallback ? unwrap(this.#ts, last.left) : last;
    if (!this.#ts.isIdentifier(value) && !this.#ts.isPropertyAccessExpression(value)) return undefined;
    let around = owner;
    while (!this.#ts.isFunctionLike(around) && !this.#ts.isSourceFile(around)) around = around.parent;
    return this.isParameter(value, around) ? value.getText(this.#file).replaceAll("?.", ".") : undefined;
  }

  /** The entry that `of[key]`, `of.get(key)`, `of.has(key)` or `of.set(key, value)` is about. */
  private entryOf(node: ts.Node): { readonly of: ts.Expression; readonly key: ts.Expression } | undefined {
    if (this.#ts.isElementAccessExpression(node)) return { of: node.expression, key: node.argumentExpression };
    if (!this.#ts.isCallExpression(node) || !this.#ts.isPropertyAccessExpression(node.expression)) return undefined;
    const [key] = node.arguments;
    const isOfMap = ["get", "has", "set"].includes(node.expression.name.text);
    return isOfMap && key ? { of: node.expression.expression, key } : undefined;
  }

  /** A literal, or a name that the module declares. */
  private isConstant(key: ts.Expression, owner: ts.Node): boolean {
    if (this.#ts.isStringLiteralLike(key) || this.#ts.isNumericLiteral(key)) return true;
    const root = this.rootOf(key);
    return this.#ts.isIdentifier(root) && this.#ts.isSourceFile(this.declarerOf(root.text, owner));
  }

  /** What the place lives in; undefined where it is a local of the function that tests it. */
  private ownerOf(expression: ts.Expression, owner: ts.Node): Keeper | undefined {
    const root = this.rootOf(expression);
    if (root.kind === this.#ts.SyntaxKind.ThisKeyword) return this.keeperOfThis(root);
    if (!this.#ts.isIdentifier(root)) return undefined;
    const entry = this.entryNamed(root, owner);
    if (entry) return this.ownerOf(entry, owner);
    const declarer = this.declarerOf(root.text, owner);
    return declarer === owner && !this.#ts.isSourceFile(owner) ? undefined : declarer;
  }

  private rootOf(expression: ts.Expression): ts.Expression {
    let root = expression;
    for (;;) {
      const of = this.#ts.isPropertyAccessExpression(root) ? root.expression : this.entryOf(root)?.of;
      if (!of) return root;
      root = of;
    }
  }

  /** The innermost function around that declares the name; the file when none does. */
  private declarerOf(name: string, owner: ts.Node): ts.SourceFile | ts.FunctionLikeDeclaration {
    for (let node = owner; !this.#ts.isSourceFile(node); node = node.parent) {
      if (this.#ts.isFunctionLike(node) && this.isLocal(name, node)) return node as ts.FunctionLikeDeclaration;
    }
    return this.#file;
  }

  /** An instance of the class, or the class itself in its static members. */
  private keeperOfThis(node: ts.Node): Keeper {
    for (let at = node.parent; !this.#ts.isSourceFile(at); at = at.parent) {
      if (this.#ts.isArrowFunction(at)) continue;
      if (this.#ts.isClassElement(at) && this.#ts.isClassLike(at.parent)) {
        const isStatic =
          this.#ts.isClassStaticBlockDeclaration(at) ||
          (this.#ts.canHaveModifiers(at) &&
            this.#ts.getModifiers(at)?.some(({ kind }) => kind === this.#ts.SyntaxKind.StaticKeyword) === true);
        return isStatic ? this.#file : at.parent;
      }
      // A method of an object literal: the object lives in the function that makes it.
      if (this.#ts.isFunctionLike(at)) return this.isObjectMember(at) ? this.functionAround(at) : this.#file;
    }
    return this.#file;
  }

  private isObjectMember(node: ts.Node): boolean {
    return (
      this.#ts.isObjectLiteralExpression(node.parent) ||
      (this.#ts.isPropertyAssignment(node.parent) && this.#ts.isObjectLiteralExpression(node.parent.parent))
    );
  }

  private functionAround(node: ts.Node): ts.SourceFile | ts.FunctionLikeDeclaration {
    for (let at = node.parent; !this.#ts.isSourceFile(at); at = at.parent)
      if (this.#ts.isFunctionLike(at)) return at as ts.FunctionLikeDeclaration;
    return this.#file;
  }

  private isLocal(name: string, owner: ts.Node): boolean {
    return this.localsOf(owner).names.has(name);
  }

  private localsOf(owner: ts.Node): Locals {
    const known = this.#locals.get(owner);
    if (known) return known;
    const locals = localsOf(this.#ts, owner, (value) => this.entryOf(value) !== undefined);
    this.#locals.set(owner, locals);
    return locals;
  }

  /** Places that the file empties while it runs. Giving a name its first value resets nothing. */
  private findResets(): ReadonlySet<string> {
    const resets = new Set<string>();
    const search = (node: ts.Node, owner: ts.Node): void => {
      if (this.isAfterFailure(node)) return;
      const inner = this.#ts.isFunctionLike(node) ? node : owner;
      for (const name of this.resetBy(node, inner)) resets.add(name);
      this.#ts.forEachChild(node, (child) => {
        search(child, inner);
      });
    };
    search(this.#file, this.#file);
    return resets;
  }

  /** `catch { … }`, `.catch(() => …)`: what has failed is tried again, and what has not is kept. */
  private isAfterFailure(node: ts.Node): boolean {
    if (this.#ts.isCatchClause(node)) return true;
    const { parent } = node;
    if (!this.#ts.isFunctionLike(node) || !this.#ts.isCallExpression(parent)) return false;
    const callee = parent.expression;
    return this.#ts.isPropertyAccessExpression(callee) && callee.name.text === "catch";
  }

  /** `x = undefined`, `cache = new Map()`, `delete x.y`, `cache.delete(key)`, `cache.clear()`. */
  private resetBy(node: ts.Node, owner: ts.Node): readonly string[] {
    const nameOf = (expression: ts.Expression): string[] => {
      // To give a variable another value does nothing to the entry that it stands for.
      if (this.entryNamed(expression, owner)) return [];
      const root = this.rootOf(expression);
      const isLasting =
        !this.#ts.isIdentifier(root) || !this.isLocal(root.text, owner) || this.entryNamed(root, owner) !== undefined;
      const name = isLasting ? this.placeName(expression, owner) : undefined;
      return name === undefined ? [] : [name];
    };
    if (this.isAssignment(node) && !this.isFirstValue(node.left, owner)) {
      if (this.isFalsy(node.right)) return nameOf(node.left);
      return this.isNewCollection(node.right) ? nameOf(node.left).map(allEntries) : [];
    }
    if (this.#ts.isDeleteExpression(node)) {
      const entry = this.entryOf(node.expression);
      return entry ? nameOf(entry.of).map(allEntries) : nameOf(node.expression);
    }
    if (!this.#ts.isCallExpression(node) || !this.#ts.isPropertyAccessExpression(node.expression)) return [];
    const { name, expression } = node.expression;
    return name.text === "delete" || name.text === "clear" ? nameOf(expression).map(allEntries) : [];
  }

  private isNewCollection(value: ts.Expression): boolean {
    const last = unwrap(this.#ts, value);
    return this.#ts.isNewExpression(last) || this.#ts.isObjectLiteralExpression(last);
  }

  /** At the module's top level, or on `this` in a constructor, which a plain function with a `this` is too. */
  private isFirstValue(target: ts.Expression, owner: ts.Node): boolean {
    if (this.#ts.isSourceFile(owner)) return true;
    const isConstructor = this.#ts.isConstructorDeclaration(owner) || this.#ts.isFunctionDeclaration(owner);
    return (
      isConstructor &&
      this.#ts.isPropertyAccessExpression(target) &&
      target.expression.kind === this.#ts.SyntaxKind.ThisKeyword
    );
  }

  private isFalsy(value: ts.Expression): boolean {
    const last = unwrap(this.#ts, value);
    if (this.isAssignment(last)) return this.isFalsy(last.right);
    return ["false", "null", "undefined", "0", '""', "''", "``", "void 0"].includes(last.getText(this.#file));
  }

  // ── Assignments ───────────────────────────────────────────────────────────────────────────

  private isAssignment(node: ts.Node): node is ts.BinaryExpression {
    return this.#ts.isBinaryExpression(node) && node.operatorToken.kind === this.#ts.SyntaxKind.EqualsToken;
  }

  /** `name = value`, or `map.set(key, value)` for an entry. */
  private isAssignmentTo(name: string, node: ts.Node): boolean {
    if (this.isAssignment(node)) return !this.entryNamed(node.left, node) && this.placeName(node.left, node) === name;
    return this.isSetting(node) && this.placeName(node, node) === name;
  }

  /** Whether it assigns anything at all. */
  private mayAssign(node: ts.Node): boolean {
    return this.isAssignment(node) || this.isSetting(node);
  }

  private isSetting(node: ts.Node): node is ts.CallExpression {
    return (
      this.#ts.isCallExpression(node) &&
      this.#ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === "set"
    );
  }

  private assigns(node: ts.Node, name: string): boolean {
    const search = (child: ts.Node): boolean => {
      if (this.#ts.isFunctionLike(child)) return false;
      return this.isAssignmentTo(name, child) || (this.#ts.forEachChild(child, search) ?? false);
    };
    return search(node);
  }

  /** `prime();` or `return prime();`, where all functions of that name in the file assign the name. */
  private callsWhatAssigns(statement: ts.Statement, name: string): boolean {
    if (!this.#ts.isReturnStatement(statement) && !this.#ts.isExpressionStatement(statement)) return false;
    const call = statement.expression && unwrap(this.#ts, statement.expression);
    if (!call || !this.#ts.isCallExpression(call) || !this.mayBeOwn(call.expression)) return false;
    this.#functions ??= this.findFunctions();
    const called = this.#functions.get(call.expression.getText(this.#file)) ?? [];
    return called.length > 0 && called.every((declaration) => this.assignsOutside(declaration, name));
  }

  /** `prime`, `this.prime`: the file need not be looked through for all others. */
  private mayBeOwn(callee: ts.Expression): boolean {
    const { SyntaxKind } = this.#ts;
    const isOfThis = this.#ts.isPropertyAccessExpression(callee) && callee.expression.kind === SyntaxKind.ThisKeyword;
    return this.#ts.isIdentifier(callee) || isOfThis;
  }

  private assignsOutside(declaration: ts.FunctionLikeDeclaration, name: string): boolean {
    const [root = name] = name.split(".");
    return declaration.body !== undefined && !this.isLocal(root, declaration) && this.assigns(declaration.body, name);
  }

  /** The file's functions by what a call of them looks like: `prime`, `this.prime`. */
  private findFunctions(): ReadonlyMap<string, readonly ts.FunctionLikeDeclaration[]> {
    const functions = new Map<string, ts.FunctionLikeDeclaration[]>();
    const add = (name: string, declaration: ts.FunctionLikeDeclaration): void => {
      functions.set(name, [...(functions.get(name) ?? []), declaration]);
    };
    const search = (node: ts.Node): void => {
      if (this.#ts.isFunctionDeclaration(node) && node.name && node.body) add(node.name.text, node);
      if (this.#ts.isMethodDeclaration(node) && node.body) add(`this.${node.name.getText(this.#file)}`, node);
      if (
        this.#ts.isVariableDeclaration(node) &&
        node.initializer &&
        isFunctionExpression(this.#ts, node.initializer)
      ) {
        add(node.name.getText(this.#file), node.initializer);
      }
      this.#ts.forEachChild(node, search);
    };
    search(this.#file);
    return functions;
  }
}

function isInequality(ts: TypeScript, operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.ExclamationEqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken;
}

function hasEntry(name: string): boolean {
  return name.includes("[");
}

/** `cache` of `cache["x"]`. */
function collectionOf(name: string): string {
  return name.slice(0, name.indexOf("["));
}

/** Stands for whatever a collection holds, among the names of what is reset. */
function allEntries(collection: string): string {
  return `${collection}[*]`;
}

function isFunctionExpression(ts: TypeScript, node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

function bindsName(ts: TypeScript, name: ts.BindingName, text: string): boolean {
  if (ts.isIdentifier(name)) return name.text === text;
  return name.elements.some((element) => ts.isBindingElement(element) && bindsName(ts, element.name, text));
}

/** What a function declares itself, nested functions' own excluded. */
interface Locals {
  /** Parameters and variables. */
  readonly names: ReadonlySet<string>;
  /** The variables that are given an entry of a collection, and the expression that reads it. */
  readonly entries: ReadonlyMap<string, ts.Expression>;
}

function localsOf(ts: TypeScript, node: ts.Node, isEntry: (value: ts.Expression) => boolean): Locals {
  const names = new Set<string>();
  const entries = new Map<string, ts.Expression>();
  const declare = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) declare(element.name);
  };
  const search = (child: ts.Node): void => {
    if (ts.isVariableDeclaration(child) || ts.isParameter(child)) declare(child.name);
    if (ts.isVariableDeclaration(child) && ts.isIdentifier(child.name) && child.initializer) {
      const value = unwrap(ts, child.initializer);
      if (isEntry(value)) entries.set(child.name.text, value);
    }
    if (ts.isFunctionLike(child)) return;
    ts.forEachChild(child, search);
  };
  if (!ts.isSourceFile(node)) ts.forEachChild(node, search);
  return { names, entries };
}
