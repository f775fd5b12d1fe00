/** The tests of the branches around a node: what must hold for it to run. */
import type ts from "typescript";
import type { Test } from "../../handler-reader.js";
import type { ChainReader } from "./chains.js";

/** Those of the branches around the node, and around the expressions of functions that it is in, up to `within`. */
export function testsAround(chains: ChainReader, node: ts.Node, within: ts.Node): readonly (readonly Test[])[] {
  const { ts } = chains;
  const tests: (readonly Test[])[] = [];
  for (let inner = node, outer = node.parent; inner !== within; inner = outer, outer = outer.parent) {
    const isDeclared = ts.isFunctionLike(inner) && !ts.isArrowFunction(inner) && !ts.isFunctionExpression(inner);
    if (isDeclared || ts.isSourceFile(outer)) break;
    if (ts.isIfStatement(outer) && outer.thenStatement === inner) tests.push(...allOf(chains, outer.expression));
    else if (ts.isConditionalExpression(outer) && outer.whenTrue === inner)
      tests.push(...allOf(chains, outer.condition));
    else if (ts.isCaseClause(outer) && outer.expression !== inner) tests.push([caseTest(chains, outer)]);
  }
  return tests;
}

function allOf(chains: ChainReader, condition: ts.Expression): (readonly Test[])[] {
  const { ts } = chains;
  const node = chains.bare(condition);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return [...allOf(chains, node.left), ...allOf(chains, node.right)];
  return [anyOf(chains, node)];
}

function anyOf(chains: ChainReader, condition: ts.Expression): readonly Test[] {
  const { ts } = chains;
  const node = chains.bare(condition);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken)
    return [...anyOf(chains, node.left), ...anyOf(chains, node.right)];
  return [testOf(chains, node)];
}

function testOf(chains: ChainReader, node: ts.Expression): Test {
  const { ts } = chains;
  if (!ts.isBinaryExpression(node)) {
    if (ts.isPrefixUnaryExpression(node)) return { is: "other" };
    const given = ts.isCallExpression(node) ? node.arguments[0] : undefined;
    const chain = chains.chain(given ?? node);
    return { is: "other", chain, call: given ? chains.chain(node) : chain };
  }
  const { kind } = node.operatorToken;
  const chain = chains.chain(node.left);
  if (kind === ts.SyntaxKind.InstanceOfKeyword) return { is: "instance", chain, class: chains.written(node.right) };
  const isEqual = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken;
  return isEqual ? { is: "equal", chain, values: [chains.written(node.right)] } : { is: "other", chain };
}

/** Of the clause, and of those before it that fall through. */
function caseTest(chains: ChainReader, clause: ts.CaseClause): Test {
  const { ts } = chains;
  const { clauses, parent } = clause.parent;
  const values = [clause.expression];
  for (let index = clauses.indexOf(clause) - 1; index >= 0; index--) {
    const before = clauses[index];
    if (!before || before.statements.length > 0 || !ts.isCaseClause(before)) break;
    values.push(before.expression);
  }
  return { is: "equal", chain: chains.chain(parent.expression), values: values.map((each) => chains.written(each)) };
}
