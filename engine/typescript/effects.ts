/** What statements do to what is around them, as far as their syntax tells. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";

export interface Effects {
  /** They bring something in or let something out: imports, exports, what is written to others' places. */
  readonly isOpen: boolean;
  /** They leave the function, or what follows them is not reached. */
  readonly leaves: boolean;
  /** A call that may say what is true from then on: `assert(user)`, `process.exit()`. */
  readonly mayNarrow: boolean;
  /** Names that they declare. */
  readonly declared: ReadonlySet<string>;
  /** Names that they assign to, wherever these are declared. */
  readonly assigned: ReadonlySet<string>;
}

/** @param file that the statements are in */
export function effectsOf(typescript: TypeScript, statements: readonly ts.Statement[], file: ts.SourceFile): Effects {
  const reader = new EffectsReader(typescript, file);
  for (const statement of statements) reader.read(statement);
  return reader;
}

class EffectsReader implements Effects {
  readonly #ts: TypeScript;
  readonly #isJavaScript: boolean;
  isOpen = false;
  leaves = false;
  mayNarrow = false;
  readonly declared = new Set<string>();
  readonly assigned = new Set<string>();
  /** Functions around the node that is read, inside of the statements. */
  #functions = 0;

  constructor(typescript: TypeScript, file: ts.SourceFile) {
    this.#ts = typescript;
    this.#isJavaScript = (file.flags & typescript.NodeFlags.JavaScriptFile) !== 0;
  }

  read(statement: ts.Statement): void {
    // Comments declare types in JavaScript.
    if (this.#isJavaScript && statement.getFullText().includes("@")) this.isOpen = true;
    this.#visit(statement);
  }

  readonly #visit = (node: ts.Node): void => {
    if (this.isOpen) return;
    if (this.isOpening(node)) {
      this.isOpen = true;
      return;
    }
    if (this.#functions === 0) {
      this.leaves ||= this.isLeaving(node);
      this.mayNarrow ||= this.#ts.isExpressionStatement(node) && this.isNarrowing(node.expression);
    }
    this.readDeclaration(node);
    this.readAssignment(node);
    const isFunction = this.#ts.isFunctionLike(node) || this.#ts.isClassStaticBlockDeclaration(node);
    if (isFunction) this.#functions++;
    this.#ts.forEachChild(node, this.#visit);
    if (isFunction) this.#functions--;
  };

  private isOpening(node: ts.Node): boolean {
    const { SyntaxKind } = this.#ts;
    switch (node.kind) {
      case SyntaxKind.ImportDeclaration:
      case SyntaxKind.ImportEqualsDeclaration:
      case SyntaxKind.ImportType:
      case SyntaxKind.ImportKeyword:
      case SyntaxKind.ExportDeclaration:
      case SyntaxKind.ExportAssignment:
      case SyntaxKind.ExportKeyword:
      case SyntaxKind.DeclareKeyword:
      case SyntaxKind.NamespaceExportDeclaration:
      case SyntaxKind.ModuleDeclaration:
      case SyntaxKind.LabeledStatement:
      case SyntaxKind.WithStatement:
      case SyntaxKind.Decorator:
        return true;
      case SyntaxKind.Identifier:
        return OPEN_NAMES.has((node as ts.Identifier).text);
      default:
        return false;
    }
  }

  private isLeaving(node: ts.Node): boolean {
    const { SyntaxKind } = this.#ts;
    switch (node.kind) {
      case SyntaxKind.ReturnStatement:
      case SyntaxKind.ThrowStatement:
      case SyntaxKind.YieldExpression:
      case SyntaxKind.BreakStatement:
      case SyntaxKind.ContinueStatement:
      case SyntaxKind.WhileStatement:
      case SyntaxKind.DoStatement:
        return true;
      case SyntaxKind.ForStatement:
        return (node as ts.ForStatement).condition === undefined;
      default:
        return false;
    }
  }

  private isNarrowing(expression: ts.Expression): boolean {
    const inner = unparenthesized(this.#ts, expression);
    return (
      this.#ts.isCallExpression(inner) ||
      (this.#ts.isBinaryExpression(inner) && (this.isNarrowing(inner.left) || this.isNarrowing(inner.right)))
    );
  }

  private readDeclaration(node: ts.Node): void {
    const { name } = node as { readonly name?: ts.Node };
    const isDeclaration =
      this.#ts.isVariableDeclaration(node) ||
      this.#ts.isBindingElement(node) ||
      this.#ts.isFunctionDeclaration(node) ||
      this.#ts.isClassDeclaration(node) ||
      this.#ts.isInterfaceDeclaration(node) ||
      this.#ts.isTypeAliasDeclaration(node) ||
      this.#ts.isEnumDeclaration(node);
    // What is declared in a function that is inside is not seen outside of it.
    if (isDeclaration && this.#functions === 0 && name && this.#ts.isIdentifier(name) && name.text !== "")
      this.declared.add(name.text);
  }

  private readAssignment(node: ts.Node): void {
    const target = this.targetOf(node);
    if (!target) return;
    let root = unparenthesized(this.#ts, target);
    while (
      this.#ts.isPropertyAccessExpression(root) ||
      this.#ts.isElementAccessExpression(root) ||
      this.#ts.isNonNullExpression(root)
    )
      root = unparenthesized(this.#ts, root.expression);
    if (this.#ts.isIdentifier(root)) this.assigned.add(root.text);
    else this.isOpen = true;
  }

  private targetOf(node: ts.Node): ts.Expression | undefined {
    const { SyntaxKind } = this.#ts;
    if (this.#ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      return kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment ? node.left : undefined;
    }
    if (this.#ts.isPrefixUnaryExpression(node) || this.#ts.isPostfixUnaryExpression(node)) {
      const isStep = node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken;
      return isStep ? node.operand : undefined;
    }
    if (this.#ts.isForInStatement(node) || this.#ts.isForOfStatement(node)) {
      return this.#ts.isVariableDeclarationList(node.initializer) ? undefined : node.initializer;
    }
    return undefined;
  }
}

/** Through these, CommonJS imports and exports, and a function has parameters that it does not name. */
const OPEN_NAMES = new Set(["require", "exports", "module", "arguments"]);

function unparenthesized(typescript: TypeScript, expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (typescript.isParenthesizedExpression(inner)) inner = inner.expression;
  return inner;
}
