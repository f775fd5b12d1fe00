/** Reads expressions as chains: a name, and the members and calls that follow it. */
import type ts from "typescript";
import type { Span } from "../../facts/facts.js";
import type { Chain, ChainStep, Root, Written } from "../../handler-reader.js";
import type { TypeScript } from "../declaration.js";

/** Variables that hold variables are followed so far. */
const MAX_DEPTH = 8;

export class ChainReader {
  readonly ts: TypeScript;
  readonly checker: ts.TypeChecker;
  readonly file: ts.SourceFile;

  constructor(typescript: TypeScript, checker: ts.TypeChecker, file: ts.SourceFile) {
    this.ts = typescript;
    this.checker = checker;
    this.file = file;
  }

  written(expression: ts.Expression, depth = 0): Written {
    const { ts } = this;
    const node = this.bare(expression);
    const span = this.spanOf(expression);
    if (ts.isStringLiteralLike(node)) return { is: "literal", value: node.text, span };
    if (node.kind === ts.SyntaxKind.TrueKeyword) return { is: "literal", value: true, span };
    if (node.kind === ts.SyntaxKind.FalseKeyword) return { is: "literal", value: false, span };
    if (node.kind === ts.SyntaxKind.NullKeyword) return { is: "literal", value: null, span };
    if (ts.isRegularExpressionLiteral(node)) return { is: "pattern", source: sourceOf(node.text), span };
    if (ts.isNumericLiteral(node)) return { is: "literal", value: Number(node.text), span };
    if (ts.isFunctionExpression(node) || ts.isArrowFunction(node))
      return { is: "function", function: this.spanOf(node), span };
    if (ts.isArrayLiteralExpression(node))
      return { is: "array", elements: node.elements.map((each) => this.element(each, depth + 1)), span };
    if (ts.isObjectLiteralExpression(node)) return this.object(node, span, depth);
    const branches = this.branches(node);
    if (branches) return { is: "either", values: branches.map((each) => this.written(each, depth + 1)), span };
    if (!this.isChain(node)) return { is: "other", span };
    const constant = this.constant(node);
    if (constant !== undefined) return { is: "literal", value: constant, span };
    const chain = this.chain(node, depth);
    const initial = chain.root.is === "name" && chain.steps.length === 0 ? this.initialiserOf(node) : undefined;
    if (initial && depth < MAX_DEPTH) {
      const value = this.written(initial, depth + 1);
      // What the variable holds says more than its name, unless that is a type's business.
      const isMade = value.is === "chain" && value.chain.steps.some((step) => step.do === "call");
      const isWrittenOut = ["object", "function", "literal", "pattern"].includes(value.is);
      if (isMade || isWrittenOut || value.is === "either") return { ...value, span };
    }
    return { is: "chain", chain, span };
  }

  /** What is spread stands among the elements itself. */
  private element(node: ts.Expression, depth: number): Written {
    return this.written(this.ts.isSpreadElement(node) ? node.expression : node, depth);
  }

  private branches(node: ts.Expression): readonly ts.Expression[] | undefined {
    const { ts } = this;
    if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
    if (!ts.isBinaryExpression(node)) return undefined;
    const { kind } = node.operatorToken;
    const isDefault = kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;
    return isDefault ? [node.left, node.right] : undefined;
  }

  private object(node: ts.ObjectLiteralExpression, span: Span, depth: number): Written {
    const { ts } = this;
    let isOpen = false;
    const properties: { name: string; value: Written }[] = [];
    for (const property of node.properties) {
      const name = property.name && this.nameOf(property.name);
      if (name === undefined) isOpen = true;
      else if (ts.isPropertyAssignment(property))
        properties.push({ name, value: this.written(property.initializer, depth + 1) });
      else if (ts.isShorthandPropertyAssignment(property))
        properties.push({ name, value: this.written(property.name, depth + 1) });
      else
        properties.push({
          name,
          value: { is: "function", function: this.spanOf(property), span: this.spanOf(property) },
        });
    }
    return { is: "object", properties, span, ...(isOpen && { isOpen }) };
  }

  /** The chain that an expression is; its root is `other` where it begins with anything but a name. */
  chain(expression: ts.Expression, depth = 0): Chain {
    const { ts } = this;
    const steps: ChainStep[] = [];
    let node = this.bare(expression);
    for (;;) {
      if (ts.isPropertyAccessExpression(node)) {
        steps.unshift({ do: "member", name: node.name.text, offset: node.name.getStart(this.file) });
        node = this.bare(node.expression);
      } else if (ts.isElementAccessExpression(node)) {
        const key = this.bare(node.argumentExpression);
        const name = ts.isStringLiteralLike(key) || ts.isNumericLiteral(key) ? key.text : "[]";
        steps.unshift({ do: "member", name, offset: node.argumentExpression.getStart(this.file) });
        node = this.bare(node.expression);
      } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
        steps.unshift({
          do: "call",
          arguments: (node.arguments ?? []).map((each) => this.written(each, depth + 1)),
          ...(ts.isNewExpression(node) && { isNew: true }),
          typeArguments: (node.typeArguments ?? []).map((each) => this.spanOf(each)),
          span: this.spanOf(node),
        });
        node = this.bare(node.expression);
      } else break;
    }
    return this.rooted(node, steps, depth);
  }

  private rooted(node: ts.Expression, steps: readonly ChainStep[], depth: number): Chain {
    const { ts } = this;
    if (node.kind === ts.SyntaxKind.ThisKeyword)
      return { root: { is: "name", name: "this", offset: node.getStart(this.file) }, steps };
    if (ts.isRegularExpressionLiteral(node)) return { root: { is: "pattern", source: sourceOf(node.text) }, steps };
    if (!ts.isIdentifier(node)) return { root: { is: "other" }, steps };
    const constant = this.initialiserOf(node);
    if (constant && ts.isRegularExpressionLiteral(constant))
      return { root: { is: "pattern", source: sourceOf(constant.text) }, steps };
    const declaration = this.declarationOf(node);
    const held = declaration && depth < MAX_DEPTH ? this.held(declaration, depth + 1) : undefined;
    if (held) return { root: held.root, steps: [...held.steps, ...steps] };
    return { root: { is: "name", name: node.text, offset: node.getStart(this.file) }, steps };
  }

  private declarationOf(node: ts.Identifier): ts.Declaration | undefined {
    const isShorthand = this.ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node;
    const symbol = isShorthand
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.checker.getSymbolAtLocation(node);
    return symbol?.valueDeclaration;
  }

  /** What a variable or parameter holds, as a chain; undefined where only its name is known. */
  private held(declaration: ts.Declaration, depth: number): Chain | undefined {
    const { ts } = this;
    if (ts.isBindingElement(declaration)) {
      const pattern = declaration.parent;
      const key = declaration.propertyName ?? declaration.name;
      const name = ts.isArrayBindingPattern(pattern)
        ? String(pattern.elements.indexOf(declaration))
        : ts.isObjectBindingPattern(pattern) && !declaration.dotDotDotToken
          ? this.nameOf(key)
          : undefined;
      const outer = this.held(pattern.parent, depth);
      if (!outer) return undefined;
      if (name === undefined) return declaration.dotDotDotToken ? outer : undefined;
      return { root: outer.root, steps: [...outer.steps, { do: "member", name, offset: key.getStart() }] };
    }
    if (ts.isVariableDeclaration(declaration) && ts.isCatchClause(declaration.parent))
      return { root: { is: "parameter", function: declaration.parent.getStart(), index: 0 }, steps: [] };
    if (ts.isParameter(declaration)) return { root: this.parameter(declaration), steps: [] };
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer || !this.isConstant(declaration))
      return undefined;
    if (declaration.getSourceFile() !== this.file) return undefined;
    const initial = this.bare(declaration.initializer);
    if (!this.isChain(initial)) return undefined;
    const chain = this.chain(initial, depth);
    // A name of the file stays one: what it stands for is the oracle's to say.
    return chain.root.is === "parameter" || this.isLocal(declaration) ? chain : undefined;
  }

  private parameter(declaration: ts.ParameterDeclaration): Root {
    const owner = declaration.parent;
    return { is: "parameter", function: owner.getStart(), index: owner.parameters.indexOf(declaration) };
  }

  private isLocal(declaration: ts.VariableDeclaration): boolean {
    return this.ts.findAncestor(declaration, (node) => this.ts.isFunctionLike(node)) !== undefined;
  }

  private isConstant(declaration: ts.VariableDeclaration): boolean {
    return (this.ts.getCombinedNodeFlags(declaration) & this.ts.NodeFlags.Const) !== 0;
  }

  /** What a constant of this file is initialised with. */
  initialiserOf(node: ts.Expression): ts.Expression | undefined {
    const { ts } = this;
    if (!ts.isIdentifier(node)) return undefined;
    const declaration = this.declarationOf(node);
    if (!declaration || !ts.isVariableDeclaration(declaration) || !this.isConstant(declaration)) return undefined;
    return declaration.getSourceFile() === this.file ? declaration.initializer : undefined;
  }

  /** The one value of an enumeration's member or a constant, wherever it is declared. */
  private constant(node: ts.Expression): string | number | undefined {
    const { ts } = this;
    const holder = ts.isPropertyAccessExpression(node) ? node.expression : node;
    // Types of anything else are dear, and are no literals.
    if (!ts.isIdentifier(holder) || !this.holdsConstants(holder, holder !== node)) return undefined;
    const type = this.checker.getTypeAtLocation(node);
    return type.isStringLiteral() || type.isNumberLiteral() ? type.value : undefined;
  }

  private holdsConstants(name: ts.Identifier, isObject: boolean): boolean {
    const { ts } = this;
    const found = this.checker.getSymbolAtLocation(name);
    const isAlias = found !== undefined && (found.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? this.checker.getAliasedSymbol(found) : found;
    if (!symbol) return false;
    if ((symbol.flags & ts.SymbolFlags.Enum) !== 0) return isObject;
    const declaration = symbol.valueDeclaration;
    if (!declaration || !ts.isVariableDeclaration(declaration) || !this.isConstant(declaration)) return false;
    const { initializer, type } = declaration;
    if (type) return true;
    const value = initializer && this.bare(initializer);
    if (!value) return false;
    return isObject ? ts.isObjectLiteralExpression(value) : ts.isStringLiteralLike(value) || ts.isNumericLiteral(value);
  }

  /** Without parentheses, casts, assertions and `await`. */
  bare(expression: ts.Expression): ts.Expression {
    const { ts } = this;
    let node = expression;
    while (
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isTypeAssertionExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isSatisfiesExpression(node) ||
      ts.isAwaitExpression(node)
    )
      node = node.expression;
    return node;
  }

  private isChain(node: ts.Expression): boolean {
    const { ts } = this;
    return (
      ts.isIdentifier(node) ||
      node.kind === ts.SyntaxKind.ThisKeyword ||
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isCallExpression(node) ||
      ts.isNewExpression(node)
    );
  }

  nameOf(name: ts.PropertyName | ts.BindingName): string | undefined {
    const { ts } = this;
    if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
    if (ts.isComputedPropertyName(name)) {
      const key = this.bare(name.expression);
      const value = ts.isStringLiteralLike(key) || ts.isNumericLiteral(key) ? key.text : this.constant(key);
      return value === undefined ? undefined : String(value);
    }
    return undefined;
  }

  spanOf(node: ts.Node): Span {
    return { start: node.getStart(this.file), end: node.end };
  }
}

/** Between the slashes. */
function sourceOf(text: string): string {
  return text.slice(1, text.lastIndexOf("/"));
}
