/** Numbers that are written out: `600_000`, `2 ** 17`, `1 << 14`, and the constants that hold them. */
import type ts from "typescript";
import type { ConstantFact } from "../facts/facts.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";

/** Objects with more members hold data. */
const MAX_MEMBERS = 20;

/** The number that an expression of literals gives; undefined where anything else is in it. */
export function numberOf(typescript: TypeScript, expression: ts.Expression): number | undefined {
  const node = unwrap(typescript, expression);
  if (typescript.isNumericLiteral(node)) return Number(node.text);
  if (typescript.isPrefixUnaryExpression(node)) {
    const operand = numberOf(typescript, node.operand);
    const isMinus = node.operator === typescript.SyntaxKind.MinusToken;
    return operand === undefined || !isMinus ? undefined : -operand;
  }
  if (!typescript.isBinaryExpression(node)) return undefined;
  const left = numberOf(typescript, node.left);
  const right = left === undefined ? undefined : numberOf(typescript, node.right);
  if (left === undefined || right === undefined) return undefined;
  return resultOf(typescript, node.operatorToken.kind, left, right);
}

/** The numbers that a `const` declares: its own, or those of the object that is written there. */
export function numbersOf(
  typescript: TypeScript,
  file: ts.SourceFile,
  declaration: ts.VariableDeclaration,
): readonly Omit<ConstantFact, "function">[] {
  const { name, initializer, parent } = declaration;
  const isConstant = typescript.isVariableDeclarationList(parent) && (parent.flags & typescript.NodeFlags.Const) !== 0;
  if (!isConstant || !initializer || !typescript.isIdentifier(name)) return [];
  const value = unwrap(typescript, initializer);
  const own = numberOf(typescript, value);
  if (own !== undefined) return [{ name: name.text, offset: name.getStart(file), value: own }];
  if (!typescript.isObjectLiteralExpression(value) || value.properties.length > MAX_MEMBERS) return [];
  return value.properties.flatMap((property) => {
    if (!typescript.isPropertyAssignment(property) || !typescript.isIdentifier(property.name)) return [];
    const member = numberOf(typescript, property.initializer);
    const path = `${name.text}.${property.name.text}`;
    return member === undefined ? [] : [{ name: path, offset: property.name.getStart(file), value: member }];
  });
}

function resultOf(ts: TypeScript, operator: ts.SyntaxKind, left: number, right: number): number | undefined {
  switch (operator) {
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return left ** right;
    case ts.SyntaxKind.LessThanLessThanToken:
      return left << right;
    case ts.SyntaxKind.PlusToken:
      return left + right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    case ts.SyntaxKind.SlashToken:
      return left / right;
    default:
      return undefined;
  }
}
