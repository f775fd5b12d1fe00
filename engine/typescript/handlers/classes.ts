/** Reads what the instances of a class hold, as far as it is written in the class. */
import type ts from "typescript";
import type { ReadClass, Written } from "../../handler-reader.js";
import { decoratorsOf } from "./annotations.js";
import type { ChainReader } from "./chains.js";

export function readClass(chains: ChainReader, node: ts.ClassLikeDeclaration): ReadClass {
  const { ts } = chains;
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
  const constructor = node.members.find(
    (member) => ts.isConstructorDeclaration(member) && member.body !== undefined,
  ) as ts.ConstructorDeclaration | undefined;
  const fields = node.members.flatMap((member) =>
    ts.isPropertyDeclaration(member) && member.initializer ? propertyOf(chains, member.name, member.initializer) : [],
  );
  return {
    ...(node.name && { name: node.name.text }),
    ...(base && { base: chains.written(base) }),
    decorators: decoratorsOf(chains, node),
    ...(constructor && { constructedBy: constructor.getStart() }),
    parameters: (constructor?.parameters ?? []).map(({ initializer }) =>
      initializer ? { default: chains.written(initializer) } : {},
    ),
    superArguments: superArguments(chains, constructor),
    properties: [...fields, ...propertiesSet(chains, constructor)],
  };
}

function propertyOf(chains: ChainReader, name: ts.PropertyName, value: ts.Expression) {
  const text = chains.nameOf(name);
  return text === undefined ? [] : [{ name: text, value: chains.written(value) }];
}

function superArguments(chains: ChainReader, constructor: ts.ConstructorDeclaration | undefined): readonly Written[] {
  const { ts } = chains;
  for (const statement of constructor?.body?.statements ?? []) {
    const call = ts.isExpressionStatement(statement) ? statement.expression : undefined;
    if (call && ts.isCallExpression(call) && call.expression.kind === ts.SyntaxKind.SuperKeyword)
      return call.arguments.map((each) => chains.written(each));
  }
  return [];
}

/** `constructor(readonly status: number)`, and `this.status = status` among its statements. */
function propertiesSet(chains: ChainReader, constructor: ts.ConstructorDeclaration | undefined) {
  const { ts } = chains;
  const parameters = (constructor?.parameters ?? []).flatMap((parameter) =>
    ts.isParameterPropertyDeclaration(parameter, parameter.parent) && ts.isIdentifier(parameter.name)
      ? [{ name: parameter.name.text, value: chains.written(parameter.name) }]
      : [],
  );
  const assigned = (constructor?.body?.statements ?? []).flatMap((statement) => {
    const set = ts.isExpressionStatement(statement) ? statement.expression : undefined;
    if (!set || !ts.isBinaryExpression(set) || set.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
    const isOwn = ts.isPropertyAccessExpression(set.left) && set.left.expression.kind === ts.SyntaxKind.ThisKeyword;
    return isOwn ? [{ name: set.left.name.text, value: chains.written(set.right) }] : [];
  });
  return [...parameters, ...assigned];
}
