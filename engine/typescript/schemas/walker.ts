/** Turns types of the checker into JSON Schema: what JSON carries of their values. */
import type ts from "typescript";
import type { Direction, SchemaProblem } from "../../schema-reader.js";
import type { TypeScript } from "../declaration.js";
import { declaredIdentity, GLOBAL } from "../external.js";
import { awaitedType } from "./awaited.js";
import { arraySchema, tupleSchema } from "./arrays.js";
import { type Bindings, bound, mentionsBound } from "./bindings.js";
import { commentKeywords, withKeywords } from "./comments.js";
import type { Components } from "./components.js";
import { caseMappingPattern, literalOf, literalSchema, templatePattern } from "./literals.js";
import { MAX_DEPTH, MAX_LINEAGE, MAX_VISITS } from "./limits.js";
import { mappedOutcome } from "./mapped.js";
import { objectSchema } from "./objects.js";
import { typeTags } from "./type-tags.js";
import { type NamedType, placeOf, TypeNames } from "./type-names.js";
import { unionOutcome } from "./unions.js";
import { validatorOutcome } from "./validators/answer.js";
import { ValidatorReader } from "./validators/evaluate.js";
import { ABSENT, type Outcome, present, report, unknown, type Visit } from "./visit.js";
import { wellKnownTypes } from "./well-known.js";
import { primitiveAliases, writtenTypeOf } from "./written.js";

export class TypeWalker {
  readonly ts: TypeScript;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly components: Components;
  readonly names: TypeNames;
  readonly validators: ValidatorReader;

  /** @param number tells programs of one document apart */
  constructor(typescript: TypeScript, program: ts.Program, components: Components, number: number) {
    this.ts = typescript;
    this.program = program;
    this.checker = program.getTypeChecker();
    this.components = components;
    this.names = new TypeNames(typescript, this.checker, number);
    this.validators = new ValidatorReader(this);
  }

  /** Begins at a type that a request asks for. */
  begin(
    promised: ts.Type,
    direction: Direction,
    node: ts.Node,
    written: ts.TypeNode | undefined,
    problems: SchemaProblem[],
    bindings: Bindings = UNBOUND,
  ): Outcome {
    const type = awaitedType(this.checker, promised);
    const subject = this.names.named(type)?.symbol.name ?? "The type";
    const budget = { left: MAX_VISITS };
    const visit = { direction, node, subject, inside: [], lineage: [], problems, budget, bindings };
    const { schema, mayBeAbsent } = this.outcome(type, { ...visit, written });
    if (!schema) return { schema, mayBeAbsent };
    const keywords = primitiveAliases(this.ts, this.checker, written).map((symbol) =>
      commentKeywords(this.ts, this.checker, symbol),
    );
    return { schema: keywords.reduceRight(withKeywords, schema), mayBeAbsent };
  }

  /** Begins at an expression that is a validator. */
  validator(node: ts.Expression, direction: Direction, problems: SchemaProblem[]): Outcome {
    const budget = { left: MAX_VISITS };
    const visit = {
      direction,
      node,
      subject: "The schema",
      inside: [],
      lineage: [],
      problems,
      budget,
      bindings: UNBOUND,
    };
    return validatorOutcome(this.validators.reading(visit), node, visit);
  }

  /** What JSON carries of the type's values: a reference where it has a name, else all of it. */
  outcome(given: ts.Type, visit: Visit): Outcome {
    const type = bound(this.ts, this.checker, given, visit.bindings);
    const mapped = mappedOutcome(this, type, visit);
    if (mapped) return mapped;
    const linked = visit.unlinked === type ? undefined : this.validators.ofType(type, visit);
    if (linked) return linked;
    const isOpen = mentionsBound(this.checker, type, visit.bindings);
    const named = !isOpen && this.isComponent(type) ? this.names.named(type) : undefined;
    const isAgain = visit.inside.includes(type);
    if (!named && !isAgain) return this.written(type, visit);
    return this.component(type, named, visit);
  }

  /** Whether the declaration is the project's own, as opposed to a dependency's or the language's. */
  isOwn(declaration: ts.Node): boolean {
    const file = declaration.getSourceFile();
    return (
      !this.program.isSourceFileFromExternalLibrary(file) &&
      !this.program.isSourceFileDefaultLibrary(file) &&
      !file.fileName.includes("/node_modules/")
    );
  }

  private component(type: ts.Type, named: NamedType | undefined, visit: Visit): Outcome {
    const place = named ? placeOf(named.declaration) : "";
    if (named && named.typeArguments.length > 0) {
      const depth = visit.lineage.filter((ancestor) => ancestor === place).length;
      if (depth > MAX_LINEAGE) return unknown(visit, "holds ever new instances of itself");
    }
    const declaration = named?.declaration ?? type.getSymbol()?.declarations?.[0];
    const identity = {
      key: this.names.key(type),
      name: this.names.name(type),
      place: { file: declaration?.getSourceFile().fileName ?? "", offset: declaration?.pos ?? 0 },
    };
    const reference = this.components.refer(identity, visit.direction, () => {
      const isOwn = declaration && this.isOwn(declaration);
      const inner: Visit = {
        direction: visit.direction,
        node: isOwn ? (this.ts.getNameOfDeclaration(declaration) ?? declaration) : visit.node,
        subject: named?.symbol.name ?? visit.subject,
        written: named && writtenTypeOf(named.declaration),
        inside: [type],
        lineage: named ? [...visit.lineage, place] : visit.lineage,
        problems: visit.problems,
        budget: { left: MAX_VISITS },
        bindings: visit.bindings,
      };
      const { schema = {} } = this.plain(type, inner);
      return named ? withKeywords(schema, commentKeywords(this.ts, this.checker, named.symbol)) : schema;
    });
    if (!reference) return unknown(visit, "is one type too many for the document");
    return { schema: reference, mayBeAbsent: this.mayBeAbsent(type) };
  }

  private mayBeAbsent(type: ts.Type): boolean {
    const { TypeFlags } = this.ts;
    const parts = type.isUnion() ? type.types : [type];
    return parts.some((part) => (part.flags & (TypeFlags.Undefined | TypeFlags.Void)) !== 0);
  }

  /** Objects, unions and enums that the project, or a package of its own name, has a name for. */
  private isComponent(type: ts.Type): boolean {
    const { TypeFlags } = this.ts;
    const named = this.names.named(type);
    if (!named || this.isGlobal(named.symbol)) return false;
    if (!(type.flags & (TypeFlags.Object | TypeFlags.Union | TypeFlags.Intersection))) return false;
    if (type.flags & TypeFlags.Boolean) return false;
    const isForeign = !this.isOwn(named.declaration);
    // What packages compute with is of no interest to who reads the document; what they declare plainly is.
    if (isForeign && named.typeArguments.some((argument) => !this.names.named(argument))) return false;
    if (type.isIntersection()) return !this.primitiveOf(type);
    if (type.flags & TypeFlags.Union) return (type as ts.UnionType).types.some((part) => !this.isNothing(part));
    return !this.isFunction(type) && !this.jsonMethod(type) && !this.checker.isArrayType(type);
  }

  private isNothing(type: ts.Type): boolean {
    const { TypeFlags } = this.ts;
    return (
      (type.flags & (TypeFlags.Undefined | TypeFlags.Void | TypeFlags.Null | TypeFlags.ESSymbolLike)) !== 0 ||
      this.isFunction(type)
    );
  }

  private isGlobal(symbol: ts.Symbol): boolean {
    const [declaration] = symbol.declarations ?? [];
    return declaration !== undefined && this.program.isSourceFileDefaultLibrary(declaration.getSourceFile());
  }

  /** All of the type, written out here. */
  private written(type: ts.Type, visit: Visit): Outcome {
    if (visit.inside.length > MAX_DEPTH) return unknown(visit, "is nested too deeply");
    return this.plain(type, { ...visit, inside: [...visit.inside, type] });
  }

  private plain(type: ts.Type, visit: Visit): Outcome {
    const { ts, checker } = this;
    const { TypeFlags } = ts;
    const { flags } = type;
    if (--visit.budget.left < 0) return unknown(visit, "is too large to be written out");
    if (flags & TypeFlags.Any) return unknown(visit, isError(type) ? "could not be resolved" : "is `any`");
    if (flags & TypeFlags.Unknown) return unknown(visit, "is `unknown`");
    if (flags & TypeFlags.Never) return present({ not: {} });
    if (flags & (TypeFlags.Undefined | TypeFlags.Void | TypeFlags.ESSymbolLike)) return ABSENT;
    if (flags & TypeFlags.Null) return present({ type: "null" });
    const literal = literalOf(ts, checker, type);
    if (literal !== undefined) return present(literalSchema([literal]));
    if (flags & TypeFlags.TemplateLiteral) {
      return present({ type: "string", pattern: templatePattern(ts, checker, type as ts.TemplateLiteralType) });
    }
    if (flags & TypeFlags.StringMapping) {
      const pattern = caseMappingPattern(type.getSymbol()?.name ?? "");
      return present({ type: "string", ...(pattern !== undefined && { pattern }) });
    }
    if (type.isUnion())
      return flags & TypeFlags.Boolean ? present({ type: "boolean" }) : unionOutcome(this, type, visit);
    if (flags & TypeFlags.StringLike) return present({ type: "string" });
    if (flags & TypeFlags.NumberLike) return present({ type: "number" });
    if (flags & TypeFlags.BooleanLike) return present({ type: "boolean" });
    if (flags & TypeFlags.BigIntLike) return this.bigint(type, visit);
    if (flags & TypeFlags.NonPrimitive) return present({ type: "object" });
    if (flags & (TypeFlags.Instantiable | TypeFlags.Conditional)) return this.constraint(type, visit);
    if (type.isIntersection()) return this.intersection(type, visit);
    return this.object(type, visit);
  }

  private bigint(type: ts.Type, visit: Visit): Outcome {
    const method = this.jsonMethod(this.checker.getApparentType(type));
    if (method) return this.outcome(method, visit);
    report(visit, "is a bigint, which JSON.stringify throws on");
    return present({ type: "integer" });
  }

  /** What a type parameter, or a type that waits for one, is at least. */
  private constraint(type: ts.Type, visit: Visit): Outcome {
    const constraint = this.checker.getBaseConstraintOfType(type);
    if (!constraint || constraint === type || constraint.flags & this.ts.TypeFlags.Unknown) {
      return unknown(visit, "depends on a type parameter");
    }
    return this.outcome(constraint, visit);
  }

  private intersection(type: ts.IntersectionType, visit: Visit): Outcome {
    // A brand marks a primitive for the compiler only.
    const primitive = this.primitiveOf(type);
    const tuple = type.types.find((part) => this.checker.isTupleType(part));
    if (tuple) return this.outcome(tuple, visit);
    const { schema: tagged, others } = typeTags(this, type);
    const array = others.find((part) => this.checker.isArrayType(part));
    const marked = primitive ?? (tagged && (array ?? (others.length === 1 ? others[0] : undefined)));
    if (!marked) return this.object(type, visit);
    const { schema, mayBeAbsent } = this.outcome(marked, visit);
    return schema && tagged ? { schema: { ...schema, ...tagged }, mayBeAbsent } : { schema, mayBeAbsent };
  }

  private primitiveOf(type: ts.IntersectionType): ts.Type | undefined {
    const { TypeFlags } = this.ts;
    const primitive =
      TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BooleanLike | TypeFlags.BigIntLike | TypeFlags.Union;
    return type.types.find((part) => part.flags & primitive);
  }

  private object(type: ts.Type, visit: Visit): Outcome {
    const { checker } = this;
    const known = this.wellKnown(type);
    if (known === "absent") return ABSENT;
    if (known && "problem" in known) {
      report(visit, known.problem);
      return present(known.schema);
    }
    if (known) return present(known);
    const method = this.jsonMethod(type);
    if (method && !visit.inside.includes(method)) return this.outcome(method, visit);
    if (method) return present({ type: "object" });
    if (checker.isTupleType(type)) return present(tupleSchema(this, type as ts.TypeReference, visit));
    if (checker.isArrayLikeType(type)) {
      return present(arraySchema(this, checker.getIndexTypeOfType(type, this.ts.IndexKind.Number), visit));
    }
    if (this.isFunction(type)) return ABSENT;
    return present(objectSchema(this, type, visit));
  }

  private wellKnown(type: ts.Type): (typeof wellKnownTypes)[string] | undefined {
    const symbol = type.getSymbol();
    const identity = symbol && declaredIdentity(this.ts, symbol);
    const [name, ...more] = identity?.steps ?? [];
    if (identity?.module !== GLOBAL || name === undefined || more.length > 0) return undefined;
    const [declaration] = symbol?.declarations ?? [];
    if (!declaration || this.isOwn(declaration)) return undefined;
    return Object.hasOwn(wellKnownTypes, name) ? wellKnownTypes[name] : undefined;
  }

  /** What `toJSON()` returns, where the type has it. */
  private jsonMethod(type: ts.Type): ts.Type | undefined {
    const property = this.checker.getPropertyOfType(type, "toJSON");
    if (!property) return undefined;
    const signatures = this.checker.getTypeOfSymbol(property).getCallSignatures();
    const signature = signatures.find(({ parameters }) => parameters.length === 0) ?? signatures.at(-1);
    return signature && this.checker.getReturnTypeOfSignature(signature);
  }

  private isFunction(type: ts.Type): boolean {
    return type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0;
  }
}

const UNBOUND: Bindings = new Map();

/** What stands for a type that could not be resolved. */
function isError(type: ts.Type): boolean {
  return (type as ts.Type & { readonly intrinsicName?: string }).intrinsicName === "error";
}
