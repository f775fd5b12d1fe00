/** What the elements of containers can be. */
import type ts from "typescript";
import { ELEMENT, type Reference } from "../reference.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";
import { MAX_UNION } from "./limits.js";
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
      const typed = this.elementType(container);
      const stored = typed.length > 0 ? typed : this.storedElements(container);
      if (stored.length > 0) return distinct(stored).slice(0, MAX_ELEMENTS).map(uncertain);
      return this.#resolver.members.append(this.#resolver.values.evaluate(container), ELEMENT);
    });
  }

  /** What the element is whose name is one of a few that are written out: `this[name]` in a loop over names. */
  named({ expression, argumentExpression }: ts.ElementAccessExpression): Reference[] {
    const names = this.namesOf(argumentExpression);
    if (names.length === 0) return [];
    const type = this.#resolver.checker.getTypeAtLocation(expression);
    const found = names.map((name) =>
      this.#resolver.members
        .properties(type, name)
        .flatMap((property) => this.#resolver.names.symbol(property))
        .filter((reference) => reference.is === "declared"),
    );
    return found.some((references) => references.length === 0) ? [] : distinct(found.flat());
  }

  /** The names that a key can be: by its type, or by the list that a loop goes through. */
  private namesOf(key: ts.Expression): readonly string[] {
    const { ts, checker } = this.#resolver;
    if (!ts.isIdentifier(key)) return [];
    const type = checker.getTypeAtLocation(key);
    const parts = type.isUnion() ? type.types : [type];
    if (parts.length <= MAX_UNION && parts.every((part) => part.isStringLiteral()))
      return parts.map(({ value }) => value);
    const list = this.initialised(this.initialised(key, listOf), initialiserOf);
    const elements = list && ts.isArrayLiteralExpression(list) ? list.elements : [];
    return elements.flatMap((element) => (ts.isStringLiteralLike(element) ? element.text : []));
  }

  /** What the declaration of a name tells of it; the expression itself where it is none. */
  private initialised(
    node: ts.Expression | undefined,
    read: (ts: TypeScript, declaration: ts.Declaration) => ts.Expression | undefined,
  ): ts.Expression | undefined {
    if (!node || !this.#resolver.ts.isIdentifier(node)) return node;
    const [declaration] = this.#resolver.checker.getSymbolAtLocation(node)?.declarations ?? [];
    return declaration && read(this.#resolver.ts, declaration);
  }

  private elementType(container: ts.Expression): Reference[] {
    const type = this.#resolver.expressions.typeOf(container);
    const element = type.getNumberIndexType() ?? type.getStringIndexType();
    return element ? this.#resolver.types.type(element) : [];
  }

  private storedElements(container: ts.Expression): Reference[] {
    const { ts } = this.#resolver;
    const literal = this.literalElements(container);
    const name = ts.isPropertyAccessExpression(container) ? container.name : container;
    const symbol = this.#resolver.checker.getSymbolAtLocation(name);
    const declarations = symbol?.declarations?.filter((declaration) => this.#resolver.names.isOwn(declaration)) ?? [];
    const initial = declarations.flatMap((declaration) => {
      const initializer =
        "initializer" in declaration ? (declaration.initializer as ts.Expression | undefined) : undefined;
      const assigned = ts.isBinaryExpression(declaration) ? declaration.right : initializer;
      return assigned ? this.literalElements(assigned) : [];
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

  private literalElements(expression: ts.Expression): Reference[] {
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

/** The list that a loop's variable, or the parameter of a function that is called with each element, goes through. */
function listOf(ts: TypeScript, declaration: ts.Declaration): ts.Expression | undefined {
  const around = declaration.parent.parent;
  if (ts.isVariableDeclaration(declaration))
    return ts.isForOfStatement(around) ? unwrap(ts, around.expression) : undefined;
  if (!ts.isParameter(declaration) || !ts.isCallExpression(around)) return undefined;
  const { expression: callee } = around;
  return ts.isPropertyAccessExpression(callee) ? unwrap(ts, callee.expression) : undefined;
}

function initialiserOf(ts: TypeScript, declaration: ts.Declaration): ts.Expression | undefined {
  const initialiser = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return initialiser && unwrap(ts, initialiser);
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

/** What is assigned to a variable or a property within a scope, besides what it is declared with. */
export function assignedTo(
  { ts, checker }: Pick<Resolver, "ts" | "checker">,
  declaration: ts.VariableDeclaration | ts.PropertyDeclaration,
  scope: ts.Node,
): readonly ts.Expression[] {
  const text = declaration.name.getText();
  return assignmentsIn(ts, scope).flatMap(({ left, right }) => {
    const name = ts.isPropertyAccessExpression(left) ? left.name : left;
    const isNamed = (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) && name.text === text;
    return isNamed && checker.getSymbolAtLocation(name)?.declarations?.includes(declaration) ? [right] : [];
  });
}
