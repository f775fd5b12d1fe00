/** What calls return instances of, read off signatures and, where none is written, off `return` statements. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { isCollection } from "./declared-elements.js";
import { isNothing } from "./expressions.js";
import type { Resolver } from "./resolver.js";

/** What stands open in a signature, in one call. */
export interface TypeArguments {
  /** What the type `this` stands for. */
  readonly self: ts.Symbol | undefined;
  /** The class whose static member is called. */
  readonly asked: ts.Symbol | undefined;
  /** What a type parameter stands for. */
  of(parameter: ts.Symbol): ts.Symbol | undefined;
}

const NONE: TypeArguments = { self: undefined, asked: undefined, of: () => undefined };

/** What is to be known of what is returned: what it is, or what it holds. */
interface Reading {
  /** By function: what it returns, or nothing while that is found out. */
  readonly known: Map<ts.SignatureDeclaration, ts.Symbol | undefined>;
  ofType(type: ts.TypeNode, depth: number, typeArguments: TypeArguments): ts.Symbol | undefined;
  ofValue(value: ts.Expression, depth: number): ts.Symbol | undefined;
}

export class DeclaredReturns {
  readonly #resolver: Resolver;
  readonly #instances: Reading;
  readonly #elements: Reading;
  /** What `this` is in the functions that are being read and say that it may be a class of several. */
  readonly #selves = new Map<ts.Node, ts.Symbol>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
    this.#instances = {
      known: new Map(),
      ofType: (type, depth, typeArguments) => resolver.instances.instanceType(type, depth, typeArguments),
      ofValue: (value, depth) => resolver.instances.declaredInstance(value, depth),
    };
    this.#elements = {
      known: new Map(),
      ofType: (type, depth, typeArguments) => resolver.declaredElements.inType(type, depth, typeArguments),
      ofValue: (value, depth) => resolver.declaredElements.of(value, depth),
    };
  }

  /** What all signatures of the callee say that it returns an instance of. */
  instance(call: ts.CallExpression, depth: number): ts.Symbol | undefined {
    const { ts, instances } = this.#resolver;
    const owner = this.ownerOf(call.expression, depth);
    if (owner && isPromised(ts, call, "catch") && !instances.memberOf(owner, "catch"))
      return this.rescued(call, owner, depth);
    const [callback] = call.arguments;
    if (isPromised(ts, call, "then") && callback && isFunctionExpression(ts, callback) && call.arguments.length === 1)
      return this.returnedBy(callback, depth, this.#instances, NONE);
    return this.returnedByAll(call, owner, depth, this.#instances);
  }

  /** What all signatures of the callee say that it returns a collection of. */
  element(call: ts.CallExpression, depth: number): ts.Symbol | undefined {
    return this.returnedByAll(call, this.ownerOf(call.expression, depth), depth, this.#elements);
  }

  private returnedByAll(
    call: ts.CallExpression,
    owner: ts.Symbol | undefined,
    depth: number,
    reading: Reading,
  ): ts.Symbol | undefined {
    const { ts, instances } = this.#resolver;
    const typeArguments = this.typeArguments(call.expression, owner, depth);
    const signatures = chosenBy(ts, call, this.signaturesOf(call.expression, owner, depth));
    return instances.common(signatures.map((signature) => this.returnedBy(signature, depth, reading, typeArguments)));
  }

  /** `getUsers().catch(() => new Map())`: what was promised, where the other value is such an instance as well. */
  private rescued(call: ts.CallExpression, promised: ts.Symbol, depth: number): ts.Symbol | undefined {
    const { ts, instances } = this.#resolver;
    const [callback] = call.arguments;
    const body = callback && ts.isArrowFunction(callback) && !ts.isBlock(callback.body) ? callback.body : undefined;
    const isSame = body && (isNothing(ts, body) || instances.declaredInstance(body, depth) === promised);
    return isSame === true ? promised : undefined;
  }

  /** What a function returns, by its type or by all that it returns. */
  private returnedBy(
    signature: ts.SignatureDeclaration,
    depth: number,
    reading: Reading,
    typeArguments: TypeArguments,
  ): ts.Symbol | undefined {
    if (signature.type) return reading.ofType(signature.type, depth, typeArguments);
    if (typeArguments.asked && thisType(this.#resolver.ts, signature))
      return this.returnedFor(typeArguments.asked, signature, depth, reading);
    if (!reading.known.has(signature)) {
      // One that calls itself is not known by what it returns.
      reading.known.set(signature, undefined);
      reading.known.set(signature, this.returnedInBody(signature, depth, reading));
    }
    return reading.known.get(signature);
  }

  /** What a static member returns where a certain class is asked: `create(this: new () => M) { return this.build(); }`. */
  private returnedFor(
    asked: ts.Symbol,
    signature: ts.SignatureDeclaration,
    depth: number,
    reading: Reading,
  ): ts.Symbol | undefined {
    if (this.#selves.has(signature)) return undefined;
    this.#selves.set(signature, asked);
    const returned = this.returnedInBody(signature, depth, reading);
    this.#selves.delete(signature);
    return returned;
  }

  private returnedInBody(signature: ts.SignatureDeclaration, depth: number, reading: Reading): ts.Symbol | undefined {
    const values = this.valuesReturned(signature);
    return this.#resolver.instances.common(values.map((value) => reading.ofValue(value, depth)));
  }

  private valuesReturned(signature: ts.SignatureDeclaration): readonly ts.Expression[] {
    const { ts } = this.#resolver;
    const body = "body" in signature ? signature.body : undefined;
    const isGenerator = "asteriskToken" in signature && signature.asteriskToken !== undefined;
    if (!body || isGenerator) return [];
    this.#resolver.options.onRead?.(signature);
    return ts.isBlock(body) ? returnsOf(ts, body).filter((value) => !isNothing(ts, value)) : [body];
  }

  signaturesCalled({ expression: callee }: ts.CallExpression, depth: number): readonly ts.SignatureDeclaration[] {
    return this.signaturesOf(callee, this.ownerOf(callee, depth), depth);
  }

  /**
   * What follows from whom a member is called on: `users.find(…)` gives one of the users, and
   * `findOne<M>(this: new () => M)` an instance of the class that is asked.
   */
  private typeArguments(callee: ts.Expression, owner: ts.Symbol | undefined, depth: number): TypeArguments {
    const { ts, declaredElements } = this.#resolver;
    const asked = !owner && ts.isPropertyAccessExpression(callee) ? this.classOf(callee.expression) : undefined;
    const of = (parameter: ts.Symbol): ts.Symbol | undefined => {
      const [declaration, ...others] = parameter.declarations ?? [];
      if (!declaration || !ts.isPropertyAccessExpression(callee)) return undefined;
      if (owner?.declarations?.includes(declaration.parent as ts.Declaration))
        return isCollection(owner.name) ? declaredElements.of(callee.expression, depth) : undefined;
      return others.length === 0 && this.isMadeByThis(parameter, declaration) ? asked : undefined;
    };
    return { self: owner, asked, of };
  }

  /** `findOne<M extends Model>(this: new () => M)`. */
  private isMadeByThis(parameter: ts.Symbol, { parent: signature }: ts.Declaration): boolean {
    const { ts } = this.#resolver;
    const self = ts.isFunctionLike(signature) ? thisType(ts, signature) : undefined;
    return self !== undefined && this.makes(self, parameter);
  }

  /** Whether a type is one of classes whose instances are what the type parameter stands for. */
  private makes(type: ts.TypeNode, parameter: ts.Symbol): boolean {
    const { checker } = this.#resolver;
    const made = checker.getTypeFromTypeNode(type).getConstructSignatures();
    return made.some((each) => each.getReturnType().symbol === parameter);
  }

  /** What the callee is a member of. */
  private ownerOf(callee: ts.Expression, depth: number): ts.Symbol | undefined {
    return this.#resolver.ts.isPropertyAccessExpression(callee)
      ? this.#resolver.instances.declaredInstance(callee.expression, depth)
      : undefined;
  }

  /** The class that an expression is: `User`, `this` in a static member, `User.scope("active")`. */
  private classOf(expression: ts.Expression): ts.Symbol | undefined {
    const { ts, instances } = this.#resolver;
    if (expression.kind === ts.SyntaxKind.ThisKeyword) {
      const around = ts.findAncestor(expression, (node) => ts.isFunctionLike(node) && !ts.isArrowFunction(node));
      return (around && this.#selves.get(around)) ?? instances.enclosingClass(expression, "static");
    }
    if (ts.isIdentifier(expression)) return instances.classNamed(expression);
    if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return undefined;
    const owner = this.classOf(expression.expression.expression);
    const member = owner && instances.staticOf(owner, expression.expression.name.text);
    const signatures = (member?.declarations ?? []).filter((each) => ts.isFunctionLike(each));
    return signatures.length > 0 && signatures.every((signature) => this.returnsThis(signature)) ? owner : undefined;
  }

  /** `unscoped<C>(this: C): C`, `scope<M>(this: new () => M): new () => M`. */
  private returnsThis(signature: ts.SignatureDeclaration): boolean {
    const { checker, ts } = this.#resolver;
    const self = thisType(ts, signature);
    const { type } = signature;
    if (!self || !type) return false;
    if (self.getText() === type.getText()) return true;
    return (signature.typeParameters ?? []).some(({ name }) => {
      const parameter = checker.getSymbolAtLocation(name);
      return parameter !== undefined && this.makes(self, parameter) && this.makes(type, parameter);
    });
  }

  /** @param owner what the callee is a member of */
  private signaturesOf(
    callee: ts.Expression,
    owner: ts.Symbol | undefined,
    depth: number,
  ): readonly ts.SignatureDeclaration[] {
    const { ts, instances } = this.#resolver;
    const symbol =
      owner && ts.isPropertyAccessExpression(callee)
        ? instances.memberOf(owner, callee.name.text)
        : ts.isIdentifier(callee)
          ? this.#resolver.checker.getSymbolAtLocation(callee)
          : (this.exportNamed(callee) ?? this.staticNamed(callee));
    const target = symbol && instances.unaliased(symbol);
    if (!target) return [];
    const declaration = target.declarations?.length === 1 ? target.declarations[0] : undefined;
    const isPlace = declaration && (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration));
    const written = isPlace ? (functionType(ts, declaration.type) ?? declaration.initializer) : undefined;
    const declarations = written ? [written] : (target.declarations ?? []);
    const signatures = declarations.filter((each) => ts.isFunctionLike(each));
    if (signatures.length > 0) return signatures.length === declarations.length ? overloadsOf(signatures) : [];
    const called = instances.heldBy(target, depth);
    return called ? this.callSignaturesOf(called) : [];
  }

  /** `z.object`, where `z` is a module's namespace. */
  private exportNamed(callee: ts.Expression): ts.Symbol | undefined {
    const { checker, instances, ts } = this.#resolver;
    if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return undefined;
    const owner = checker.getSymbolAtLocation(callee.expression);
    const isNamespace = owner && (instances.unaliased(owner).flags & ts.SymbolFlags.Namespace) !== 0;
    return isNamespace === true ? checker.getSymbolAtLocation(callee.name) : undefined;
  }

  /** `User.findOne`, where `User` is a class. */
  private staticNamed(callee: ts.Expression): ts.Symbol | undefined {
    const { instances, ts } = this.#resolver;
    if (!ts.isPropertyAccessExpression(callee)) return undefined;
    const owner = this.classOf(callee.expression);
    return owner && instances.staticOf(owner, callee.name.text);
  }

  /** What can be called as it is: `db("users")`. */
  private callSignaturesOf(instance: ts.Symbol): readonly ts.SignatureDeclaration[] {
    const { ts, instances } = this.#resolver;
    const member = instances.specialMember(instance, ts.InternalSymbolName.Call);
    return (member?.declarations ?? []).filter((each) => ts.isCallSignatureDeclaration(each));
  }
}

/** The type of the parameter `this` that some signatures begin with. */
function thisType(ts: TypeScript, { parameters }: ts.SignatureDeclaration): ts.TypeNode | undefined {
  const [first] = parameters;
  return first && ts.isIdentifier(first.name) && first.name.text === "this" ? first.type : undefined;
}

/** Of an overloaded function callers see all signatures but the one that is implemented. */
function overloadsOf(signatures: readonly ts.SignatureDeclaration[]): readonly ts.SignatureDeclaration[] {
  const bodiless = signatures.filter((each) => !("body" in each) || each.body === undefined);
  return bodiless.length > 0 ? bodiless : signatures;
}

/** Of several signatures, a call without arguments takes the first that asks for none. */
function chosenBy(
  ts: TypeScript,
  call: ts.CallExpression,
  signatures: readonly ts.SignatureDeclaration[],
): readonly ts.SignatureDeclaration[] {
  if (call.arguments.length > 0 || call.typeArguments) return signatures;
  const chosen = signatures.find(({ parameters }) =>
    parameters.every(
      ({ name, questionToken, dotDotDotToken, initializer }) =>
        questionToken ?? dotDotDotToken ?? initializer ?? (ts.isIdentifier(name) && name.text === "this"),
    ),
  );
  return chosen ? [chosen] : signatures;
}

/** `load().then(…)`, `load().catch(…)`. */
function isPromised(ts: TypeScript, { expression }: ts.CallExpression, name: "then" | "catch"): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.name.text === name;
}

function isFunctionExpression(ts: TypeScript, node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** `(shape: Shape) => Schema`, as what a declared place holds. */
function functionType(ts: TypeScript, type: ts.TypeNode | undefined): ts.FunctionTypeNode | undefined {
  return type && ts.isFunctionTypeNode(type) ? type : undefined;
}

/** The values of a body's `return` statements, without those of functions within. */
function returnsOf(ts: TypeScript, body: ts.Block): ts.Expression[] {
  const returned: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node)) {
      if (node.expression) returned.push(node.expression);
    } else if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) ts.forEachChild(node, visit);
  };
  visit(body);
  return returned;
}
