/**
 * Recognises code that runs at most once, because what it leads to is kept: `x ??= f()`,
 * `if (!x) x = f()`, `if (done) return`.
 */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";

/**
 * What one file keeps. Names are compared by their text (`cache`, `this.cache`), and a name keeps
 * nothing where it is local to the function that tests it, or where the file resets it: a mutex and a
 * cache that is cleared let the code run again.
 */
export class RunsOnce {
  readonly #ts: TypeScript;
  readonly #file: ts.SourceFile;
  readonly #localNames = new Map<ts.Node, ReadonlySet<string>>();
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
   */
  ofRightSide(node: ts.BinaryExpression, owner: ts.Node): boolean {
    const { SyntaxKind } = this.#ts;
    const operator = node.operatorToken.kind;
    if (operator === SyntaxKind.QuestionQuestionEqualsToken || operator === SyntaxKind.BarBarEqualsToken) {
      return this.#keptName(node.left, owner) !== undefined;
    }
    if (operator !== SyntaxKind.QuestionQuestionToken && operator !== SyntaxKind.BarBarToken) return false;
    const name = this.#keptName(node.left, owner);
    return (
      name !== undefined &&
      (this.#isAssignmentTo(name, unwrap(this.#ts, node.right)) || this.#isAssignmentTo(name, node.parent))
    );
  }

  /**
   * The branch taken when a name is absent runs once: `if (!x) x = f()`, `if (!x) return prime()`.
   *
   * @param owner the function (or source file) that the statement is in
   */
  ofBranch(node: ts.IfStatement, owner: ts.Node): boolean {
    const name = this.#absentName(node.expression, owner);
    if (name === undefined) return false;
    const branch = node.thenStatement;
    const statements = this.#ts.isBlock(branch) ? branch.statements : [branch];
    return this.#assigns(branch, name) || statements.some((statement) => this.#callsWhatAssigns(statement, name));
  }

  /**
   * What follows runs once: `if (x) return x; x = f();`, `if (x) return x; return prime();`.
   *
   * @param following the statements after it in the same block
   * @param owner the function that the statement is in
   */
  ofStatementsAfter(statement: ts.Statement, following: readonly ts.Statement[], owner: ts.Node): boolean {
    const name = this.#nameThatEnds(statement, owner);
    if (name === undefined) return false;
    return following.some(
      (later) =>
        this.#assigns(later, name) || (this.#ts.isReturnStatement(later) && this.#callsWhatAssigns(later, name)),
    );
  }

  // ── Tests of what is kept ─────────────────────────────────────────────────────────────────

  /** `!x`, `x === undefined`, `x == null`: what must be absent for the test to hold. */
  #absentName(test: ts.Expression, owner: ts.Node): string | undefined {
    const { SyntaxKind } = this.#ts;
    const expression = unwrap(this.#ts, test);
    if (this.#ts.isPrefixUnaryExpression(expression) && expression.operator === SyntaxKind.ExclamationToken) {
      return this.#keptName(unwrap(this.#ts, expression.operand), owner);
    }
    if (!this.#ts.isBinaryExpression(expression)) return undefined;
    const operator = expression.operatorToken.kind;
    if (operator === SyntaxKind.AmpersandAmpersandToken) {
      return this.#absentName(expression.left, owner) ?? this.#absentName(expression.right, owner);
    }
    const isEquality = operator === SyntaxKind.EqualsEqualsEqualsToken || operator === SyntaxKind.EqualsEqualsToken;
    const isAbsence = ["undefined", "null", "false"].includes(expression.right.getText(this.#file));
    return isEquality && isAbsence ? this.#keptName(expression.left, owner) : undefined;
  }

  /** `if (x) return …;`: what, once set, ends the function early. */
  #nameThatEnds(statement: ts.Statement, owner: ts.Node): string | undefined {
    if (this.#ts.isSourceFile(owner) || !this.#ts.isIfStatement(statement) || statement.elseStatement) return undefined;
    const branch = statement.thenStatement;
    const last = this.#ts.isBlock(branch) ? branch.statements.at(-1) : branch;
    if (!last || !this.#ts.isReturnStatement(last)) return undefined;
    const test = unwrap(this.#ts, statement.expression);
    if (!this.#ts.isBinaryExpression(test)) return this.#keptName(test, owner);
    const { SyntaxKind } = this.#ts;
    const operator = test.operatorToken.kind;
    const isInequality =
      operator === SyntaxKind.ExclamationEqualsEqualsToken || operator === SyntaxKind.ExclamationEqualsToken;
    const isPresence = ["undefined", "null"].includes(test.right.getText(this.#file));
    return isInequality && isPresence ? this.#keptName(test.left, owner) : undefined;
  }

  // ── Names that keep ───────────────────────────────────────────────────────────────────────

  #keptName(expression: ts.Expression, owner: ts.Node): string | undefined {
    const name = this.#lastingName(expression, owner);
    if (name === undefined) return undefined;
    this.#resets ??= this.#findResets();
    return this.#resets.has(name) ? undefined : name;
  }

  /** The text of a name or member chain that outlives the function; undefined for locals and computed members. */
  #lastingName(expression: ts.Expression, owner: ts.Node): string | undefined {
    let root: ts.Expression = expression;
    while (this.#ts.isPropertyAccessExpression(root)) root = root.expression;
    if (root.kind === this.#ts.SyntaxKind.ThisKeyword)
      return root === expression ? undefined : expression.getText(this.#file);
    if (!this.#ts.isIdentifier(root) || this.#isLocal(root.text, owner)) return undefined;
    return expression.getText(this.#file);
  }

  #isLocal(name: string, owner: ts.Node): boolean {
    const names = this.#localNames.get(owner) ?? localNames(this.#ts, owner);
    this.#localNames.set(owner, names);
    return names.has(name);
  }

  /** Names that the file gives a falsy literal while it runs. Giving a name its first value resets nothing. */
  #findResets(): ReadonlySet<string> {
    const resets = new Set<string>();
    const search = (node: ts.Node, owner: ts.Node): void => {
      const inner = this.#ts.isFunctionLike(node) ? node : owner;
      if (this.#isAssignment(node) && this.#isFalsy(node.right) && !this.#isFirstValue(node.left, inner)) {
        const name = this.#lastingName(node.left, inner);
        if (name !== undefined) resets.add(name);
      }
      this.#ts.forEachChild(node, (child) => {
        search(child, inner);
      });
    };
    search(this.#file, this.#file);
    return resets;
  }

  /** At the module's top level, or on `this` in a constructor, which a plain function with a `this` is too. */
  #isFirstValue(target: ts.Expression, owner: ts.Node): boolean {
    if (this.#ts.isSourceFile(owner)) return true;
    const isConstructor = this.#ts.isConstructorDeclaration(owner) || this.#ts.isFunctionDeclaration(owner);
    return (
      isConstructor &&
      this.#ts.isPropertyAccessExpression(target) &&
      target.expression.kind === this.#ts.SyntaxKind.ThisKeyword
    );
  }

  #isFalsy(value: ts.Expression): boolean {
    const last = unwrap(this.#ts, value);
    if (this.#isAssignment(last)) return this.#isFalsy(last.right);
    return ["false", "null", "undefined", "0", '""', "''", "``", "void 0"].includes(last.getText(this.#file));
  }

  // ── Assignments ───────────────────────────────────────────────────────────────────────────

  #isAssignment(node: ts.Node): node is ts.BinaryExpression {
    return this.#ts.isBinaryExpression(node) && node.operatorToken.kind === this.#ts.SyntaxKind.EqualsToken;
  }

  #isAssignmentTo(name: string, node: ts.Node): boolean {
    return this.#isAssignment(node) && node.left.getText(this.#file) === name;
  }

  #assigns(node: ts.Node, name: string): boolean {
    const search = (child: ts.Node): boolean => {
      if (this.#ts.isFunctionLike(child)) return false;
      return this.#isAssignmentTo(name, child) || (this.#ts.forEachChild(child, search) ?? false);
    };
    return search(node);
  }

  /** `prime();` or `return prime();`, where all functions of that name in the file assign the name. */
  #callsWhatAssigns(statement: ts.Statement, name: string): boolean {
    if (!this.#ts.isReturnStatement(statement) && !this.#ts.isExpressionStatement(statement)) return false;
    const call = statement.expression && unwrap(this.#ts, statement.expression);
    if (!call || !this.#ts.isCallExpression(call)) return false;
    this.#functions ??= this.#findFunctions();
    const called = this.#functions.get(call.expression.getText(this.#file)) ?? [];
    return called.length > 0 && called.every((declaration) => this.#assignsOutside(declaration, name));
  }

  #assignsOutside(declaration: ts.FunctionLikeDeclaration, name: string): boolean {
    const [root = name] = name.split(".");
    return declaration.body !== undefined && !this.#isLocal(root, declaration) && this.#assigns(declaration.body, name);
  }

  /** The file's functions by what a call of them looks like: `prime`, `this.prime`. */
  #findFunctions(): ReadonlyMap<string, readonly ts.FunctionLikeDeclaration[]> {
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

function isFunctionExpression(ts: TypeScript, node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** Names declared by a function itself: parameters and variables, nested functions' own excluded. */
function localNames(ts: TypeScript, node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const declare = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) declare(element.name);
  };
  const search = (child: ts.Node): void => {
    if (ts.isVariableDeclaration(child) || ts.isParameter(child)) declare(child.name);
    if (ts.isFunctionLike(child)) return;
    ts.forEachChild(child, search);
  };
  if (!ts.isSourceFile(node)) ts.forEachChild(node, search);
  return names;
}
