/** Evaluates schemas of validation libraries statically: from the calls that build them, nothing is executed. */
import type ts from "typescript";
import type { Direction, JsonSchema } from "../../../schema-reader.js";
import { validatorLibraries, type ValidatorLibrary } from "../../../validators/index.js";
import { unwrap } from "../../expressions.js";
import { commentKeywords } from "../comments.js";
import type { ComponentIdentity } from "../components.js";
import { pascal, placeOf } from "../type-names.js";
import { ABSENT, type Outcome, present, type Visit } from "../visit.js";
import type { TypeWalker } from "../walker.js";
import { Constants } from "./constants.js";
import { decorated, type Decorated } from "./decorators.js";
import { sharedSchemas, writtenSchema } from "./json-schemas.js";
import { LibraryPaths } from "./library-paths.js";
import { type Call, definitionValidator, lazily, make } from "./make.js";
import { operate } from "./operate.js";
import { InferenceLinks } from "./links.js";
import { inferredType, part, type Reading } from "./reading.js";
import { isComposite, plain, schemaOf, type Validator, withMore } from "./validator.js";
import { type Definition, Definitions, MODULE_SCOPE, nameOf, returned, type Written } from "./written-value.js";

const MAX_DEPTH = 60;

/** Reads the validators of one program. */
export class ValidatorReader {
  readonly #walker: TypeWalker;
  readonly #definitions: Definitions;
  readonly #constants: Constants;
  readonly #paths: LibraryPaths;
  readonly #links: InferenceLinks;
  readonly #known: Readonly<Record<Direction, Map<ts.Node, Validator | undefined>>> = {
    input: new Map(),
    output: new Map(),
  };
  #shared: ReadonlyMap<string, ts.Expression> | undefined;
  #depth = 0;

  constructor(walker: TypeWalker) {
    this.#walker = walker;
    this.#definitions = new Definitions(walker.ts, walker.checker);
    this.#constants = new Constants(walker.ts, walker.checker, this.#definitions);
    this.#paths = new LibraryPaths(walker.ts, walker.checker, validatorLibraries);
    this.#links = new InferenceLinks(walker, this.#paths);
  }

  /** The outcome of the schema that a type is inferred from; undefined where it is inferred from none. */
  ofType(type: ts.Type, visit: Visit): Outcome | undefined {
    const symbol = (visit.written && this.#links.ofNode(visit.written)) ?? this.#links.ofType(type);
    const reading = this.reading(visit);
    const definition = symbol && this.#definitions.ofSymbol(symbol, MODULE_SCOPE);
    const validator = this.declared(reading, definition);
    if (validator) return outcomeOf(validator, reading);
    return definition && this.writtenOutcome(reading, definition, visit);
  }

  private sharedSchema(name: string): ReturnType<Reading["sharedSchema"]> {
    const { ts } = this.#walker;
    const node = (this.#shared ??= sharedSchemas(this.#walker)).get(name);
    if (!node) return undefined;
    let holder: ts.Node = node.parent;
    while (ts.isAsExpression(holder) || ts.isSatisfiesExpression(holder)) holder = holder.parent;
    const identity = ts.isVariableDeclaration(holder) ? this.identityOf(holder) : undefined;
    return { node, ...(identity && { identity }) };
  }

  /** A JSON Schema that a type is inferred from, by its name. */
  private writtenOutcome(reading: Reading, { written, declaration }: Definition, visit: Visit): Outcome | undefined {
    const identity = this.identityOf(declaration);
    if (!identity || !this.#definitions.literal(written)) return undefined;
    const make = (): JsonSchema => writtenSchema(reading, written, visit) ?? {};
    const reference = reading.components.refer(identity, reading.direction, make);
    return reference && present(reference);
  }

  /** The outcome of the schema that says what a property of an inferred type is: its type has lost the constraints. */
  ofProperty(property: ts.Symbol, type: ts.Type, visit: Visit): Outcome | undefined {
    const { ts, checker } = this.#walker;
    const declaration = property.declarations?.[0];
    if (!declaration || !ts.isObjectLiteralElementLike(declaration)) return undefined;
    const value = this.propertyValue(declaration, MODULE_SCOPE);
    if (!value || checker.getTypeAtLocation(value.node) === type) return undefined;
    const isDescribed = (["output", "input"] as const).some((direction) => {
      const described = inferredType(this.#walker, value.node, direction);
      return described !== undefined && isSame(checker, described, type);
    });
    if (!isDescribed) return undefined;
    const reading = this.reading(visit);
    const validator = ts.isShorthandPropertyAssignment(declaration)
      ? this.shorthand(reading, declaration, value.scope)
      : this.read(reading, value);
    return validator && outcomeOf(validator, reading);
  }

  /** What reads on behalf of a visit. */
  reading(visit: Visit): Reading {
    const reading: Reading = {
      walker: this.#walker,
      visit,
      components: this.#walker.components,
      direction: visit.direction,
      budget: visit.budget,
      definitions: this.#definitions,
      constants: this.#constants,
      read: (written) => this.read(reading, written),
      object: (written) => this.objectOf(reading, written),
      define: (written, library) => definitionValidator(reading, library, written),
      sharedSchema: (name) => this.sharedSchema(name),
      act: (subject, action) => this.act(reading, subject, action),
      shape: (written) => this.shape(reading, written),
    };
    return reading;
  }

  /** What the decorators of a property add to its outcome; undefined where they say nothing. */
  decorated(declaration: ts.Node, outcome: Outcome, visit: Visit): Decorated | undefined {
    return decorated(this.reading(visit), this.#paths, declaration, outcome);
  }

  private read(reading: Reading, written: Written): Validator | undefined {
    const node = unwrap(this.#walker.ts, written.node);
    const known = this.#known[reading.direction];
    const isKept = written.scope.size === 0;
    if (isKept && known.has(node)) return known.get(node);
    if (this.#depth > MAX_DEPTH) return undefined;
    this.#depth++;
    try {
      const read = this.evaluate(reading, { node, scope: written.scope });
      if (isKept) known.set(node, read);
      return read;
    } finally {
      this.#depth--;
    }
  }

  private evaluate(reading: Reading, written: Written): Validator | undefined {
    const { ts } = this.#walker;
    const { node, scope } = written;
    if (ts.isCallExpression(node)) return this.call(reading, { node, scope });
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const member = this.member(reading, { node, scope });
      if (member) return member;
    }
    return this.declared(reading, this.#definitions.of(written));
  }

  /** What a name is defined as, which goes by that name. */
  private declared(reading: Reading, definition: Definition | undefined): Validator | undefined {
    const defined = definition && this.read(reading, definition.written);
    if (!definition || !defined || defined.identity || !isComposite(defined)) return defined;
    const isParameter = this.#walker.ts.isParameter(definition.declaration);
    const identity = isParameter ? undefined : this.identityOf(definition.declaration);
    return identity ? { ...defined, identity } : defined;
  }

  private call(
    reading: Reading,
    { node, scope }: { readonly node: ts.CallExpression; readonly scope: Written["scope"] },
  ): Validator | undefined {
    const { ts } = this.#walker;
    const callee = unwrap(ts, node.expression);
    const args = node.arguments.map((argument) => ({ node: argument, scope }));
    const found = this.#paths.of(callee);
    if (found)
      return this.function(reading, found.library, found.path.join("."), {
        node,
        library: found.library,
        arguments: args,
      });
    if (ts.isPropertyAccessExpression(callee)) {
      const subject = this.read(reading, { node: callee.expression, scope });
      if (subject) {
        const operation = own(subject.library.methods, callee.name.text);
        return operation && operate(reading, operation, subject, { node, library: subject.library, arguments: args });
      }
    }
    const result = this.#definitions.result({ node, scope });
    return result && this.read(reading, result);
  }

  private function(reading: Reading, library: ValidatorLibrary, path: string, call: Call): Validator | undefined {
    const meaning = own(library.functions, path);
    if (!meaning) return undefined;
    if ("makes" in meaning) {
      return make(reading, meaning, call);
    }
    const [first, ...others] = call.arguments;
    const subject = first && part(reading, first, library);
    return subject && operate(reading, meaning.applies, subject, { ...call, arguments: others });
  }

  private act(reading: Reading, subject: Validator, action: Written): Validator | undefined {
    const { ts } = this.#walker;
    const node = unwrap(ts, action.node);
    if (!ts.isCallExpression(node)) return undefined;
    const found = this.#paths.of(node.expression);
    if (!found) {
      const result = this.#definitions.result({ node, scope: action.scope });
      return result && this.act(reading, subject, result);
    }
    const operation = own(found.library.actions, found.path.join("."));
    const args = node.arguments.map((argument) => ({ node: argument, scope: action.scope }));
    return operation && operate(reading, operation, subject, { node, library: found.library, arguments: args });
  }

  /** `User.shape.email`, `Users.element` */
  private member(
    reading: Reading,
    {
      node,
      scope,
    }: { readonly node: ts.PropertyAccessExpression | ts.ElementAccessExpression; readonly scope: Written["scope"] },
  ): Validator | undefined {
    const { ts } = this.#walker;
    const name = memberName(ts, node);
    const object = unwrap(ts, node.expression);
    if (name === undefined) return undefined;
    const shape = ts.isPropertyAccessExpression(object)
      ? this.shapeMember(reading, { node: object, scope })
      : undefined;
    if (shape) return shape.get(name)?.();
    if (this.#paths.of(object)) return undefined;
    const subject = this.read(reading, { node: object, scope });
    return subject && own(subject.library.members, name) === "element" ? subject.element?.() : undefined;
  }

  private shapeMember(
    reading: Reading,
    { node, scope }: { readonly node: ts.PropertyAccessExpression; readonly scope: Written["scope"] },
  ): ReadonlyMap<string, () => Validator> | undefined {
    if (this.#paths.of(node.expression)) return undefined;
    const subject = this.read(reading, { node: node.expression, scope });
    return subject && own(subject.library.members, node.name.text) === "shape" ? subject.object?.properties : undefined;
  }

  private shape(reading: Reading, written: Written): ReadonlyMap<string, () => Validator> | undefined {
    const { ts } = this.#walker;
    const node = unwrap(ts, written.node);
    if (ts.isPropertyAccessExpression(node)) {
      const shape = this.shapeMember(reading, { node, scope: written.scope });
      if (shape) return shape;
    }
    const literal = this.#definitions.literal({ node, scope: written.scope });
    if (!literal) return undefined;
    const properties = new Map<string, () => Validator>();
    for (const property of literal.node.properties) {
      if (ts.isSpreadAssignment(property)) {
        const spread = this.shape(reading, { node: property.expression, scope: literal.scope });
        if (!spread) return undefined;
        for (const [name, read] of spread) properties.set(name, read);
        continue;
      }
      const name = nameOf(ts, property.name);
      const value = this.propertyValue(property, literal.scope);
      if (name !== undefined && value)
        properties.set(
          name,
          lazily(() => this.property(reading, property, value)),
        );
    }
    return properties;
  }

  /** `{ page: Joi.number() }`, where all properties are made by a library's calls. */
  private objectOf(reading: Reading, written: Written): Validator | undefined {
    const literal = this.#definitions.literal(written);
    const { ts } = this.#walker;
    const libraries = (literal?.node.properties ?? []).map((property) => {
      const value = literal && this.propertyValue(property, literal.scope);
      const isMade = value !== undefined && ts.isCallExpression(unwrap(ts, value.node));
      return isMade ? this.read(reading, value)?.library : undefined;
    });
    const [library] = libraries;
    const maker = library && own(library.functions, "object");
    const properties = library && libraries.every((each) => each === library) && this.shape(reading, written);
    if (!properties || !maker || !("makes" in maker) || maker.makes !== "object") return undefined;
    return { ...plain(library, { type: "object" }), object: { properties, rest: maker.rest } };
  }

  private propertyValue(property: ts.ObjectLiteralElementLike, scope: Written["scope"]): Written | undefined {
    const { ts } = this.#walker;
    if (ts.isPropertyAssignment(property)) return { node: property.initializer, scope };
    if (ts.isShorthandPropertyAssignment(property)) return { node: property.name, scope };
    const value = ts.isGetAccessor(property) ? returned(ts, property) : undefined;
    return value && { node: value, scope };
  }

  /** The property's schema, with what the comment before it says. */
  private property(reading: Reading, property: ts.ObjectLiteralElementLike, value: Written): Validator {
    const { ts, checker } = this.#walker;
    const visit = {
      ...reading.visit,
      node: property.name ?? property,
      subject: property.name?.getText() ?? reading.visit.subject,
    };
    const inner = this.reading(visit);
    const symbol = property.name && checker.getSymbolAtLocation(property.name);
    const validator = ts.isShorthandPropertyAssignment(property)
      ? this.shorthand(inner, property, value.scope)
      : part(inner, value, this.anyLibrary(inner, value));
    return withMore(validator, symbol ? commentKeywords(ts, checker, symbol) : {}, reading);
  }

  private shorthand(reading: Reading, property: ts.ShorthandPropertyAssignment, scope: Written["scope"]): Validator {
    const { checker } = this.#walker;
    const symbol = checker.getShorthandAssignmentValueSymbol(property);
    const defined = this.declared(reading, this.#definitions.ofSymbol(symbol, scope));
    if (defined) return defined;
    return part(reading, { node: property.name, scope }, this.anyLibrary(reading, { node: property.name, scope }));
  }

  private anyLibrary(reading: Reading, value: Written): ValidatorLibrary {
    return this.read(reading, value)?.library ?? NO_LIBRARY;
  }

  /** Names for what is declared for a whole module: `userSchema` is a `User`, `schemas.user` too. */
  private identityOf(declaration: ts.Node): ComponentIdentity | undefined {
    const { ts } = this.#walker;
    if (ts.isExportAssignment(declaration)) return undefined;
    let name = "";
    for (let node = declaration; !ts.isSourceFile(node); node = node.parent) {
      if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node) || ts.isCallExpression(node))
        return undefined;
      if (
        ts.isVariableDeclaration(node) ||
        ts.isPropertyAssignment(node) ||
        ts.isShorthandPropertyAssignment(node) ||
        ts.isPropertyDeclaration(node)
      ) {
        name = `${ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name) ? bareName(node.name.text) : ""}${name}`;
      }
    }
    if (name === "") return undefined;
    const file = declaration.getSourceFile().fileName;
    return { key: `validator:${placeOf(declaration)}`, name, place: { file, offset: declaration.pos } };
  }
}

/** Whether two types are the same but for `undefined`. */
function isSame(checker: ts.TypeChecker, one: ts.Type, other: ts.Type): boolean {
  if (one === other) return true;
  const [left, right] = [checker.getNonNullableType(one), checker.getNonNullableType(other)];
  return left === right || (checker.isTypeAssignableTo(one, other) && checker.isTypeAssignableTo(right, left));
}

function outcomeOf(validator: Validator, reading: Reading): Outcome {
  if (validator.isAbsent) return ABSENT;
  return { schema: schemaOf(validator, reading), mayBeAbsent: validator.isOptional() };
}

/** Stands for what no library's function made. */
const NO_LIBRARY: ValidatorLibrary = { name: "", modules: [], namespaces: [], functions: {} };

/** `createUserSchema` → `CreateUser`; nothing of what only says that it is a schema. */
function bareName(name: string): string {
  return pascal(
    name
      .replace(/(?:Schemas?|Validators?|^schemas?|^validators?|_schemas?|^z(?=[A-Z]))$/u, "")
      .replace(/^z(?=[A-Z])/u, ""),
  );
}

function memberName(
  typescript: TypeWalker["ts"],
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): string | undefined {
  if (typescript.isPropertyAccessExpression(node)) return node.name.text;
  return typescript.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
}

function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
