/** References by type: to an instance of what a type names. */
import type ts from "typescript";
import { CONSTRUCTED, type Reference } from "../reference.js";
import type { TypeScript } from "./declaration.js";
import { declaredIdentity, GLOBAL } from "./external.js";
import { appended } from "./references.js";
import { MAX_UNION } from "./limits.js";
import type { Resolver } from "./resolver.js";

/** Languages' wrappers whose inside is what is meant: `Promise<Server>` is awaited to a `Server`. */
export const TRANSPARENT_TYPES = new Set([
  "Promise",
  "PromiseLike",
  "Readonly",
  "Required",
  "Partial",
  "NonNullable",
  "Awaited",
]);

export class Types {
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** An instance of what a type of the checker names. */
  type(type: ts.Type): Reference[] {
    const { ts } = this.#resolver;
    const { TypeFlags } = ts;
    if (
      type.flags &
      (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.Never | TypeFlags.Undefined | TypeFlags.Null | TypeFlags.Void)
    ) {
      return [];
    }
    if (type.isUnionOrIntersection())
      return type.types.length > MAX_UNION ? [] : type.types.flatMap((part) => this.type(part));
    if (type.flags & TypeFlags.StringLike) return [{ is: "external", module: GLOBAL, steps: ["String"], byType: true }];
    if (type.flags & TypeFlags.NumberLike) return [{ is: "external", module: GLOBAL, steps: ["Number"], byType: true }];
    if (type.flags & TypeFlags.TypeParameter) {
      const constraint = this.#resolver.checker.getBaseConstraintOfType(type);
      return constraint && constraint !== type ? this.type(constraint) : [];
    }
    const symbol = type.getSymbol();
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration) return [];
    if (TRANSPARENT_TYPES.has(symbol.name) && !this.#resolver.names.isOwn(declaration)) {
      const [inner] = this.#resolver.checker.getTypeArguments(type as ts.TypeReference);
      const isPromise = symbol.name === "Promise";
      const promised = inner ? this.type(inner) : [];
      return isPromise ? [...promised, { is: "external", module: GLOBAL, steps: ["Promise"], byType: true }] : promised;
    }
    if (this.#resolver.names.isOwn(declaration)) {
      if (ts.isClassLike(declaration)) {
        // `typeof Class` has the class's symbol too, but is the class itself.
        const isInstance = !(type.flags & TypeFlags.Object && type.getConstructSignatures().length > 0);
        return [
          isInstance
            ? appended(this.#resolver.names.declared(declaration), CONSTRUCTED)
            : this.#resolver.names.declared(declaration),
        ];
      }
      return ts.isInterfaceDeclaration(declaration)
        ? [appended(this.#resolver.names.declared(declaration), CONSTRUCTED)]
        : [];
    }
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassLike(declaration)) return [];
    const identity = declaredIdentity(ts, symbol);
    return identity ? [{ ...identity, byType: true }] : [];
  }

  /** An instance of what a written type names, whether or not it is installed. */
  typeNode(node: ts.TypeNode): Reference[] {
    const { ts } = this.#resolver;
    // Read off the declaration: resolving type arguments can take longer than all questions about the value.
    const named = ts.isTypeReferenceNode(node) ? this.#resolver.instances.referencedType(node) : undefined;
    const resolved = named
      ? this.#resolver.instances.instanceReference(named)
      : this.type(this.#resolver.checker.getTypeFromTypeNode(node));
    if (resolved.length > 0) return resolved;
    if (ts.isParenthesizedTypeNode(node)) return this.typeNode(node.type);
    if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node))
      return node.types.flatMap((part) => this.typeNode(part));
    if (ts.isImportTypeNode(node)) return this.importType(node);
    if (!ts.isTypeReferenceNode(node)) return [];
    const { typeName } = node;
    const root = ts.isIdentifier(typeName) ? typeName : leftmost(ts, typeName);
    const inner = node.typeArguments?.[0];
    if (ts.isIdentifier(typeName) && TRANSPARENT_TYPES.has(typeName.text) && inner) return this.typeNode(inner);
    const symbol = this.#resolver.checker.getSymbolAtLocation(root);
    if (!symbol || !(symbol.flags & ts.SymbolFlags.Alias)) return [];
    const rest = ts.isIdentifier(typeName) ? [] : typeName.getText().split(".").slice(1);
    return this.#resolver.modules.writtenImport(symbol).flatMap((reference): Reference[] => {
      if (reference.is !== "external") return [];
      const steps = reference.steps[0] === "default" && rest.length > 0 ? reference.steps.slice(1) : reference.steps;
      return [{ ...reference, steps: [...steps, ...rest], byType: true }];
    });
  }

  private importType(node: ts.ImportTypeNode): Reference[] {
    const { ts } = this.#resolver;
    if (!ts.isLiteralTypeNode(node.argument) || !ts.isStringLiteral(node.argument.literal) || !node.qualifier)
      return [];
    return this.#resolver.modules
      .external(node.argument.literal, node.qualifier.getText().split("."))
      .map((reference) => ({
        ...reference,
        byType: true,
      }));
  }
}

function leftmost(ts: TypeScript, name: ts.QualifiedName): ts.Identifier {
  let left = name.left;
  while (!ts.isIdentifier(left)) left = left.left;
  return left;
}
