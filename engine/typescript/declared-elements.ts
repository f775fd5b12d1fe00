/** What the elements of collections are instances of, read off declarations without computing a type. */
import type ts from "typescript";
import type { TypeArguments } from "./declared-returns.js";
import type { TypeScript } from "./declaration.js";
import { choicesOf, isNothing } from "./expressions.js";
import { MAX_DEPTH } from "./limits.js";
import type { Resolver } from "./resolver.js";

/** Collections whose one type argument is what they hold. */
const COLLECTIONS = new Set(["Array", "ReadonlyArray", "Set", "ReadonlySet", "Iterable", "AsyncIterable"]);
/** Members of collections that hand their callback something else before the element. */
const FOLDING = new Set(["reduce", "reduceRight"]);

export function isCollection(name: string): boolean {
  return COLLECTIONS.has(name);
}

export class DeclaredElements {
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** The element that a callback's parameter receives: `this.rates.find((rate) => …)`. */
  passedTo(parameter: ts.ParameterDeclaration, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const callback = parameter.parent;
    const call = callback.parent;
    if (!ts.isCallExpression(call) || call.arguments[0] !== callback || !ts.isPropertyAccessExpression(call.expression))
      return undefined;
    const position = FOLDING.has(call.expression.name.text) ? 1 : 0;
    return callback.parameters[position] === parameter ? this.of(call.expression.expression, depth) : undefined;
  }

  /** The element that the variable of a loop holds: `for (const rate of this.rates)`. */
  iteratedBy(variable: ts.VariableDeclaration, depth: number): ts.Symbol | undefined {
    const statement = variable.parent.parent;
    return this.#resolver.ts.isForOfStatement(statement) ? this.of(statement.expression, depth) : undefined;
  }

  /** The class or interface that a collection's elements are declared to be instances of. */
  of(collection: ts.Expression, depth: number): ts.Symbol | undefined {
    const { ts, instances } = this.#resolver;
    if (depth > MAX_DEPTH) return undefined;
    if (ts.isParenthesizedExpression(collection) || ts.isAwaitExpression(collection))
      return this.of(collection.expression, depth + 1);
    if (ts.isArrayLiteralExpression(collection)) {
      const [held, ...others] = new Set(collection.elements.map((each) => instances.declaredInstance(each, depth + 1)));
      return others.length === 0 ? held : undefined;
    }
    if (ts.isAsExpression(collection)) return this.inType(collection.type, depth + 1);
    const choices = choicesOf(ts, collection)?.filter((each) => !isNothing(ts, each) && !isEmpty(ts, each));
    if (choices) return instances.common(choices.map((each) => this.of(each, depth + 1)));
    if (ts.isCallExpression(collection)) return this.#resolver.returns.element(collection, depth + 1);
    const declaration = instances.declarationOf(collection, depth + 1);
    const isPlace =
      declaration &&
      (ts.isVariableDeclaration(declaration) ||
        ts.isParameter(declaration) ||
        ts.isPropertyDeclaration(declaration) ||
        ts.isPropertySignature(declaration) ||
        ts.isGetAccessor(declaration));
    if (!isPlace) return undefined;
    if (declaration.type) return this.inType(declaration.type, depth + 1);
    const isHeld = ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration);
    return isHeld && declaration.initializer ? this.of(declaration.initializer, depth + 1) : undefined;
  }

  /** What a written type says that a collection holds. */
  inType(type: ts.TypeNode, depth: number, typeArguments?: TypeArguments): ts.Symbol | undefined {
    const { ts, instances } = this.#resolver;
    if (ts.isParenthesizedTypeNode(type) || ts.isTypeOperatorNode(type))
      return this.inType(type.type, depth, typeArguments);
    if (ts.isArrayTypeNode(type)) return instances.instanceType(type.elementType, depth, typeArguments);
    if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
    const [argument, ...others] = type.typeArguments ?? [];
    if (!argument || others.length > 0) return undefined;
    if (type.typeName.text === "Promise") return this.inType(argument, depth, typeArguments);
    return COLLECTIONS.has(type.typeName.text) ? instances.instanceType(argument, depth, typeArguments) : undefined;
  }
}

/** `[]`, as in `rows ?? []`. */
function isEmpty(ts: TypeScript, node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) && node.elements.length === 0;
}
