/** Calls that are made with the same each time: constants, and what the module holds. */
import type ts from "typescript";
import type { FunctionId } from "../facts/facts.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";
import type { Scopes } from "./scopes.js";

/** Deeper expressions are not looked through. */
const MAX_DEPTH = 24;

export class FixedCalls {
  readonly #ts: TypeScript;
  readonly #scopes: Scopes;
  readonly #functionOf: ReadonlyMap<ts.Node, FunctionId>;

  constructor(typescript: TypeScript, scopes: Scopes, functionOf: ReadonlyMap<ts.Node, FunctionId>) {
    this.#ts = typescript;
    this.#scopes = scopes;
    this.#functionOf = functionOf;
  }

  /** @param id the function around the call */
  isFixed(call: ts.CallExpression | ts.NewExpression, id: FunctionId): boolean {
    const builder = rootName(this.#ts, call);
    const maker = this.makerOf(builder, id);
    if (!maker) return this.isFixedCall(call, id, builder, MAX_DEPTH);
    return (
      this.isFixedCall(maker, id, rootName(this.#ts, maker), MAX_DEPTH) &&
      (call.arguments ?? []).every((argument) => this.isFixedPart(argument, id, builder, MAX_DEPTH))
    );
  }

  /** `new Ajv()` of `const ajv = new Ajv()` in a function, for what is then called on it. */
  private makerOf(name: string | undefined, id: FunctionId): ts.NewExpression | undefined {
    const declared = name === undefined ? undefined : this.#scopes.find(name, id);
    if (!declared || declared.function === 0 || !isConstant(this.#ts, declared.node)) return undefined;
    const value = this.#ts.isVariableDeclaration(declared.node) ? declared.node.initializer : undefined;
    return value && this.#ts.isNewExpression(value) ? value : undefined;
  }

  /** What is built from parts is fixed with them; what another function gives, nobody knows: `z.object({ a: z.string() })`. */
  private isFixedCall(
    call: ts.CallExpression | ts.NewExpression,
    id: FunctionId,
    builder: string | undefined,
    depth: number,
  ): boolean {
    return (
      builder !== undefined &&
      rootName(this.#ts, call) === builder &&
      this.isFixedPart(call.expression, id, builder, depth - 1) &&
      (call.arguments ?? []).every((argument) => this.isFixedPart(argument, id, builder, depth - 1))
    );
  }

  private isFixedPart(expression: ts.Node, id: FunctionId, builder: string | undefined, depth: number): boolean {
    const { SyntaxKind } = this.#ts;
    const node = this.#ts.isExpression(expression) ? unwrap(this.#ts, expression) : expression;
    if (depth <= 0) return false;
    const isFixed = (part: ts.Node): boolean => this.isFixedPart(part, id, builder, depth - 1);
    switch (node.kind) {
      case SyntaxKind.StringLiteral:
      case SyntaxKind.NoSubstitutionTemplateLiteral:
      case SyntaxKind.NumericLiteral:
      case SyntaxKind.BigIntLiteral:
      case SyntaxKind.RegularExpressionLiteral:
      case SyntaxKind.TrueKeyword:
      case SyntaxKind.FalseKeyword:
      case SyntaxKind.NullKeyword:
        return true;
      case SyntaxKind.Identifier:
        return this.isFixedName((node as ts.Identifier).text, id, builder, depth - 1);
      case SyntaxKind.PropertyAccessExpression:
        return isFixed((node as ts.PropertyAccessExpression).expression);
      case SyntaxKind.ElementAccessExpression: {
        const { expression: object, argumentExpression: key } = node as ts.ElementAccessExpression;
        return isFixed(object) && isFixed(key);
      }
      case SyntaxKind.PrefixUnaryExpression:
        return isFixed((node as ts.PrefixUnaryExpression).operand);
      case SyntaxKind.SpreadElement:
      case SyntaxKind.SpreadAssignment:
        return isFixed((node as ts.SpreadElement).expression);
      case SyntaxKind.ArrayLiteralExpression:
        return (node as ts.ArrayLiteralExpression).elements.every(isFixed);
      case SyntaxKind.ObjectLiteralExpression:
        return (node as ts.ObjectLiteralExpression).properties.every(isFixed);
      case SyntaxKind.PropertyAssignment: {
        const { name, initializer } = node as ts.PropertyAssignment;
        return !this.#ts.isComputedPropertyName(name) && isFixed(initializer);
      }
      case SyntaxKind.ShorthandPropertyAssignment:
        return isFixed((node as ts.ShorthandPropertyAssignment).name);
      case SyntaxKind.TemplateExpression:
        return (node as ts.TemplateExpression).templateSpans.every((span) => isFixed(span.expression));
      case SyntaxKind.BinaryExpression: {
        const { left, operatorToken, right } = node as ts.BinaryExpression;
        const isAssignment =
          operatorToken.kind >= SyntaxKind.FirstAssignment && operatorToken.kind <= SyntaxKind.LastAssignment;
        return !isAssignment && isFixed(left) && isFixed(right);
      }
      case SyntaxKind.CallExpression:
      case SyntaxKind.NewExpression:
        return this.isFixedCall(node as ts.CallExpression, id, builder, depth);
      case SyntaxKind.ArrowFunction:
      case SyntaxKind.FunctionExpression:
        return this.isClosed(node, id);
      default:
        return false;
    }
  }

  /** The module's constants, imports and globals; or a constant of the function that is itself fixed. */
  private isFixedName(name: string, id: FunctionId, builder: string | undefined, depth: number): boolean {
    const declared = this.#scopes.find(name, id);
    if (!declared) return true;
    const { node, function: owner } = declared;
    if (this.#ts.isFunctionDeclaration(node) || this.#ts.isClassDeclaration(node)) return owner === 0;
    if (!isConstant(this.#ts, node)) return false;
    if (owner === 0) return true;
    const value = this.#ts.isVariableDeclaration(node) ? node.initializer : undefined;
    return value !== undefined && this.isFixedPart(value, owner, builder, depth - 1);
  }

  /** Whether a function written among the arguments names nothing of the functions around it. */
  private isClosed(inner: ts.Node, outer: FunctionId): boolean {
    const { SyntaxKind } = this.#ts;
    const visit = (node: ts.Node, id: FunctionId): boolean => {
      if (node.kind === SyntaxKind.ThisKeyword) return false;
      const within = this.#functionOf.get(node) ?? id;
      if (this.#ts.isIdentifier(node) && !isMemberName(this.#ts, node)) {
        const declared = this.#scopes.find(node.text, within);
        const isAround = this.#scopes.find(node.text, outer)?.function === declared?.function;
        if (declared && declared.function !== 0 && isAround) return false;
      }
      return this.#ts.forEachChild(node, (child) => !visit(child, within)) !== true;
    };
    return visit(inner, outer);
  }
}

/** A `const`, or what one is taken apart into. */
function isConstant(ts: TypeScript, node: ts.Node): boolean {
  let declaration = node;
  while (!ts.isVariableDeclaration(declaration)) {
    if (!ts.isBindingElement(declaration)) return false;
    declaration = declaration.parent.parent;
  }
  return ts.isVariableDeclarationList(declaration.parent) && (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
}

/** `name` in `x.name` and `{ name: x }`. */
function isMemberName(ts: TypeScript, node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

/** `z` of `z.object().strict()`, `require` of `require("x")`. */
function rootName(ts: TypeScript, call: ts.CallExpression | ts.NewExpression): string | undefined {
  let node: ts.Expression = call;
  for (;;) {
    node = unwrap(ts, node);
    if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isPropertyAccessExpression(node))
      node = node.expression;
    else return ts.isIdentifier(node) ? node.text : undefined;
  }
}
