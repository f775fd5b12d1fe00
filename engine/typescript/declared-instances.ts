/** What expressions are instances of, read off declarations without computing a type. */
import type ts from "typescript";
import type { Reference } from "../reference.js";
import { declaredIdentity } from "./external.js";
import { MAX_DEPTH, MAX_VALUE_DEPTH } from "./limits.js";
import { isUnknown, type NamingChecker, type TypeScript } from "./declaration.js";
import { awaitedTogether } from "./expressions.js";
import type { Resolver } from "./resolver.js";
import { TRANSPARENT_TYPES } from "./types.js";

/** Types with (some of) the members of their first argument. */
const SELECTING_TYPES = new Set([...TRANSPARENT_TYPES, "Pick", "Omit", "Extract", "Exclude"]);

export class DeclaredInstances {
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /**
   * The class or interface that an expression is declared to be an instance of, read off annotations,
   * `new` and return types. No type is computed: resolving type arguments and inferring calls is what
   * takes a type check its time, and a member's declaration depends on neither.
   */
  declaredInstance(expression: ts.Expression, depth = 0): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    if (depth > MAX_VALUE_DEPTH) return undefined;
    const node = ts.skipPartiallyEmittedExpressions(expression);
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAwaitExpression(node)) {
      return this.declaredInstance(node.expression, depth + 1);
    }
    if (ts.isAsExpression(node)) return this.instanceType(node.type, depth + 1);
    if (node.kind === ts.SyntaxKind.ThisKeyword) return this.#enclosingClass(node);
    if (ts.isNewExpression(node)) return this.#classNamed(node.expression);
    if (ts.isElementAccessExpression(node)) return this.#resolver.declaredElements.of(node.expression, depth + 1);
    if (ts.isCallExpression(node)) return this.#instanceReturned(node, depth + 1);
    const symbol = this.#symbolOf(node, depth);
    return symbol && this.#instanceHeld(symbol, depth + 1);
  }

  /** The only declaration of what a name or a member access names. */
  declarationOf(expression: ts.Expression, depth: number): ts.Declaration | undefined {
    const symbol = this.#symbolOf(expression, depth);
    return symbol && onlyDeclaration(symbol);
  }

  #symbolOf(node: ts.Expression, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    if (ts.isPropertyAccessExpression(node)) {
      const owner = this.declaredInstance(node.expression, depth + 1);
      return owner && this.memberOf(owner, node.name.text);
    }
    const symbol = ts.isIdentifier(node) ? this.#resolver.checker.getSymbolAtLocation(node) : undefined;
    return symbol && this.#unaliased(symbol);
  }

  #instanceHeld(symbol: ts.Symbol, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const declaration = onlyDeclaration(symbol);
    if (!declaration) return undefined;
    if (ts.isBindingElement(declaration)) return this.#instanceTaken(declaration, depth);
    const isPlace =
      ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) || ts.isPropertyDeclaration(declaration);
    if (isPlace || ts.isPropertySignature(declaration) || ts.isGetAccessor(declaration)) {
      if (declaration.type) return this.instanceType(declaration.type, depth);
    }
    if (ts.isParameter(declaration) && !declaration.initializer)
      return this.#resolver.declaredElements.passedTo(declaration, depth + 1);
    if (ts.isVariableDeclaration(declaration) && !declaration.initializer)
      return this.#resolver.declaredElements.iteratedBy(declaration, depth + 1);
    return isPlace &&
      declaration.initializer &&
      (ts.isNewExpression(declaration.initializer) || ts.isVariableDeclaration(declaration))
      ? this.declaredInstance(declaration.initializer, depth)
      : undefined;
  }

  /** `const { users } = this.stores`, `const [user, roles] = await Promise.all([getUser(), getRoles()])`. */
  #instanceTaken(element: ts.BindingElement, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const pattern = element.parent;
    const source = pattern.parent;
    if (element.dotDotDotToken || ts.isBindingElement(source)) return undefined;
    if (ts.isArrayBindingPattern(pattern)) {
      const taken = source.initializer && awaitedTogether(ts, source.initializer, pattern.elements.indexOf(element));
      return taken && this.declaredInstance(taken, depth + 1);
    }
    const member = this.memberTaken(element, depth);
    return member && this.#instanceHeld(member, depth + 1);
  }

  /** The member that an element of a pattern takes out of what the pattern as a whole is an instance of. */
  memberTaken(element: ts.BindingElement, depth = 0): ts.Symbol | undefined {
    const source = element.parent.parent;
    const key = element.propertyName ?? element.name;
    if (this.#resolver.ts.isBindingElement(source) || !this.#resolver.ts.isIdentifier(key)) return undefined;
    const owner = source.type
      ? this.instanceType(source.type, depth + 1)
      : source.initializer && this.declaredInstance(source.initializer, depth + 1);
    return owner && this.memberOf(owner, key.text);
  }

  /** What all signatures of the callee say that it returns. */
  #instanceReturned(call: ts.CallExpression, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const callee = call.expression;
    const owner = ts.isPropertyAccessExpression(callee) ? this.declaredInstance(callee.expression, depth) : undefined;
    if (owner && isPromised(ts, call, "catch") && !this.memberOf(owner, "catch"))
      return this.#rescued(call, owner, depth);
    const [callback] = call.arguments;
    if (isPromised(ts, call, "then") && callback && isFunctionExpression(ts, callback) && call.arguments.length === 1)
      return this.#instanceMade(callback, depth);
    const returned = this.#signaturesOf(callee, owner, depth).map(({ type }) =>
      type?.kind === ts.SyntaxKind.ThisType ? owner : type && this.instanceType(type, depth),
    );
    return this.#common(returned);
  }

  /** `getUsers().catch(() => new Map())`: what was promised, where the other value is such an instance as well. */
  #rescued(call: ts.CallExpression, promised: ts.Symbol, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const [callback] = call.arguments;
    const body = callback && ts.isArrowFunction(callback) && !ts.isBlock(callback.body) ? callback.body : undefined;
    const isNothing = body && (body.kind === ts.SyntaxKind.NullKeyword || body.getText() === "undefined");
    const isSame = body && this.declaredInstance(body, depth) === promised;
    return isNothing === true || isSame === true ? promised : undefined;
  }

  /** What a function that is written in place returns, by its type or by all that it returns. */
  #instanceMade({ type, body }: ts.ArrowFunction | ts.FunctionExpression, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    if (type) return this.instanceType(type, depth);
    if (!ts.isBlock(body)) return this.declaredInstance(body, depth);
    const returned = returnsOf(ts, body);
    return returned.length > 0
      ? this.#common(returned.map((value) => value && this.declaredInstance(value, depth)))
      : undefined;
  }

  /** The types that the callee's signatures are written to return; undefined where one is not. */
  returnTypes(call: ts.CallExpression, depth: number): readonly (ts.TypeNode | undefined)[] {
    return this.#signaturesCalled(call, depth).map(({ type }) => type);
  }

  #signaturesCalled({ expression: callee }: ts.CallExpression, depth: number): readonly ts.SignatureDeclaration[] {
    const isMember = this.#resolver.ts.isPropertyAccessExpression(callee);
    const owner = isMember ? this.declaredInstance(callee.expression, depth) : undefined;
    return this.#signaturesOf(callee, owner, depth);
  }

  /** @param owner what the callee is a member of */
  #signaturesOf(
    callee: ts.Expression,
    owner: ts.Symbol | undefined,
    depth: number,
  ): readonly ts.SignatureDeclaration[] {
    const { ts } = this.#resolver;
    const symbol =
      owner && ts.isPropertyAccessExpression(callee)
        ? this.memberOf(owner, callee.name.text)
        : ts.isIdentifier(callee)
          ? this.#resolver.checker.getSymbolAtLocation(callee)
          : this.#exportNamed(callee);
    const target = symbol && this.#unaliased(symbol);
    if (!target) return [];
    const declaration = onlyDeclaration(target);
    const isPlace = declaration && (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration));
    const written = isPlace ? (functionType(ts, declaration.type) ?? declaration.initializer) : undefined;
    const declarations = written ? [written] : (target.declarations ?? []);
    const signatures = declarations.filter((each) => ts.isFunctionLike(each));
    if (signatures.length > 0) return signatures.length === declarations.length ? signatures : [];
    const called = this.#instanceHeld(target, depth);
    return called ? this.#callSignaturesOf(called) : [];
  }

  /** `z.object`, where `z` is a module's namespace. */
  #exportNamed(callee: ts.Expression): ts.Symbol | undefined {
    const { checker, ts } = this.#resolver;
    if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return undefined;
    const owner = checker.getSymbolAtLocation(callee.expression);
    const isNamespace = owner && (this.#unaliased(owner).flags & ts.SymbolFlags.Namespace) !== 0;
    return isNamespace === true ? checker.getSymbolAtLocation(callee.name) : undefined;
  }

  #unaliased(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & this.#resolver.ts.SymbolFlags.Alias
      ? this.#resolver.checker.getAliasedSymbol(symbol)
      : symbol;
  }

  /** The class or interface that the place of a literal asks for, where all its members can be read off. */
  expectedInstance(literal: ts.Expression, depth = 0): ts.Symbol | undefined {
    const type = depth > MAX_DEPTH ? undefined : this.#expectedType(literal, depth);
    const instance = type && this.instanceType(type, depth + 1);
    return instance && this.#isReadOff(instance, 0) ? instance : undefined;
  }

  /**
   * What a type parameter extends that is the type of the literal's place: to infer it, as the checker does, gives no
   * more declarations of members. Undefined where the place's type is something else.
   */
  expectedConstraint(literal: ts.Expression): { readonly type: ts.TypeNode | undefined } | undefined {
    const { ts } = this.#resolver;
    const type = this.#expectedType(literal, 0);
    if (!type || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
    const { text } = type.typeName;
    const signature = ts.findAncestor(type, ts.isFunctionLike);
    const parameter = signature?.typeParameters?.find(({ name }) => name.text === text);
    return parameter && { type: parameter.constraint };
  }

  #expectedType(literal: ts.Expression, depth: number): ts.TypeNode | undefined {
    const { ts } = this.#resolver;
    const { parent } = literal;
    if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) return parent.type;
    if (ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name)) {
      const outer = this.expectedInstance(parent.parent, depth + 1);
      const member = outer && this.memberOf(outer, parent.name.text);
      const declaration = member && onlyDeclaration(member);
      const isTyped = declaration && (ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration));
      return isTyped ? declaration.type : undefined;
    }
    if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return undefined;
    const index = parent.arguments?.indexOf(literal) ?? -1;
    const [signature, ...others] = ts.isCallExpression(parent)
      ? this.#signaturesCalled(parent, depth)
      : this.#constructorsOf(this.#classNamed(parent.expression));
    const parameter = others.length > 0 ? undefined : signature?.parameters[index];
    return parameter?.dotDotDotToken ? undefined : parameter?.type;
  }

  #constructorsOf(instance: ts.Symbol | undefined): readonly ts.SignatureDeclaration[] {
    const { ts } = this.#resolver;
    const member = instance && this.#memberNamed(instance, ts.InternalSymbolName.Constructor, 0);
    return (member?.declarations ?? []).filter((each) => ts.isConstructorDeclaration(each));
  }

  /** What can be called as it is: `db("users")`. */
  #callSignaturesOf(instance: ts.Symbol): readonly ts.SignatureDeclaration[] {
    const { ts } = this.#resolver;
    const member = this.#memberNamed(instance, ts.InternalSymbolName.Call, 0);
    return (member?.declarations ?? []).filter((each) => ts.isCallSignatureDeclaration(each));
  }

  /** The class or interface that a written type names, through aliases and wrappers such as `Promise`. */
  instanceType(node: ts.TypeNode, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    if (depth > MAX_VALUE_DEPTH) return undefined;
    if (ts.isParenthesizedTypeNode(node)) return this.instanceType(node.type, depth + 1);
    if (ts.isUnionTypeNode(node)) {
      const present = node.types.filter(
        (part) => part.kind !== ts.SyntaxKind.UndefinedKeyword && !ts.isLiteralTypeNode(part),
      );
      return this.#common(present.map((part) => this.instanceType(part, depth + 1)));
    }
    if (ts.isTypeOperatorNode(node)) return this.instanceType(node.type, depth + 1);
    if (ts.isArrayTypeNode(node) || ts.isTupleTypeNode(node)) return this.#arrayType();
    if (!ts.isTypeReferenceNode(node)) return undefined;
    const [argument] = node.typeArguments ?? [];
    if (ts.isIdentifier(node.typeName) && SELECTING_TYPES.has(node.typeName.text)) {
      return argument && this.instanceType(argument, depth + 1);
    }
    const target = this.#typeNamed(node);
    if (!target || isInstanceType(ts, target)) return target;
    const alias = target.declarations?.[0];
    return alias && ts.isTypeAliasDeclaration(alias) && !alias.typeParameters
      ? this.instanceType(alias.type, depth + 1)
      : undefined;
  }

  /** The class or interface that a type reference names, unless it stands for what its argument is. */
  referencedType(node: ts.TypeReferenceNode): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    if (ts.isIdentifier(node.typeName) && SELECTING_TYPES.has(node.typeName.text)) return undefined;
    const target = this.#typeNamed(node);
    return target && isInstanceType(ts, target) ? target : undefined;
  }

  #typeNamed({ typeName }: ts.TypeReferenceNode): ts.Symbol | undefined {
    const symbol = this.#resolver.checker.getSymbolAtLocation(typeName);
    const target = symbol && this.#unaliased(symbol);
    return target && !isUnknown(target) ? target : undefined;
  }

  /**
   * The one that all are, or, of interfaces outside the project, that the others extend: what they have in common is
   * declared there.
   */
  #common(instances: readonly (ts.Symbol | undefined)[]): ts.Symbol | undefined {
    const [first, ...others] = new Set(instances);
    if (!first || others.length === 0 || others.includes(undefined)) return others.length === 0 ? first : undefined;
    const known = [first, ...others].filter((each) => each !== undefined);
    const base = known.find((candidate) => known.every((each) => each === candidate || this.#extends(each, candidate)));
    const isOutside = known.every((each) =>
      each.declarations?.every((declaration) => !this.#resolver.names.isOwn(declaration)),
    );
    return isOutside ? base : undefined;
  }

  #extends(instance: ts.Symbol, base: ts.Symbol): boolean {
    return this.#bases(instance).some((each) => each === base || (each !== instance && this.#extends(each, base)));
  }

  /** The language's own `Array`. Not in the public types; without it the array's type is computed. */
  #arrayType(): ts.Symbol | undefined {
    const checker: NamingChecker = this.#resolver.checker;
    return checker.resolveName?.("Array", undefined, this.#resolver.ts.SymbolFlags.Interface, false);
  }

  #enclosingClass(node: ts.Node): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
      if (ts.isClassLike(at)) return (at as ts.ClassLikeDeclaration & { symbol?: ts.Symbol }).symbol;
      const isStatic =
        ts.canHaveModifiers(at) &&
        ts.getModifiers(at)?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword);
      const hasOwnThis =
        ts.isFunctionDeclaration(at) ||
        ts.isFunctionExpression(at) ||
        ts.isObjectLiteralExpression(at) ||
        ts.isClassStaticBlockDeclaration(at);
      if (hasOwnThis || isStatic === true) return undefined;
    }
    return undefined;
  }

  #classNamed(expression: ts.Expression): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const symbol =
      ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression)
        ? this.#resolver.checker.getSymbolAtLocation(expression)
        : undefined;
    const target = symbol && this.#unaliased(symbol);
    if (!target || target.flags & ts.SymbolFlags.Class) return target;
    // `interface Map` beside `declare var Map`: how the language's own classes are declared.
    const isPair = (target.flags & ts.SymbolFlags.Interface) !== 0 && (target.flags & ts.SymbolFlags.Variable) !== 0;
    const isOutside = target.declarations?.every((declaration) => !this.#resolver.names.isOwn(declaration));
    return isPair && isOutside === true ? target : undefined;
  }

  /** A member as the class or interface declares it, or else as one of its bases does. */
  memberOf(owner: ts.Symbol, name: string): ts.Symbol | undefined {
    return this.#memberNamed(owner, this.#resolver.ts.escapeLeadingUnderscores(name), 0);
  }

  #memberNamed(owner: ts.Symbol, name: ts.__String, depth: number): ts.Symbol | undefined {
    const member = owner.members?.get(name);
    if (member) return member;
    for (const base of depth > MAX_DEPTH ? [] : this.#bases(owner)) {
      const inherited = base === owner ? undefined : this.#memberNamed(base, name, depth + 1);
      if (inherited) return inherited;
    }
    return undefined;
  }

  /** The class or interface that a class extends or implements, where all its members can be read off. */
  baseNamed(type: ts.ExpressionWithTypeArguments): ts.Symbol | undefined {
    const base = this.#baseNamed(type);
    return base && this.#isReadOff(base, 0) ? base : undefined;
  }

  /** Whether every member is written in the declarations of the type or of its bases. */
  #isReadOff(instance: ts.Symbol, depth: number): boolean {
    if (depth > MAX_DEPTH || !isInstanceType(this.#resolver.ts, instance)) return false;
    return this.#extendedBy(instance).every((type) => {
      const base = this.#baseNamed(type);
      return base !== undefined && this.#isReadOff(base, depth + 1);
    });
  }

  #bases(instance: ts.Symbol): readonly ts.Symbol[] {
    return this.#extendedBy(instance).flatMap((type) => this.#baseNamed(type) ?? []);
  }

  #extendedBy(instance: ts.Symbol): readonly ts.ExpressionWithTypeArguments[] {
    const { ts } = this.#resolver;
    return (instance.declarations ?? []).flatMap((declaration) => {
      if (!ts.isClassLike(declaration) && !ts.isInterfaceDeclaration(declaration)) return [];
      const extended = (declaration.heritageClauses ?? []).filter(
        ({ token }) => token === ts.SyntaxKind.ExtendsKeyword,
      );
      return extended.flatMap(({ types }) => types);
    });
  }

  #baseNamed({ expression }: ts.ExpressionWithTypeArguments): ts.Symbol | undefined {
    const symbol = this.#resolver.checker.getSymbolAtLocation(expression);
    return symbol && this.#unaliased(symbol);
  }

  /** An instance of a class or interface outside the project. */
  instanceReference(instance: ts.Symbol): Reference[] {
    const [declaration] = instance.declarations ?? [];
    if (declaration && this.#resolver.names.isOwn(declaration)) return [];
    const identity = declaredIdentity(this.#resolver.ts, instance);
    return identity ? [{ ...identity, byType: true }] : [];
  }
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
function returnsOf(ts: TypeScript, body: ts.Block): (ts.Expression | undefined)[] {
  const returned: (ts.Expression | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node)) returned.push(node.expression);
    else if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) ts.forEachChild(node, visit);
  };
  visit(body);
  return returned;
}

function isInstanceType(ts: TypeScript, { flags }: ts.Symbol): boolean {
  return (flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0;
}

function onlyDeclaration({ declarations }: ts.Symbol): ts.Declaration | undefined {
  return declarations?.length === 1 ? declarations[0] : undefined;
}
