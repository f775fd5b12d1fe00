/** Types of expressions as declared: cheaper than what the checker infers, and enough to name members. */
import type ts from "typescript";
import { isUnknown, type TypeScript } from "./declaration.js";
import { MAX_DEPTH } from "./limits.js";
import type { Resolver } from "./resolver.js";
import { TRANSPARENT_TYPES } from "./types.js";

export class ExpressionTypes {
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /**
   * The type of an expression as declared. Narrowing by control flow is left out: it hardly ever
   * changes what a member is called, and on large unions it takes most of a type check's time.
   */
  typeOf(node: ts.Expression, depth = 0): ts.Type {
    const { ts } = this.#resolver;
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node)) {
      return this.typeOf(node.expression, depth);
    }
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node))
      return this.#resolver.checker.getTypeFromTypeNode(node.type);
    if (ts.isAwaitExpression(node)) {
      const promised = this.typeOf(node.expression, depth);
      return this.#resolver.checker.getAwaitedType(promised) ?? promised;
    }
    if (ts.isIdentifier(node)) {
      const symbol = this.#resolver.checker.getSymbolAtLocation(node);
      const target =
        symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#resolver.checker.getAliasedSymbol(symbol) : symbol;
      if (!target || isUnknown(target)) return this.#resolver.checker.getTypeAtLocation(node);
      return this.typeHeld(target, depth + 1) ?? this.#resolver.checker.getTypeOfSymbol(target);
    }
    if (ts.isPropertyAccessExpression(node)) {
      const [property] = this.#resolver.members.memberSymbols(node.expression, node.name, node.name.text);
      return property ? this.#resolver.checker.getTypeOfSymbol(property) : this.#resolver.checker.getAnyType();
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const declared = this.declaredReturnType(node, depth);
      if (declared) return declared;
    }
    return this.#resolver.checker.getTypeAtLocation(node);
  }

  /** Without annotation: a variable's type by its initialiser, a callback parameter's by what takes the callback. */
  typeHeld(symbol: ts.Symbol, depth: number): ts.Type | undefined {
    const { ts } = this.#resolver;
    const declaration = symbol.valueDeclaration;
    if (!declaration || depth > MAX_DEPTH) return undefined;
    if (ts.isVariableDeclaration(declaration)) {
      const { type, initializer } = declaration;
      const isRead =
        !type &&
        initializer &&
        ts.isIdentifier(declaration.name) &&
        (ts.isCallExpression(initializer) || ts.isNewExpression(initializer) || ts.isAwaitExpression(initializer));
      return isRead ? this.typeOf(initializer, depth) : undefined;
    }
    return ts.isParameter(declaration) && !declaration.type
      ? this.callbackParameterType(declaration, depth)
      : undefined;
  }

  /** The type that all signatures of the function taking the callback give its parameter. */
  callbackParameterType(parameter: ts.ParameterDeclaration, depth: number): ts.Type | undefined {
    const { ts } = this.#resolver;
    const callback = parameter.parent;
    if ((!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) || !ts.isCallExpression(callback.parent))
      return undefined;
    const call = callback.parent;
    const position = call.arguments.indexOf(callback);
    const index = callback.parameters.indexOf(parameter);
    const passed = this.typeOf(call.expression, depth)
      .getCallSignatures()
      .flatMap((signature) => {
        const open = signature.getTypeParameters() ?? [];
        const taken = signature.getParameters()[position];
        const callbackType = taken && this.#resolver.checker.getTypeOfSymbol(taken);
        const [expected] = callbackType && !this.isOpen(callbackType, open) ? callbackType.getCallSignatures() : [];
        const received = expected?.getParameters()[index];
        if (!received || isRest(ts, received)) return [];
        const type = this.#resolver.checker.getTypeOfSymbol(received);
        return this.isOpen(type, open) ? [] : [type];
      });
    const [first, ...others] = passed;
    return others.every((type) => type === first) ? first : undefined;
  }

  /** Whether it takes inference to tell what the type is: it follows from the signature's own type parameters. */
  private isOpen(type: ts.Type, parameters: readonly ts.TypeParameter[]): boolean {
    if (parameters.length === 0) return false;
    if (type.isUnionOrIntersection()) return type.types.some((part) => this.isOpen(part, parameters));
    const { Conditional, IndexedAccess, Index } = this.#resolver.ts.TypeFlags;
    return (
      parameters.some((parameter) => parameter === type) || (type.flags & (Conditional | IndexedAccess | Index)) !== 0
    );
  }

  /**
   * The return type that all of a callee's signatures agree on, type parameters left open: a query
   * builder is a query builder whatever its rows are, and inferring them is what costs.
   */
  private declaredReturnType(call: ts.CallExpression | ts.NewExpression, depth: number): ts.Type | undefined {
    const callee = this.typeOf(call.expression, depth);
    const signatures = this.#resolver.ts.isNewExpression(call)
      ? callee.getConstructSignatures()
      : callee.getCallSignatures();
    const [first, ...others] = signatures.map((signature) => signature.getReturnType());
    if (!first) return undefined;
    const { StringLike, NumberLike, BooleanLike, Void } = this.#resolver.ts.TypeFlags;
    if (others.length === 0 && (first.flags & (StringLike | NumberLike | BooleanLike | Void)) !== 0) return first;
    const symbol = first.getSymbol();
    const isNamed =
      symbol !== undefined &&
      (symbol.flags & (this.#resolver.ts.SymbolFlags.Class | this.#resolver.ts.SymbolFlags.Interface)) !== 0;
    return isNamed &&
      !TRANSPARENT_TYPES.has(symbol.name) &&
      symbol.name !== "Array" &&
      others.every((type) => type.getSymbol() === symbol)
      ? first
      : undefined;
  }
}

function isRest(ts: TypeScript, parameter: ts.Symbol): boolean {
  const declaration = parameter.valueDeclaration;
  return declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
}
