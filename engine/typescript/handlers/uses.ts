/** Lists what a function does with names, and what it returns. */
import type ts from "typescript";
import type { Span } from "../../facts/facts.js";
import type { Chain, Returned, Use } from "../../handler-reader.js";
import type { ChainReader } from "./chains.js";
import { testsAround } from "./tests.js";

/** The longest chains in a node, those of their arguments included, in order of the source. */
export function usesIn(chains: ChainReader, within: ts.Node): Use[] {
  const { ts } = chains;
  const uses: Use[] = [];
  visit(within);
  return uses;

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isBindingElement(node) || ts.isParameter(node)) addBinding(node);
    if (isChainEnd(chains, node)) {
      add(node, chains.chain(node));
      visitInside(node);
    } else {
      ts.forEachChild(node, visit);
    }
  }

  /** The arguments along a chain, and what it begins with if that is no name. */
  function visitInside(node: ts.Expression): void {
    let inner = chains.bare(node);
    while (!ts.isIdentifier(inner)) {
      if (ts.isCallExpression(inner) || ts.isNewExpression(inner)) {
        for (const argument of inner.arguments ?? []) visit(argument);
        inner = chains.bare(inner.expression);
      } else if (ts.isPropertyAccessExpression(inner)) {
        inner = chains.bare(inner.expression);
      } else if (ts.isElementAccessExpression(inner)) {
        visit(inner.argumentExpression);
        inner = chains.bare(inner.expression);
      } else {
        ts.forEachChild(inner, visit);
        return;
      }
    }
  }

  function add(node: ts.Expression, chain: Chain): void {
    const outer = outermost(chains, node);
    const { parent } = outer;
    const typed = typedBy(chains, node, outer);
    const compared = comparedWith(chains, outer);
    const when = testsAround(chains, node, within);
    const { caught, tried } = clausesAround(chains, node, within);
    const isAssigned =
      ts.isBinaryExpression(parent) && parent.left === outer && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    const isDefaulted =
      ts.isBinaryExpression(parent) &&
      parent.left === outer &&
      (parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ||
        parent.operatorToken.kind === ts.SyntaxKind.BarBarToken);
    uses.push({
      chain,
      span: chains.spanOf(node),
      ...around(chains, node, within),
      ...(isAssigned && { assigned: chains.written(parent.right) }),
      ...(isDefaulted && { default: chains.written(parent.right) }),
      ...(compared.length > 0 && { compared: compared.map((each) => chains.written(each)) }),
      ...(typed && { typed: chains.spanOf(typed) }),
      ...(isThrown(chains, outer) && { isThrown: true }),
      ...(caught && { caught }),
      ...(tried.length > 0 && { tried }),
      ...(when.length > 0 && { when }),
    });
  }

  /** `const { page = 1 } = req.query` uses `req.query.page`. */
  function addBinding(node: ts.BindingElement | ts.ParameterDeclaration): void {
    if (!ts.isIdentifier(node.name) || ts.isParameter(node)) return;
    const symbol = chains.checker.getSymbolAtLocation(node.name);
    if (!symbol) return;
    const chain = chains.chain(node.name);
    if (chain.root.is === "name" && chain.root.name === node.name.text && chain.steps.length === 0) return;
    uses.push({
      chain,
      span: chains.spanOf(node.name),
      ...around(chains, node, within),
      ...(node.initializer && { default: chains.written(node.initializer) }),
      ...(isDeclared(chains, node) && { typed: chains.spanOf(node.name) }),
    });
  }
}

/** What the functions in the node return: the function itself, and those inside it. */
export function returnedIn(chains: ChainReader, within: ts.SignatureDeclaration): Returned[] {
  const { ts } = chains;
  const returned: Returned[] = [];
  visit(within);
  return returned;

  function visit(node: ts.Node): void {
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) add(node.body, node);
    if (ts.isReturnStatement(node) && node.expression) {
      const owner = ts.findAncestor(node, (each) => ts.isFunctionLike(each));
      if (owner) add(node.expression, owner);
    }
    ts.forEachChild(node, visit);
  }

  function add(expression: ts.Expression, owner: ts.Node): void {
    for (const branch of branches(chains, expression))
      returned.push({ value: chains.written(branch), function: chains.spanOf(owner) });
  }
}

function branches(chains: ChainReader, expression: ts.Expression): ts.Expression[] {
  const { ts } = chains;
  const node =
    ts.isParenthesizedExpression(expression) || ts.isAwaitExpression(expression) ? expression.expression : expression;
  if (node !== expression) return branches(chains, node);
  if (ts.isConditionalExpression(node))
    return [...branches(chains, node.whenTrue), ...branches(chains, node.whenFalse)];
  return [node];
}

/** The node is a chain, and no part of a longer one. */
function isChainEnd(chains: ChainReader, node: ts.Node): node is ts.Expression {
  const { ts } = chains;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return true;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return true;
  return ts.isIdentifier(node) && ts.isExpression(node) && isRead(chains, node);
}

/** The name stands for a value, and declares none. */
function isRead({ ts }: ChainReader, node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent))
    return parent.initializer === node;
  // The names of what is declared, of labels and of types.
  return ts.isExpressionStatement(parent) || ts.isArrowFunction(parent)
    ? true
    : ts.getNameOfDeclaration(parent as ts.Declaration) !== node && !ts.isTypeNode(parent);
}

/** The expression with the parentheses, casts and `await` around it. */
function outermost({ ts }: ChainReader, node: ts.Expression): ts.Expression {
  let outer = node;
  while (
    (ts.isParenthesizedExpression(outer.parent) ||
      ts.isAsExpression(outer.parent) ||
      ts.isTypeAssertionExpression(outer.parent) ||
      ts.isNonNullExpression(outer.parent) ||
      ts.isSatisfiesExpression(outer.parent) ||
      ts.isAwaitExpression(outer.parent)) &&
    outer.parent.expression === outer
  )
    outer = outer.parent;
  return outer;
}

/** The variable or the names of a declared type that it initialises, or the cast around it. */
function typedBy({ ts }: ChainReader, node: ts.Expression, outer: ts.Expression): ts.Node | undefined {
  const { parent } = outer;
  if (ts.isVariableDeclaration(parent) && parent.type && parent.initializer === outer) return parent.name;
  for (let cast: ts.Node = outer; cast !== node; cast = (cast as ts.AsExpression).expression)
    if (ts.isAsExpression(cast) || ts.isTypeAssertionExpression(cast)) return cast;
  return undefined;
}

/** The names that a value is taken apart into have a declared type: `const { body }: CreateRequest = req`. */
function isDeclared({ ts }: ChainReader, node: ts.BindingElement): boolean {
  const declaration = ts.walkUpBindingElementsAndPatterns(node);
  return ts.isVariableDeclaration(declaration) && declaration.type !== undefined;
}

function comparedWith({ ts }: ChainReader, outer: ts.Expression): ts.Expression[] {
  const { parent } = outer;
  if (ts.isSwitchStatement(parent) && parent.expression === outer)
    return parent.caseBlock.clauses.flatMap((clause) => (ts.isCaseClause(clause) ? [clause.expression] : []));
  if (!ts.isBinaryExpression(parent)) return [];
  const { kind } = parent.operatorToken;
  const isComparison =
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === ts.SyntaxKind.EqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsToken;
  return isComparison ? [parent.left === outer ? parent.right : parent.left] : [];
}

function isThrown({ ts }: ChainReader, outer: ts.Expression): boolean {
  return ts.isThrowStatement(outer.parent);
}

/** The `catch` clause that the node is in, and those that take what it throws. */
function clausesAround(
  chains: ChainReader,
  node: ts.Node,
  within: ts.Node,
): { readonly caught: Span | undefined; readonly tried: readonly Span[] } {
  const { ts } = chains;
  let caught: Span | undefined;
  const tried: Span[] = [];
  let isOwn = true;
  for (let inner = node; inner !== within && !ts.isSourceFile(inner); inner = inner.parent) {
    const { parent } = inner;
    if (ts.isFunctionLike(inner)) isOwn = false;
    if (ts.isCatchClause(parent)) caught ??= chains.spanOf(parent);
    else if (isOwn && ts.isTryStatement(parent) && parent.tryBlock === inner && parent.catchClause)
      tried.push(chains.spanOf(parent.catchClause));
  }
  return { caught, tried };
}

function around({ ts, file }: ChainReader, node: ts.Node, within: ts.Node): { block: Span; function: Span } {
  const isBlock = (each: ts.Node): boolean =>
    each === within || ts.isBlock(each) || ts.isCaseOrDefaultClause(each) || ts.isFunctionLike(each);
  const block = ts.findAncestor(node.parent, isBlock) ?? within;
  const owner = ts.findAncestor(node.parent, (each) => each === within || ts.isFunctionLike(each)) ?? within;
  const spanOf = (each: ts.Node): Span => ({ start: each.getStart(file), end: each.end });
  return { block: spanOf(block), function: spanOf(owner) };
}
