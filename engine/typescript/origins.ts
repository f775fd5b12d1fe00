/** Where texts and collections come from, followed back inside a function: by syntax, without a checker. */
import type ts from "typescript";
import type { CallId, FunctionId, OriginFact } from "../facts/facts.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";
import { LengthTests } from "./length-guards.js";
import type { Declared, Scopes } from "./scopes.js";

/** More steps are not followed, nor more origins kept. */
const MAX_DEPTH = 12;
const MAX_ORIGINS = 4;
const MAX_MEMBERS = 6;

/** Methods that give back the text or the collection that they are called on, or most of it. */
const PASSING = new Set(
  (
    "trim trimStart trimEnd toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase normalize toString replace " +
    "replaceAll split join concat reverse toReversed sort toSorted filter map flatMap flat slice substring substr " +
    "matchAll values keys entries"
  ).split(" "),
);
/** Methods that cut: what is left is as long as they say. */
const CUTTING = new Set(["slice", "substring", "substr"]);
/** Methods and properties that give something short, whatever they are asked of. */
const SHORT = new Set(
  "length size at charAt charCodeAt codePointAt indexOf lastIndexOf search includes startsWith endsWith test has".split(
    " ",
  ),
);
/** Functions that give back what they are given, in another form. */
const CONVERTING =
  /^(?:String|Number(?:\.parse(?:Int|Float))?|parse(?:Int|Float)|BigInt|decodeURI(?:Component)?|encodeURI(?:Component)?|unescape|escape|JSON\.(?:parse|stringify)|Object\.(?:keys|values|entries|fromEntries)|Array\.from|Buffer\.from|URL|URLSearchParams|Set|Map)$/u;
/** Of these, what gives as many elements as an object has keys. */
const KEYED = /^Object\.(?:keys|values|entries)$/u;
/** Methods that call their first argument with each element. */
const ITERATING = new Set("forEach map filter some every find findIndex findLast flatMap".split(" "));

export interface Numbering {
  readonly functionOf: ReadonlyMap<ts.Node, FunctionId>;
  readonly callOf: ReadonlyMap<ts.Node, CallId>;
}

export class Origins {
  readonly #ts: TypeScript;
  readonly #file: ts.SourceFile;
  readonly #scopes: Scopes;
  readonly #numbering: Numbering;
  /** Of variables, which are asked about at each of their uses. */
  readonly #known = new Map<ts.Node, readonly OriginFact[]>();
  readonly #lengths: LengthTests;
  /** What functions give back, which are called at many places. */
  readonly #returned = new Map<ts.Node, readonly OriginFact[]>();
  /** Whether what a function gives back is looked at. */
  #isInFunction = false;

  constructor(typescript: TypeScript, file: ts.SourceFile, scopes: Scopes, numbering: Numbering) {
    this.#ts = typescript;
    this.#file = file;
    this.#scopes = scopes;
    this.#numbering = numbering;
    this.#lengths = new LengthTests(typescript, file);
  }

  /** @param id the function that the expression is written in */
  of(expression: ts.Expression, id: FunctionId): readonly OriginFact[] {
    return distinct(this.trace(expression, id, MAX_DEPTH)).slice(0, MAX_ORIGINS);
  }

  /** Where the properties of an object come from that is written out: `{ email: request.body.email, ...rest }`. */
  ofProperties(
    expression: ts.Expression,
    id: FunctionId,
  ): readonly { readonly property?: string; readonly from: readonly OriginFact[] }[] {
    const node = unwrap(this.#ts, expression);
    if (!this.#ts.isObjectLiteralExpression(node)) return [];
    return node.properties.flatMap((property) => {
      if (this.#ts.isSpreadAssignment(property)) return [{ from: this.of(property.expression, id) }];
      if (this.#ts.isShorthandPropertyAssignment(property))
        return [{ property: property.name.text, from: this.of(property.name, id) }];
      if (!this.#ts.isPropertyAssignment(property)) return [];
      return [{ property: textOf(this.#ts, property.name), from: this.of(property.initializer, id) }];
    });
  }

  private trace(expression: ts.Expression, id: FunctionId, depth: number): readonly OriginFact[] {
    const { SyntaxKind } = this.#ts;
    if (depth <= 0) return [];
    const node = unwrap(this.#ts, expression);
    const both = (...parts: readonly ts.Expression[]) => parts.flatMap((part) => this.trace(part, id, depth - 1));
    switch (node.kind) {
      case SyntaxKind.Identifier: {
        const declared = this.#scopes.find((node as ts.Identifier).text, id);
        if (!declared || declared.function === 0 || this.#lengths.limit(node)) return [];
        return this.ofDeclaration(declared, depth - 1);
      }
      case SyntaxKind.PropertyAccessExpression: {
        const { name, expression: object } = node as ts.PropertyAccessExpression;
        if (SHORT.has(name.text) || this.#lengths.limit(node)) return [];
        return withMember(this.trace(object, id, depth - 1), name.text);
      }
      case SyntaxKind.ElementAccessExpression: {
        const { expression: object, argumentExpression: key } = node as ts.ElementAccessExpression;
        const name = this.#ts.isStringLiteralLike(key) ? key.text : "[]";
        return withMember(this.trace(object, id, depth - 1), name);
      }
      case SyntaxKind.TemplateExpression:
        return both(...(node as ts.TemplateExpression).templateSpans.map((span) => span.expression));
      case SyntaxKind.ConditionalExpression:
        return both((node as ts.ConditionalExpression).whenTrue, (node as ts.ConditionalExpression).whenFalse);
      case SyntaxKind.SpreadElement:
        return both((node as ts.SpreadElement).expression);
      case SyntaxKind.PrefixUnaryExpression: {
        // The number that a text says: `+request.query.n`.
        const { operator, operand } = node as ts.PrefixUnaryExpression;
        return operator === SyntaxKind.PlusToken ? both(operand) : [];
      }
      case SyntaxKind.ArrayLiteralExpression: {
        const spread = (node as ts.ArrayLiteralExpression).elements.filter((element) =>
          this.#ts.isSpreadElement(element),
        );
        return both(...spread);
      }
      case SyntaxKind.BinaryExpression:
        return this.ofBinary(node as ts.BinaryExpression, both);
      case SyntaxKind.CallExpression:
      case SyntaxKind.NewExpression:
        return this.ofCall(node as ts.CallExpression, id, depth);
      default:
        return [];
    }
  }

  private ofBinary(
    { left, operatorToken, right }: ts.BinaryExpression,
    both: (...parts: readonly ts.Expression[]) => readonly OriginFact[],
  ): readonly OriginFact[] {
    switch (operatorToken.kind) {
      case this.#ts.SyntaxKind.PlusToken:
      case this.#ts.SyntaxKind.BarBarToken:
      case this.#ts.SyntaxKind.QuestionQuestionToken:
        return both(left, right);
      case this.#ts.SyntaxKind.AmpersandAmpersandToken:
      case this.#ts.SyntaxKind.EqualsToken:
      case this.#ts.SyntaxKind.CommaToken:
        return both(right);
      default:
        return [];
    }
  }

  private ofCall(node: ts.CallExpression | ts.NewExpression, id: FunctionId, depth: number): readonly OriginFact[] {
    const callee = unwrap(this.#ts, node.expression);
    const [first, second] = node.arguments ?? [];
    const called = callee.getText(this.#file);
    if (first && CONVERTING.test(called)) {
      const from = this.trace(first, id, depth - 1);
      return KEYED.test(called) ? withMember(from, "{}") : from;
    }
    const call = this.#numbering.callOf.get(node);
    const own: readonly OriginFact[] = call === undefined ? [] : [{ is: "call", call, member: [] }];
    if (this.#ts.isIdentifier(callee)) return [...own, ...this.throughFunction(callee, node, id, depth)];
    if (!this.#ts.isPropertyAccessExpression(callee)) return own;
    const { name, expression: object } = callee;
    if (SHORT.has(name.text) || (CUTTING.has(name.text) && isCut(this.#ts, first, second))) return [];
    const from = this.trace(object, id, depth - 1);
    if (PASSING.has(name.text)) return from;
    // What a method of a parameter gives is its own: `request.get("x")`, `await request.json()`.
    const asked = withMember(withMember(from, name.text), "()").filter(({ is }) => is === "parameter");
    return asked.length > 0 ? asked : own;
  }

  /** What a function of the file gives back of what it is given: `clean(request.body.name)`. One call deep. */
  private throughFunction(
    callee: ts.Identifier,
    node: ts.CallExpression | ts.NewExpression,
    id: FunctionId,
    depth: number,
  ): readonly OriginFact[] {
    const declared = this.#scopes.find(callee.text, id)?.node;
    const called = declared && functionIn(this.#ts, declared);
    const inner = called && this.#numbering.functionOf.get(called);
    if (!called?.body || inner === undefined) return [];
    return this.givenBack(called.body, inner).flatMap((origin) => {
      const argument = origin.is === "parameter" && origin.function === inner && node.arguments?.[origin.index];
      if (!argument) return [];
      return origin.member.reduce(withMember, this.trace(argument, id, depth - 1));
    });
  }

  private givenBack(body: ts.ConciseBody, id: FunctionId): readonly OriginFact[] {
    const known = this.#returned.get(body);
    if (known) return known;
    // What it calls itself is not looked through.
    if (this.#isInFunction) return [];
    this.#isInFunction = true;
    const found = returnedBy(this.#ts, body).flatMap((value) => this.trace(value, id, MAX_DEPTH));
    this.#isInFunction = false;
    const given = distinct(found).slice(0, MAX_ORIGINS);
    this.#returned.set(body, given);
    return given;
  }

  private ofDeclaration({ function: owner, node }: Declared, depth: number): readonly OriginFact[] {
    const known = this.#known.get(node);
    if (known) return known;
    // A variable that is made of itself adds nothing.
    this.#known.set(node, []);
    const found = distinct(this.declared(node, owner, depth)).slice(0, MAX_ORIGINS);
    this.#known.set(node, found);
    return found;
  }

  private declared(node: Declared["node"], owner: FunctionId, depth: number): readonly OriginFact[] {
    if (this.#ts.isParameter(node)) return this.ofParameter(node, depth);
    if (this.#ts.isBindingElement(node)) return this.ofElement(node, owner, depth);
    if (!this.#ts.isVariableDeclaration(node)) return [];
    const assigned = this.#ts.isIdentifier(node.name) ? this.#scopes.assignedTo(node.name.text, owner) : [];
    return [
      ...this.ofVariable(node, owner, depth),
      ...assigned.flatMap((value) => this.trace(value, owner, depth - 1)),
    ];
  }

  private ofVariable(node: ts.VariableDeclaration, owner: FunctionId, depth: number): readonly OriginFact[] {
    const loop = node.parent.parent;
    if (this.#ts.isForOfStatement(loop)) return withMember(this.trace(loop.expression, owner, depth - 1), "[]");
    return node.initializer ? this.trace(node.initializer, owner, depth - 1) : [];
  }

  private ofElement(node: ts.BindingElement, owner: FunctionId, depth: number): readonly OriginFact[] {
    const holder = node.parent.parent;
    const from = this.#ts.isParameter(holder)
      ? this.ofParameter(holder, depth)
      : this.#ts.isBindingElement(holder)
        ? this.ofElement(holder, owner, depth - 1)
        : this.ofVariable(holder, owner, depth);
    if (node.dotDotDotToken) return from;
    const key = node.propertyName ?? node.name;
    return withMember(from, this.#ts.isObjectBindingPattern(node.parent) ? textOf(this.#ts, key) : "[]");
  }

  /** Callbacks of the array's methods are given its elements. */
  private ofParameter(node: ts.ParameterDeclaration, depth: number): readonly OriginFact[] {
    const owner = node.parent;
    const id = this.#numbering.functionOf.get(owner);
    const index = owner.parameters.indexOf(node);
    if (id === undefined) return [];
    const call = owner.parent;
    if (index === 0 && this.#ts.isCallExpression(call) && call.arguments[0] === (owner as ts.Node)) {
      const callee = call.expression;
      if (this.#ts.isPropertyAccessExpression(callee) && ITERATING.has(callee.name.text)) {
        const around = this.functionAround(call);
        return withMember(this.trace(callee.expression, around, depth - 1), "[]");
      }
    }
    return [{ is: "parameter", function: id, index, member: [] }];
  }

  private functionAround(node: ts.Node): FunctionId {
    for (let at = node.parent; !this.#ts.isSourceFile(at); at = at.parent) {
      const id = this.#numbering.functionOf.get(at);
      if (id !== undefined) return id;
    }
    return 0;
  }
}

/** The function that a declaration gives its name to. */
function functionIn(
  ts: TypeScript,
  node: Declared["node"],
): ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | undefined {
  if (ts.isFunctionDeclaration(node)) return node;
  const value = ts.isVariableDeclaration(node) ? node.initializer : undefined;
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined;
}

/** Functions inside give back what is theirs. */
function returnedBy(ts: TypeScript, body: ts.ConciseBody): readonly ts.Expression[] {
  if (!ts.isBlock(body)) return [body];
  const returned: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) returned.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return returned;
}

function isCut(ts: TypeScript, first: ts.Expression | undefined, second: ts.Expression | undefined): boolean {
  return first !== undefined && second !== undefined && !ts.isSpreadElement(first);
}

function textOf(ts: TypeScript, key: ts.Node): string {
  return ts.isIdentifier(key) || ts.isStringLiteralLike(key) ? key.text : "[]";
}

function withMember(origins: readonly OriginFact[], name: string): readonly OriginFact[] {
  return origins.map((origin) =>
    origin.member.length >= MAX_MEMBERS ? origin : { ...origin, member: [...origin.member, name] },
  );
}

function distinct(origins: readonly OriginFact[]): readonly OriginFact[] {
  return origins.length < 2
    ? origins
    : [...new Map(origins.map((origin) => [JSON.stringify(origin), origin])).values()];
}
