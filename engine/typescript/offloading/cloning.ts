/** What structured cloning brings to another thread unchanged, and how its type is written there. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import { isThenable } from "../rewriting/callbacks.js";
import { Refused } from "../rewriting/refused.js";

export interface Cloned {
  /** As TypeScript; absent where no other file could name it. */
  readonly type?: string;
  /** A Buffer arrives as the Uint8Array that it is underneath. */
  readonly isBuffer: boolean;
}

/** The types of the platform that arrive as what they were. */
const CLONEABLE: ReadonlySet<string> = new Set([
  ...["ArrayBuffer", "SharedArrayBuffer", "DataView", "Date", "RegExp", "Map", "ReadonlyMap", "Set", "ReadonlySet"],
  ...["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array"],
  ...["Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"],
  ...["Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"],
]);

/** Deeper than data is that somebody wrote a type for by hand. */
const MAX_DEPTH = 12;

/** Nothing says what a value is. */
export class UnknownType extends Refused {}

function unknownType(name: string): UnknownType {
  return new UnknownType(`It is not known what ${name} is, and not everything can be sent to another thread.`);
}

export class Cloning {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;

  constructor(typescript: TypeScript, checker: ts.TypeChecker) {
    this.#ts = typescript;
    this.#checker = checker;
  }

  /**
   * @param name what a person calls the value: `options.renderer`
   * @throws Refused with the name and the reason where it would not arrive, or not as what it was
   */
  of(type: ts.Type, name: string): Cloned {
    if (this.isNamed(type, "Buffer")) return { type: "Uint8Array", isBuffer: true };
    const written = this.describe(type, name, []);
    return { isBuffer: false, ...(written !== undefined && { type: written }) };
  }

  /** What a value is, by what is expected of it where its own type does not say. */
  typeOf(value: ts.Expression): ts.Type {
    const type = this.#checker.getTypeAtLocation(value);
    if (!this.isUnknown(type)) return this.widened(type);
    const expected = this.#checker.getContextualType(value);
    return expected && !this.isUnknown(expected) ? expected : type;
  }

  /** `const` makes a literal of what any text or number could stand for. */
  private widened(type: ts.Type): ts.Type {
    return type.isLiteral() ? this.#checker.getBaseTypeOfLiteralType(type) : type;
  }

  private isUnknown({ flags }: ts.Type): boolean {
    return (flags & (this.#ts.TypeFlags.Any | this.#ts.TypeFlags.Unknown)) !== 0;
  }

  /** @returns undefined where the type cannot be written down */
  private describe(type: ts.Type, name: string, around: readonly ts.Type[]): string | undefined {
    const { TypeFlags } = this.#ts;
    if (this.isUnknown(type)) {
      throw unknownType(name);
    }
    if ((type.flags & TypeFlags.ESSymbolLike) !== 0)
      throw new Refused(`${sentence(name)} is a symbol, which cannot be cloned.`);
    if ((type.flags & TypeFlags.EnumLike) !== 0) return undefined;
    if ((type.flags & PRIMITIVE(TypeFlags)) !== 0) return this.text(type);
    if (around.includes(type) || around.length > MAX_DEPTH) return undefined;
    if (type.isUnion()) return this.union(type, name, [...around, type]);
    if ((type.flags & (TypeFlags.Object | TypeFlags.Intersection)) === 0) {
      throw unknownType(name);
    }
    return this.object(type, name, [...around, type]);
  }

  private union(type: ts.UnionType, name: string, around: readonly ts.Type[]): string | undefined {
    const parts = type.types.map((part) => {
      if (this.isNamed(part, "Buffer"))
        throw new Refused(`${sentence(name)} may be a Buffer, which arrives as a Uint8Array.`);
      return this.describe(part, name, around);
    });
    if (type.types.every(({ flags }) => (flags & PRIMITIVE(this.#ts.TypeFlags)) !== 0)) return this.text(type);
    return parts.every((part) => part !== undefined) ? [...new Set(parts)].join(" | ") : undefined;
  }

  private object(type: ts.Type, name: string, around: readonly ts.Type[]): string | undefined {
    const checker = this.#checker;
    if (type.getCallSignatures().length + type.getConstructSignatures().length > 0) {
      throw new Refused(`${sentence(name)} is a function, which cannot be cloned.`);
    }
    if (this.isNamed(type, "Buffer"))
      throw new Refused(`${sentence(name)} is a Buffer, which arrives as a Uint8Array.`);
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      const elements = checker.getTypeArguments(type as ts.TypeReference);
      const texts = elements.map((element) => this.describe(element, `an element of ${name}`, around));
      if (texts.includes(undefined)) return undefined;
      if (checker.isTupleType(type)) return this.text(type);
      const array = type.symbol.name === "ReadonlyArray" ? "readonly " : "";
      return `${array}${/[ |]/u.test(texts[0] ?? "") && !texts[0]?.startsWith("{") ? `(${texts[0] ?? ""})` : (texts[0] ?? "")}[]`;
    }
    if (isThenable(type)) throw new Refused(`${sentence(name)} is a promise, which cannot be cloned.`);
    if (this.isOfPlatform(type)) return this.platform(type, name, around);
    this.refuseInstance(type, name);
    return this.properties(type, name, around);
  }

  private platform(type: ts.Type, name: string, around: readonly ts.Type[]): string | undefined {
    const symbolName = type.symbol.name;
    if (!CLONEABLE.has(symbolName)) throw new Refused(`${sentence(name)} is a ${symbolName}, which cannot be cloned.`);
    if (!/Map$|Set$/u.test(symbolName)) return symbolName;
    const parts = this.#checker
      .getTypeArguments(type as ts.TypeReference)
      .map((part) => this.describe(part, `what ${name} holds`, around));
    return parts.includes(undefined) ? undefined : `${symbolName}<${parts.join(", ")}>`;
  }

  /** What is declared with methods by a class, or by Node's types. */
  private refuseInstance(type: ts.Type, name: string): void {
    const symbol = type.getSymbol();
    const isClass = symbol !== undefined && (symbol.flags & this.#ts.SymbolFlags.Class) !== 0;
    if (isClass) throw new Refused(`${sentence(name)} is an instance of ${symbol.name}, which would lose its methods.`);
    for (const property of type.getProperties()) {
      if ((property.flags & this.#ts.SymbolFlags.Method) === 0) continue;
      const what = symbol && !symbol.name.startsWith("__") ? `an instance of ${symbol.name}` : "an object";
      throw new Refused(`${sentence(name)} is ${what} with the method ${property.name}, which cannot be cloned.`);
    }
  }

  private properties(type: ts.Type, name: string, around: readonly ts.Type[]): string | undefined {
    const checker = this.#checker;
    const properties = checker.getPropertiesOfType(type).map((property) => {
      const isOptional = (property.flags & this.#ts.SymbolFlags.Optional) !== 0;
      const text = this.describe(checker.getTypeOfSymbol(property), `${name}.${property.name}`, around);
      const key = /^[\w$]+$/u.test(property.name) ? property.name : JSON.stringify(property.name);
      return text === undefined ? undefined : `${key}${isOptional ? "?" : ""}: ${text}`;
    });
    const indexes = checker.getIndexInfosOfType(type).map((index) => {
      const text = this.describe(index.type, `what ${name} holds`, around);
      return text === undefined ? undefined : `[key: ${this.text(index.keyType)}]: ${text}`;
    });
    if (properties.length + indexes.length === 0) {
      throw unknownType(name);
    }
    const all = [...properties, ...indexes];
    return all.includes(undefined) ? undefined : `{ ${all.join("; ")} }`;
  }

  private isNamed(type: ts.Type, name: string): boolean {
    const symbol = type.getSymbol();
    return symbol?.name === name && this.isOfPlatform(type);
  }

  /** Declared by the language's own library, or by Node's types. */
  private isOfPlatform(type: ts.Type): boolean {
    const files = type.getSymbol()?.declarations?.map((declaration) => declaration.getSourceFile()) ?? [];
    const { symbol } = type as { symbol?: ts.Symbol };
    const isNamed = symbol !== undefined && !symbol.name.startsWith("__");
    return isNamed && files.some(({ fileName }) => PLATFORM.test(fileName));
  }

  private text(type: ts.Type): string {
    return this.#checker.typeToString(type, undefined, this.#ts.TypeFormatFlags.NoTruncation);
  }
}

function sentence(name: string): string {
  return name.replace(/^(?:the|an|what) /u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

const PLATFORM = /\/(?:typescript\/lib\/lib\.[\w.]+|node_modules\/@types\/node\/.+)\.d\.[cm]?ts$/u;

function PRIMITIVE(flags: typeof ts.TypeFlags): ts.TypeFlags {
  return (
    flags.StringLike |
    flags.NumberLike |
    flags.BooleanLike |
    flags.BigIntLike |
    flags.Null |
    flags.Undefined |
    flags.Void |
    flags.Never
  );
}
