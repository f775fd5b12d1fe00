/** Which members of bases, interfaces and expected types a member stands in for. */
import type ts from "typescript";
import { CONSTRUCTED, type Reference } from "../reference.js";
import { appended, distinct } from "./references.js";
import type { Resolver } from "./resolver.js";

export class Overriding {
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** Members of base classes, interfaces and contextual types that the member named by this token stands in for. */
  overridden(node: ts.Node): Reference[] {
    const { ts } = this.#resolver;
    const member = node.parent;
    const name =
      ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isPrivateIdentifier(node) ? node.text : undefined;
    if (name === undefined) return [];
    if (ts.isClassElement(member) && ts.isClassLike(member.parent)) return this.inherited(member.parent, name);
    if (ts.isObjectLiteralElementLike(member) && ts.isObjectLiteralExpression(member.parent))
      return this.contextual(member.parent, name);
    return [];
  }

  /** A class's member of a name, as its bases and interfaces declare it. */
  inherited(node: ts.ClassLikeDeclaration, name: string): Reference[] {
    return distinct(
      (node.heritageClauses ?? []).flatMap((clause) =>
        clause.types.flatMap((type): Reference[] => {
          const property = this.memberOf(type, name);
          if (property?.declarations) {
            const references = this.#resolver.names.symbol(property);
            const isOutside = references.every((reference) => reference.is === "external");
            return isOutside
              ? [...references, ...this.#resolver.members.append(this.baseInstance(type), name)]
              : references;
          }
          return this.#resolver.members.append(this.baseInstance(type), name);
        }),
      ),
    );
  }

  /** Read off the declarations where that can be done: for a type, the checker works out all that it extends. */
  private memberOf(type: ts.ExpressionWithTypeArguments, name: string): ts.Symbol | undefined {
    const { checker, instances } = this.#resolver;
    const base = instances.baseNamed(type);
    return base ? instances.memberOf(base, name) : checker.getTypeAtLocation(type).getProperty(name);
  }

  /** A static member that a class has from a base outside of the project, whether or not that is installed. */
  inheritedStatic(node: ts.ClassLikeDeclaration, name: string, below: readonly ts.Node[] = []): Reference[] {
    const { ts, members, values } = this.#resolver;
    const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
    const [base] = clause?.types ?? [];
    if (!base || below.includes(node)) return [];
    return values.evaluate(base.expression).flatMap((reference): Reference[] => {
      if (reference.is === "external") return [appended(reference, name)];
      const declared = reference.is === "declared" ? members.nodeAt(reference.at) : undefined;
      return declared && ts.isClassLike(declared) ? this.inheritedStatic(declared, name, [...below, node]) : [];
    });
  }

  /** An instance of the base, whether or not it is installed: by its type's name, and by how it comes about. */
  private baseInstance(type: ts.ExpressionWithTypeArguments): Reference[] {
    return this.#resolver.values.evaluate(type.expression).flatMap((reference): Reference[] => {
      if (reference.is !== "external") return [];
      return reference.byType === true
        ? [reference]
        : [{ ...reference, byType: true }, appended(reference, CONSTRUCTED)];
    });
  }

  private contextual(literal: ts.ObjectLiteralExpression, name: string): Reference[] {
    // `satisfies` checks a literal and leaves it its own type.
    if (this.#resolver.ts.isSatisfiesExpression(literal.parent)) return [];
    const property = this.expected(literal, name);
    // A type that is inferred from the literal, for a parameter of type `T`, has the literal's own members.
    const isOwn = property?.declarations?.every(({ parent }) => parent === literal) === true;
    return property && !isOwn
      ? this.#resolver.names.symbol(property).filter((reference) => reference.is === "declared")
      : [];
  }

  /** Read off the declarations where that can be done. */
  private expected(literal: ts.ObjectLiteralExpression, name: string): ts.Symbol | undefined {
    const { checker, instances, members } = this.#resolver;
    const instance = instances.expectedInstance(literal);
    if (instance) return instances.memberOf(instance, name);
    const constraint = instances.expectedConstraint(literal);
    if (constraint) return constraint.type && members.properties(checker.getTypeFromTypeNode(constraint.type), name)[0];
    const type = this.expectedType(literal) ?? checker.getContextualType(literal);
    return type && members.properties(type, name)[0];
  }

  /**
   * The type that a literal's place declares, where that can be read off: far cheaper than the
   * contextual type, for which the checker infers the whole call around it.
   */
  private expectedType(literal: ts.Expression): ts.Type | undefined {
    const { ts } = this.#resolver;
    const { parent } = literal;
    if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) {
      return parent.type ? this.#resolver.checker.getTypeFromTypeNode(parent.type) : undefined;
    }
    if (ts.isArrayLiteralExpression(parent)) return elementType(this.expectedType(parent));
    if (ts.isPropertyAssignment(parent)) {
      const outer = this.expectedType(parent.parent);
      const [property] =
        outer && ts.isIdentifier(parent.name) ? this.#resolver.members.properties(outer, parent.name.text) : [];
      return property && this.#resolver.checker.getTypeOfSymbol(property);
    }
    if (!ts.isCallExpression(parent)) return undefined;
    const [signature, ...others] = this.#resolver.expressions.typeOf(parent.expression).getCallSignatures();
    if (!signature || others.length > 0 || signature.getTypeParameters()) return undefined;
    const parameter = signature.getParameters()[parent.arguments.indexOf(literal)];
    return parameter && this.#resolver.checker.getTypeOfSymbol(parameter);
  }
}

/** Of what takes an array, or something else that the array is no member of: `T | T[]`. */
function elementType(expected: ts.Type | undefined): ts.Type | undefined {
  const parts = expected?.isUnion() === true ? expected.types : expected ? [expected] : [];
  const [element, ...others] = parts.flatMap((part) => part.getNumberIndexType() ?? []);
  return others.length === 0 ? element : undefined;
}
