/** Expressions, with what the parameters in them stand for: so helpers that build schemas can be looked into. */
import type ts from "typescript";
import type { TypeScript } from "../../declaration.js";
import { unwrap } from "../../expressions.js";

export interface Written {
  readonly node: ts.Expression;
  readonly scope: Scope;
}

/** What parameters of the functions around an expression were given. */
export type Scope = ReadonlyMap<ts.Symbol, Written>;

export const MODULE_SCOPE: Scope = new Map();

interface ObjectLiteral {
  readonly node: ts.ObjectLiteralExpression;
  readonly scope: Scope;
}

/** A name for something, and what it is defined as. */
export interface Definition {
  readonly written: Written;
  /** What declares it: a variable, a property. */
  readonly declaration: ts.Node;
}

export class Definitions {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;

  constructor(typescript: TypeScript, checker: ts.TypeChecker) {
    this.#ts = typescript;
    this.#checker = checker;
  }

  /** What a name or a member is defined as, one step further; undefined where that cannot be read. */
  of({ node, scope }: Written): Definition | undefined {
    const ts = this.#ts;
    if (ts.isIdentifier(node)) return this.ofSymbol(this.#checker.getSymbolAtLocation(node), scope);
    if (ts.isPropertyAccessExpression(node)) {
      return this.member({ node: node.expression, scope }, node.name.text) ?? this.memberSymbol(node.name, scope);
    }
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      return this.member({ node: node.expression, scope }, node.argumentExpression.text);
    }
    return undefined;
  }

  /** What a symbol is defined as; imports are seen through. */
  ofSymbol(symbol: ts.Symbol | undefined, scope: Scope): Definition | undefined {
    const ts = this.#ts;
    if (!symbol) return undefined;
    const bound = scope.get(symbol);
    const target = symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    const declaration = target.valueDeclaration ?? target.declarations?.[0];
    if (bound) return declaration && { written: bound, declaration };
    return declaration && this.declared(declaration, scope);
  }

  private declared(declaration: ts.Declaration, scope: Scope): Definition | undefined {
    const ts = this.#ts;
    const defined = (node: ts.Expression | undefined): Definition | undefined =>
      node && { written: { node: unwrap(ts, node), scope }, declaration };
    if (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration)) {
      return defined(declaration.initializer);
    }
    if (ts.isPropertyAssignment(declaration)) return defined(declaration.initializer);
    if (ts.isShorthandPropertyAssignment(declaration)) {
      return this.ofSymbol(this.#checker.getShorthandAssignmentValueSymbol(declaration), scope);
    }
    if (ts.isExportAssignment(declaration)) {
      const expression = unwrap(ts, declaration.expression);
      return ts.isIdentifier(expression) ? this.of({ node: expression, scope }) : defined(expression);
    }
    if (ts.isBinaryExpression(declaration)) return defined(declaration.right);
    if (ts.isPropertyAccessExpression(declaration) && ts.isBinaryExpression(declaration.parent)) {
      return defined(declaration.parent.right);
    }
    if (ts.isGetAccessor(declaration)) return defined(returned(ts, declaration));
    if (ts.isBindingElement(declaration)) return this.binding(declaration, scope);
    return undefined;
  }

  /** `const { body } = schemas` */
  private binding(element: ts.BindingElement, scope: Scope): Definition | undefined {
    const ts = this.#ts;
    const holder = element.parent.parent;
    const name = element.propertyName ?? element.name;
    if (!ts.isVariableDeclaration(holder) || !holder.initializer || !ts.isIdentifier(name)) return undefined;
    return this.member({ node: holder.initializer, scope }, name.text);
  }

  private member(object: Written, name: string): Definition | undefined {
    const literal = this.literal(object);
    if (!literal) return undefined;
    const ts = this.#ts;
    for (const property of [...literal.node.properties].reverse()) {
      if (ts.isSpreadAssignment(property)) {
        const found = this.member({ node: property.expression, scope: literal.scope }, name);
        if (found) return found;
      } else if (nameOf(ts, property.name) === name) return this.declared(property, literal.scope);
    }
    return undefined;
  }

  private memberSymbol(name: ts.MemberName, scope: Scope): Definition | undefined {
    const symbol = this.#checker.getSymbolAtLocation(name);
    // What a module of CommonJS exports as `{ name }` is an alias of it, and has no value of its own.
    const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
    // What a type declares is no value.
    return declaration && !declaration.getSourceFile().isDeclarationFile ? this.ofSymbol(symbol, scope) : undefined;
  }

  /** The object literal that an expression is, through names. */
  literal(written: Written, depth = 0): ObjectLiteral | undefined {
    const ts = this.#ts;
    const node = unwrap(ts, written.node);
    if (ts.isObjectLiteralExpression(node)) return { node, scope: written.scope };
    if (isFrozen(ts, node)) return this.literal({ node: node.arguments[0] ?? node, scope: written.scope }, depth + 1);
    const definition = depth < 20 ? this.of({ node, scope: written.scope }) : undefined;
    return definition && this.literal(definition.written, depth + 1);
  }

  /** The properties of an object literal by name; undefined where some are not known. */
  entries({ node, scope }: ObjectLiteral): readonly (readonly [string, Written])[] | undefined {
    const ts = this.#ts;
    const found: (readonly [string, Written])[] = [];
    for (const property of node.properties) {
      if (ts.isSpreadAssignment(property)) {
        const spread = this.literal({ node: property.expression, scope });
        const entries = spread && this.entries(spread);
        if (!entries) return undefined;
        found.push(...entries);
        continue;
      }
      const name = nameOf(ts, property.name);
      const value = ts.isPropertyAssignment(property)
        ? { node: property.initializer, scope }
        : ts.isShorthandPropertyAssignment(property)
          ? this.ofSymbol(this.#checker.getShorthandAssignmentValueSymbol(property), scope)?.written
          : undefined;
      if (name === undefined || !value) return undefined;
      found.push([name, value]);
    }
    return found;
  }

  /** The elements of the array literal that an expression is, through names and spreads. */
  elements(written: Written, depth = 0): readonly Written[] | undefined {
    const ts = this.#ts;
    const node = unwrap(ts, written.node);
    const { scope } = written;
    if (depth > 20) return undefined;
    if (ts.isArrayLiteralExpression(node)) {
      const parts = node.elements.map((element) =>
        ts.isSpreadElement(element)
          ? this.elements({ node: element.expression, scope }, depth + 1)
          : [{ node: element, scope }],
      );
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    if (isFrozen(ts, node)) return this.elements({ node: node.arguments[0] ?? node, scope }, depth + 1);
    const definition = this.of({ node, scope });
    return definition && this.elements(definition.written, depth + 1);
  }

  /** What a call of one of the project's own functions returns, with the parameters as they are given. */
  result({ node, scope }: { readonly node: ts.CallExpression; readonly scope: Scope }): Written | undefined {
    const ts = this.#ts;
    const body = this.functionOf(node.expression, scope);
    const value = body && returned(ts, body.node);
    if (!body || !value) return undefined;
    const bindings = new Map(body.scope);
    for (const [index, parameter] of body.node.parameters.entries()) {
      const symbol = ts.isIdentifier(parameter.name) ? this.#checker.getSymbolAtLocation(parameter.name) : undefined;
      const argument = node.arguments[index];
      if (!symbol) continue;
      if (argument) bindings.set(symbol, { node: argument, scope });
      else if (parameter.initializer) bindings.set(symbol, { node: parameter.initializer, scope: body.scope });
    }
    return { node: value, scope: bindings };
  }

  /** The function that a function-valued expression is, to look into. */
  functionAt({ node, scope }: Written): { readonly node: FunctionWithBody; readonly scope: Scope } | undefined {
    return this.functionOf(node, scope);
  }

  private functionOf(
    callee: ts.Expression,
    scope: Scope,
    depth = 0,
  ): { readonly node: FunctionWithBody; readonly scope: Scope } | undefined {
    const ts = this.#ts;
    const node = unwrap(ts, callee);
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return { node, scope };
    const name = ts.isPropertyAccessExpression(node) ? node.name : node;
    const symbol = this.#checker.getSymbolAtLocation(name);
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    const declaration = target?.declarations?.find(
      (one): one is ts.FunctionDeclaration | ts.MethodDeclaration =>
        (ts.isFunctionDeclaration(one) || ts.isMethodDeclaration(one)) && one.body !== undefined,
    );
    if (declaration) return { node: declaration, scope };
    const definition = depth < 10 ? this.of({ node, scope }) : undefined;
    return definition && this.functionOf(definition.written.node, definition.written.scope, depth + 1);
  }
}

type FunctionWithBody = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration | ts.MethodDeclaration;

/** The only value that a function returns. */
export function returned(
  typescript: TypeScript,
  node: FunctionWithBody | ts.GetAccessorDeclaration,
): ts.Expression | undefined {
  const { body } = node;
  if (!body) return undefined;
  if (!typescript.isBlock(body)) return unwrap(typescript, body);
  const returns = body.statements.filter((statement) => typescript.isReturnStatement(statement));
  const [only] = returns;
  return only?.expression && returns.length === 1 ? unwrap(typescript, only.expression) : undefined;
}

/** The text of a property's name, where it is one. */
export function nameOf(typescript: TypeScript, name: ts.PropertyName | undefined): string | undefined {
  if (!name) return undefined;
  if (typescript.isIdentifier(name) || typescript.isStringLiteralLike(name) || typescript.isNumericLiteral(name)) {
    return name.text;
  }
  return typescript.isComputedPropertyName(name) && typescript.isStringLiteralLike(name.expression)
    ? name.expression.text
    : undefined;
}

/** `Object.freeze(…)` gives back what it is given. */
function isFrozen(typescript: TypeScript, node: ts.Expression): node is ts.CallExpression {
  return (
    typescript.isCallExpression(node) &&
    typescript.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "freeze" &&
    node.arguments.length === 1
  );
}
