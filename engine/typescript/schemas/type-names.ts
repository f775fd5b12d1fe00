/** What types are called: names for components, from what declares them and from their arguments. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import { MAX_NAME } from "./limits.js";

/** The type's own name, what declares it, and its arguments. */
export interface NamedType {
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Declaration;
  readonly typeArguments: readonly ts.Type[];
}

export class TypeNames {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #program: number;
  readonly #ids = new Map<ts.Type, number>();

  /** @param program tells the programs of one document apart */
  constructor(typescript: TypeScript, checker: ts.TypeChecker, program: number) {
    this.#ts = typescript;
    this.#checker = checker;
    this.#program = program;
  }

  /** Types with names of the language's own. */
  private get intrinsic(): number {
    const { TypeFlags } = this.#ts;
    const top = TypeFlags.Any | TypeFlags.Unknown | TypeFlags.Never | TypeFlags.NonPrimitive;
    const nothing = TypeFlags.Undefined | TypeFlags.Void | TypeFlags.Null;
    return (
      top |
      nothing |
      TypeFlags.String |
      TypeFlags.Number |
      TypeFlags.Boolean |
      TypeFlags.BooleanLiteral |
      TypeFlags.BigInt
    );
  }

  /** What the type is named by: its alias, or the interface, class or enum that it is. Undefined for anonymous types. */
  named(type: ts.Type): NamedType | undefined {
    const { aliasSymbol } = type;
    if (aliasSymbol) {
      const typeArguments = type.aliasTypeArguments ?? [];
      return this.declared(aliasSymbol, this.withoutDefaults(aliasSymbol, typeArguments));
    }
    const symbol = type.getSymbol();
    const { SymbolFlags } = this.#ts;
    if (!symbol || !(symbol.flags & (SymbolFlags.Interface | SymbolFlags.Class | SymbolFlags.Enum))) return undefined;
    return this.declared(symbol, this.withoutDefaults(symbol, this.argumentsOf(type)));
  }

  private declared(symbol: ts.Symbol, typeArguments: readonly ts.Type[]): NamedType | undefined {
    const declaration = symbol.declarations?.[0];
    return declaration && { symbol, declaration, typeArguments };
  }

  private argumentsOf(type: ts.Type): readonly ts.Type[] {
    const { ObjectFlags } = this.#ts;
    if (!((type as ts.ObjectType).objectFlags & ObjectFlags.Reference)) return [];
    const reference = type as ts.TypeReference;
    return this.#checker.getTypeArguments(reference).slice(0, reference.target.typeParameters?.length ?? 0);
  }

  /** The arguments as far as they were worth writing: trailing ones that are the defaults are left away. */
  private withoutDefaults(symbol: ts.Symbol, typeArguments: readonly ts.Type[]): readonly ts.Type[] {
    const parameters = symbol.declarations?.flatMap((declaration) => this.parametersOf(declaration)) ?? [];
    let { length } = typeArguments;
    for (; length > 0; length--) {
      const written = parameters[length - 1]?.default;
      if (!written || this.#checker.getTypeFromTypeNode(written) !== typeArguments[length - 1]) break;
    }
    return typeArguments.slice(0, length);
  }

  private parametersOf(declaration: ts.Declaration): readonly ts.TypeParameterDeclaration[] {
    const ts = this.#ts;
    return ts.isInterfaceDeclaration(declaration) ||
      ts.isClassLike(declaration) ||
      ts.isTypeAliasDeclaration(declaration)
      ? (declaration.typeParameters ?? [])
      : [];
  }

  /** Says that two types are the same, also where two programs hold a declaration each. */
  key(type: ts.Type): string {
    const named = this.named(type);
    if (!named) return this.structuralKey(type);
    const place = placeOf(named.declaration);
    const { typeArguments } = named;
    return typeArguments.length === 0 ? place : `${place}<${typeArguments.map((part) => this.key(part)).join()}>`;
  }

  private structuralKey(type: ts.Type): string {
    if (type.isStringLiteral() || type.isNumberLiteral()) return JSON.stringify(type.value);
    if (type.flags & this.intrinsic) return this.#checker.typeToString(type);
    if (type.isUnion()) {
      return type.types
        .map((part) => this.key(part))
        .sort()
        .join("|");
    }
    const known = this.#ids.get(type) ?? this.#ids.size;
    this.#ids.set(type, known);
    return `${FLEETING}${String(this.#program)}.${String(known)}`;
  }

  /** A name for the type as part of another one's: `User`, `String`, `UserArray`, `AdminOrGuest`. */
  name(type: ts.Type): string {
    const { TypeFlags } = this.#ts;
    if (this.#checker.isTupleType(type)) {
      return `${this.#checker
        .getTypeArguments(type as ts.TypeReference)
        .map((part) => this.name(part))
        .join("")}Tuple`;
    }
    if (this.#checker.isArrayType(type)) {
      const [element] = this.#checker.getTypeArguments(type as ts.TypeReference);
      return `${element ? this.name(element) : ""}Array`;
    }
    const named = this.named(type);
    if (named) return this.nameOf(named);
    if (type.isStringLiteral() || type.isNumberLiteral()) return pascal(String(type.value)) || "Empty";
    if (type.isUnion()) {
      if (type.flags & TypeFlags.Boolean) return "Boolean";
      const present = type.types.filter((part) => !(part.flags & (TypeFlags.Undefined | TypeFlags.Null)));
      const last = type.types.some((part) => part.flags & TypeFlags.Null) ? ["Null"] : [];
      const names = [...[...new Set(present.map((part) => this.name(part)))].sort(), ...last];
      return names.length > 4 ? `${names.slice(0, 3).join("Or")}OrOthers` : names.join("Or");
    }
    if (type.isIntersection()) {
      return [...new Set(type.types.map((part) => this.name(part)))].filter((name) => name !== "Object").join("And");
    }
    if (type.flags & this.intrinsic) return pascal(this.#checker.typeToString(type));
    return "Object";
  }

  nameOf({ symbol, declaration, typeArguments }: NamedType): string {
    const own = symbol.name === "default" || symbol.name.startsWith("__") ? nameOfFile(declaration) : symbol.name;
    const name = `${allowed(own)}${typeArguments.map((part) => this.name(part)).join("")}`;
    return name.length > MAX_NAME ? name.slice(0, MAX_NAME) : name;
  }
}

/** Stands in keys of types that have no name: another checker gives them another key. */
export const FLEETING = "?";

/** The place of a declaration, as text. */
export function placeOf(declaration: ts.Node): string {
  return `${declaration.getSourceFile().fileName}:${String(declaration.pos)}`;
}

function nameOfFile(declaration: ts.Declaration): string {
  const { fileName } = declaration.getSourceFile();
  const [, base = "Default"] = /([^/]+?)(?:\.d)?\.\w+$/u.exec(fileName) ?? [];
  return pascal(base) || "Default";
}

/** `user-settings` → `UserSettings`. */
export function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** The name in the characters that the specification allows for components. */
export function allowed(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/gu, "_");
}
