/** What the elements of containers can be. */
import type ts from "typescript";
import { ELEMENT, type Reference } from "../reference.js";
import type { TypeScript } from "./declaration.js";
import { distinct, uncertain } from "./references.js";
import type { Resolver } from "./resolver.js";

/** Containers with more elements are tables of data. */
const MAX_ELEMENTS = 400;

export class Elements {
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** What the elements can be: those of an array or object literal, and whatever is stored under computed keys. */
  elements(container: ts.Expression): Reference[] {
    return this.#resolver.values.deeper(() => {
      const typed = this.#elementType(container);
      const stored = typed.length > 0 ? typed : this.#storedElements(container);
      if (stored.length > 0) return distinct(stored).slice(0, MAX_ELEMENTS).map(uncertain);
      return this.#resolver.members.append(this.#resolver.values.evaluate(container), ELEMENT);
    });
  }

  #elementType(container: ts.Expression): Reference[] {
    const type = this.#resolver.expressions.typeOf(container);
    const element = type.getNumberIndexType() ?? type.getStringIndexType();
    return element ? this.#resolver.types.type(element) : [];
  }

  #storedElements(container: ts.Expression): Reference[] {
    const { ts } = this.#resolver;
    const literal = this.#literalElements(container);
    const name = ts.isPropertyAccessExpression(container) ? container.name : container;
    const symbol = this.#resolver.checker.getSymbolAtLocation(name);
    const declarations = symbol?.declarations?.filter((declaration) => this.#resolver.names.isOwn(declaration)) ?? [];
    const initial = declarations.flatMap((declaration) => {
      const initializer =
        "initializer" in declaration ? (declaration.initializer as ts.Expression | undefined) : undefined;
      const assigned = ts.isBinaryExpression(declaration) ? declaration.right : initializer;
      return assigned ? this.#literalElements(assigned) : [];
    });
    const files = new Set(declarations.map((declaration) => declaration.getSourceFile()));
    const stored = [...files].flatMap((file) =>
      assignmentsIn(ts, file).flatMap((assignment) => {
        if (!ts.isElementAccessExpression(assignment.left)) return [];
        const object = assignment.left.expression;
        const target = this.#resolver.checker.getSymbolAtLocation(
          ts.isPropertyAccessExpression(object) ? object.name : object,
        );
        return target && declarations.some((declaration) => target.declarations?.includes(declaration))
          ? this.#resolver.values.evaluate(assignment.right)
          : [];
      }),
    );
    return [...literal, ...initial, ...stored];
  }

  #literalElements(expression: ts.Expression): Reference[] {
    const { ts } = this.#resolver;
    const node =
      ts.isAsExpression(expression) || ts.isParenthesizedExpression(expression) ? expression.expression : expression;
    if (ts.isArrayLiteralExpression(node)) {
      return node.elements
        .slice(0, MAX_ELEMENTS)
        .flatMap((element) =>
          ts.isSpreadElement(element) ? this.elements(element.expression) : this.#resolver.values.evaluate(element),
        );
    }
    if (!ts.isObjectLiteralExpression(node)) return [];
    return node.properties.slice(0, MAX_ELEMENTS).flatMap((property): Reference[] => {
      if (ts.isPropertyAssignment(property)) return this.#resolver.values.evaluate(property.initializer);
      if (ts.isShorthandPropertyAssignment(property))
        return this.#resolver.names
          .identifier(property.name)
          .flatMap((reference) => this.#resolver.values.held(reference));
      return ts.isMethodDeclaration(property) ? [this.#resolver.names.declared(property)] : [];
    });
  }
}

const assignmentCache = new WeakMap<ts.Node, readonly ts.AssignmentExpression<ts.EqualsToken>[]>();

/** All plain assignments below a node. */
export function assignmentsIn(ts: TypeScript, scope: ts.Node): readonly ts.AssignmentExpression<ts.EqualsToken>[] {
  const cached = assignmentCache.get(scope);
  if (cached) return cached;
  const found: ts.AssignmentExpression<ts.EqualsToken>[] = [];
  const search = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      found.push(node as ts.AssignmentExpression<ts.EqualsToken>);
    }
    ts.forEachChild(node, search);
  };
  search(scope);
  assignmentCache.set(scope, found);
  return found;
}
