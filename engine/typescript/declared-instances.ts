/** What expressions are instances of, read off declarations without computing a type. */
import type ts from "typescript";
import { CONSTRUCTED, type Reference } from "../reference.js";
import { declaredIdentity } from "./external.js";
import { MAX_DEPTH, MAX_VALUE_DEPTH } from "./limits.js";
import { isUnknown, type NamingChecker, type TypeScript } from "./declaration.js";
import type { TypeArguments } from "./declared-returns.js";
import { assignedTo } from "./elements.js";
import { awaitedTogether, choicesOf, isNothing } from "./expressions.js";
import { appended } from "./references.js";
import type { Resolver } from "./resolver.js";
import { TRANSPARENT_TYPES } from "./types.js";
import { typesChosen } from "./written-types.js";

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
    if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) return this.instanceType(node.type, depth + 1);
    if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node))
      return this.declaredInstance(node.expression, depth + 1);
    const choices = choicesOf(ts, node);
    if (choices) return this.commonOf(choices, depth + 1);
    if (ts.isObjectLiteralExpression(node)) return symbolOf(node);
    if (node.kind === ts.SyntaxKind.ThisKeyword) return this.enclosingClass(node, "instance");
    if (ts.isNewExpression(node)) return this.classNamed(node.expression);
    if (ts.isElementAccessExpression(node)) return this.#resolver.declaredElements.of(node.expression, depth + 1);
    if (ts.isCallExpression(node)) return this.#resolver.returns.instance(node, depth + 1);
    const symbol = this.symbolOf(node, depth);
    return symbol && this.heldBy(symbol, depth + 1);
  }

  /** What each of several values is an instance of, but for those that are nothing. */
  private commonOf(values: readonly ts.Expression[], depth: number): ts.Symbol | undefined {
    const present = values.filter((value) => !isNothing(this.#resolver.ts, value));
    return this.common(present.map((value) => this.declaredInstance(value, depth)));
  }

  /** The only declaration of what a name or a member access names. */
  declarationOf(expression: ts.Expression, depth: number): ts.Declaration | undefined {
    const symbol = this.symbolOf(expression, depth);
    return symbol && onlyDeclaration(symbol);
  }

  private symbolOf(node: ts.Expression, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    if (ts.isPropertyAccessExpression(node)) {
      const owner = this.declaredInstance(node.expression, depth + 1);
      return owner && this.memberOf(owner, node.name.text);
    }
    const symbol = ts.isIdentifier(node) ? this.#resolver.checker.getSymbolAtLocation(node) : undefined;
    return symbol && this.unaliased(symbol);
  }

  /** What a place holds an instance of, by its type or by what it is given. */
  heldBy(symbol: ts.Symbol, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const declaration = onlyDeclaration(symbol);
    if (!declaration) return undefined;
    if (ts.isBindingElement(declaration)) return this.instanceTaken(declaration, depth);
    const isPlace =
      ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) || ts.isPropertyDeclaration(declaration);
    if (isPlace || ts.isPropertySignature(declaration) || ts.isGetAccessor(declaration)) {
      if (declaration.type) return this.instanceType(declaration.type, depth);
    }
    if (ts.isParameter(declaration) && !declaration.initializer)
      return this.#resolver.declaredElements.passedTo(declaration, depth + 1);
    if (ts.isPropertyAssignment(declaration)) return this.declaredInstance(declaration.initializer, depth);
    if (ts.isShorthandPropertyAssignment(declaration)) {
      const value = this.#resolver.checker.getShorthandAssignmentValueSymbol(declaration);
      return value && this.heldBy(this.unaliased(value), depth + 1);
    }
    if (ts.isVariableDeclaration(declaration) && (!declaration.initializer || isNothing(ts, declaration.initializer))) {
      if (ts.isForOfStatement(declaration.parent.parent))
        return this.#resolver.declaredElements.iteratedBy(declaration, depth + 1);
      return this.commonOf(assignedTo(this.#resolver, declaration, declaration.getSourceFile()), depth + 1);
    }
    return isPlace &&
      declaration.initializer &&
      (ts.isNewExpression(declaration.initializer) || ts.isVariableDeclaration(declaration))
      ? this.declaredInstance(declaration.initializer, depth)
      : undefined;
  }

  /** `const { users } = this.stores`, `const [user, roles] = await Promise.all([getUser(), getRoles()])`. */
  private instanceTaken(element: ts.BindingElement, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const pattern = element.parent;
    const source = pattern.parent;
    if (element.dotDotDotToken || ts.isBindingElement(source)) return undefined;
    if (ts.isArrayBindingPattern(pattern)) {
      const taken = source.initializer && awaitedTogether(ts, source.initializer, pattern.elements.indexOf(element));
      return taken && this.declaredInstance(taken, depth + 1);
    }
    const member = this.memberTaken(element, depth);
    return member && this.heldBy(member, depth + 1);
  }

  /** The member that an element of a pattern takes out of what the pattern as a whole is an instance of. */
  memberTaken(element: ts.BindingElement, depth = 0): ts.Symbol | undefined {
    const source = element.parent.parent;
    const key = element.propertyName ?? element.name;
    if (this.#resolver.ts.isBindingElement(source) || !this.#resolver.ts.isIdentifier(key)) return undefined;
    if (source.type) return this.memberWritten(source.type, key.text, depth + 1);
    const owner = source.initializer && this.declaredInstance(source.initializer, depth + 1);
    return owner && this.memberOf(owner, key.text);
  }

  /** A member of a written type, of whichever part of an intersection has it. */
  private memberWritten(type: ts.TypeNode, name: string, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    if (depth > MAX_VALUE_DEPTH) return undefined;
    const written = (ts.isTypeReferenceNode(type) && this.aliased(type)) || type;
    if (ts.isIntersectionTypeNode(written)) {
      const members = written.types.map((part) => this.memberWritten(part, name, depth + 1));
      return members.find((member) => member !== undefined);
    }
    const owner = this.instanceType(written, depth);
    return owner && this.memberOf(owner, name);
  }

  /** The type that an alias stands for, unless it takes the alias's parameters to tell what its members are. */
  private aliased(type: ts.TypeReferenceNode): ts.TypeNode | undefined {
    const { ts } = this.#resolver;
    const alias = this.typeNamed(type)?.declarations?.[0];
    if (!alias || !ts.isTypeAliasDeclaration(alias)) return undefined;
    return alias.typeParameters && !ts.isTypeLiteralNode(alias.type) ? undefined : alias.type;
  }

  /** What an import stands for. */
  unaliased(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & this.#resolver.ts.SymbolFlags.Alias
      ? this.#resolver.checker.getAliasedSymbol(symbol)
      : symbol;
  }

  /** The class or interface that the place of a literal asks for, where all its members can be read off. */
  expectedInstance(literal: ts.Expression, depth = 0): ts.Symbol | undefined {
    const type = depth > MAX_DEPTH ? undefined : this.expectedType(literal, depth);
    const instance = type && this.instanceType(type, depth + 1);
    return instance && this.isReadOff(instance, 0) ? instance : undefined;
  }

  /**
   * What a type parameter extends that is the type of the literal's place: to infer it, as the checker does, gives no
   * more declarations of members. Undefined where the place's type is something else.
   */
  expectedConstraint(literal: ts.Expression): { readonly type: ts.TypeNode | undefined } | undefined {
    const { ts } = this.#resolver;
    const type = this.expectedType(literal, 0);
    if (!type || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
    const { text } = type.typeName;
    const signature = ts.findAncestor(type, ts.isFunctionLike);
    const parameter = signature?.typeParameters?.find(({ name }) => name.text === text);
    return parameter && { type: parameter.constraint };
  }

  private expectedType(literal: ts.Expression, depth: number): ts.TypeNode | undefined {
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
      ? this.#resolver.returns.signaturesCalled(parent, depth)
      : this.constructorsOf(this.classNamed(parent.expression));
    const parameter = others.length > 0 ? undefined : signature?.parameters[index];
    return parameter?.dotDotDotToken ? undefined : parameter?.type;
  }

  private constructorsOf(instance: ts.Symbol | undefined): readonly ts.SignatureDeclaration[] {
    const { ts } = this.#resolver;
    const member = instance && this.memberNamed(instance, ts.InternalSymbolName.Constructor, 0);
    return (member?.declarations ?? []).filter((each) => ts.isConstructorDeclaration(each));
  }

  /**
   * The class or interface that a written type names, through aliases and wrappers such as `Promise`.
   *
   * @param typeArguments what type parameters stand for
   */
  instanceType(node: ts.TypeNode, depth: number, typeArguments?: TypeArguments): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    if (depth > MAX_VALUE_DEPTH) return undefined;
    if (ts.isParenthesizedTypeNode(node)) return this.instanceType(node.type, depth + 1, typeArguments);
    const choices = typesChosen(ts, node);
    if (choices) return this.common(choices.map((choice) => this.instanceType(choice, depth + 1, typeArguments)));
    if (node.kind === ts.SyntaxKind.ThisType) return typeArguments?.self;
    if (ts.isIntersectionTypeNode(node))
      return node.types.some(({ kind }) => kind === ts.SyntaxKind.ThisType) ? typeArguments?.self : undefined;
    if (ts.isTypeOperatorNode(node)) return this.instanceType(node.type, depth + 1, typeArguments);
    if (ts.isArrayTypeNode(node) || ts.isTupleTypeNode(node)) return this.arrayType();
    if (ts.isTypeLiteralNode(node)) return symbolOf(node);
    if (!ts.isTypeReferenceNode(node)) return undefined;
    const [argument] = node.typeArguments ?? [];
    if (ts.isIdentifier(node.typeName) && SELECTING_TYPES.has(node.typeName.text)) {
      return argument && this.instanceType(argument, depth + 1, typeArguments);
    }
    const target = this.typeNamed(node);
    if (!target || isInstanceType(ts, target)) return target;
    if (target.flags & ts.SymbolFlags.TypeParameter) return typeArguments?.of(target);
    const aliased = this.aliased(node);
    return aliased && this.instanceType(aliased, depth + 1);
  }

  /** The class or interface that a type reference names, unless it stands for what its argument is. */
  referencedType(node: ts.TypeReferenceNode): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    if (ts.isIdentifier(node.typeName) && SELECTING_TYPES.has(node.typeName.text)) return undefined;
    const target = this.typeNamed(node);
    return target && isInstanceType(ts, target) ? target : undefined;
  }

  private typeNamed({ typeName }: ts.TypeReferenceNode): ts.Symbol | undefined {
    const symbol = this.#resolver.checker.getSymbolAtLocation(typeName);
    const target = symbol && this.unaliased(symbol);
    return target && !isUnknown(target) ? target : undefined;
  }

  /**
   * The one that all are, or, of interfaces outside the project, that the others extend: what they have in common is
   * declared there.
   */
  common(instances: readonly (ts.Symbol | undefined)[]): ts.Symbol | undefined {
    const [first, ...others] = new Set(instances);
    if (!first || others.length === 0 || others.includes(undefined)) return others.length === 0 ? first : undefined;
    const known = [first, ...others].filter((each) => each !== undefined);
    const base = known.find((candidate) => known.every((each) => each === candidate || this.extends(each, candidate)));
    const isOutside = known.every((each) =>
      each.declarations?.every((declaration) => !this.#resolver.names.isOwn(declaration)),
    );
    return isOutside ? base : undefined;
  }

  private extends(instance: ts.Symbol, base: ts.Symbol): boolean {
    return this.bases(instance).some((each) => each === base || (each !== instance && this.extends(each, base)));
  }

  /** The language's own `Array`. Not in the public types; without it the array's type is computed. */
  private arrayType(): ts.Symbol | undefined {
    const checker: NamingChecker = this.#resolver.checker;
    return checker.resolveName?.("Array", undefined, this.#resolver.ts.SymbolFlags.Interface, false);
  }

  /** The class that `this` is an instance of, or, in a static member, that it is. */
  enclosingClass(node: ts.Node, wanted: "instance" | "static"): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    let isInStatic = false;
    for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
      if (ts.isClassLike(at)) return isInStatic === (wanted === "static") ? symbolOf(at) : undefined;
      const isStatic =
        ts.canHaveModifiers(at) &&
        ts.getModifiers(at)?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword);
      isInStatic ||= isStatic === true || ts.isClassStaticBlockDeclaration(at);
      const hasOwnThis =
        ts.isFunctionDeclaration(at) || ts.isFunctionExpression(at) || ts.isObjectLiteralExpression(at);
      if (hasOwnThis) return undefined;
    }
    return undefined;
  }

  /** The class that an expression names. */
  classNamed(expression: ts.Expression): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const symbol =
      ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression)
        ? this.#resolver.checker.getSymbolAtLocation(expression)
        : undefined;
    const target = symbol && this.unaliased(symbol);
    if (!target || target.flags & ts.SymbolFlags.Class) return target;
    // `interface Map` beside `declare var Map`: how the language's own classes are declared.
    const isPair = (target.flags & ts.SymbolFlags.Interface) !== 0 && (target.flags & ts.SymbolFlags.Variable) !== 0;
    const isOutside = target.declarations?.every((declaration) => !this.#resolver.names.isOwn(declaration));
    return isPair && isOutside === true ? target : undefined;
  }

  /** A member as the class or interface declares it, or else as one of its bases does. */
  memberOf(owner: ts.Symbol, name: string): ts.Symbol | undefined {
    return this.memberNamed(owner, this.#resolver.ts.escapeLeadingUnderscores(name), 0);
  }

  /** A member that has no name of its own, such as {@link ts.InternalSymbolName.Call}. */
  specialMember(owner: ts.Symbol, name: ts.InternalSymbolName): ts.Symbol | undefined {
    return this.memberNamed(owner, name, 0);
  }

  /** A static member as the class declares it, or else as one of its bases does. */
  staticOf(owner: ts.Symbol, name: string, depth = 0): ts.Symbol | undefined {
    const member = owner.exports?.get(this.#resolver.ts.escapeLeadingUnderscores(name));
    if (member || depth > MAX_DEPTH) return member;
    const bases = this.bases(owner).filter((base) => base !== owner);
    return bases.map((base) => this.staticOf(base, name, depth + 1)).find((found) => found !== undefined);
  }

  private memberNamed(owner: ts.Symbol, name: ts.__String, depth: number): ts.Symbol | undefined {
    const member = owner.members?.get(name);
    if (member) return member;
    for (const base of depth > MAX_DEPTH ? [] : this.bases(owner)) {
      const inherited = base === owner ? undefined : this.memberNamed(base, name, depth + 1);
      if (inherited) return inherited;
    }
    return undefined;
  }

  /** The class or interface that a class extends or implements, where all its members can be read off. */
  baseNamed(type: ts.ExpressionWithTypeArguments): ts.Symbol | undefined {
    const base = this.symbolOfBase(type);
    return base && this.isReadOff(base, 0) ? base : undefined;
  }

  /** Whether every member is written in the declarations of the type or of its bases. */
  private isReadOff(instance: ts.Symbol, depth: number): boolean {
    if (depth > MAX_DEPTH || !isInstanceType(this.#resolver.ts, instance)) return false;
    return this.extendedBy(instance).every((type) => {
      const base = this.symbolOfBase(type);
      return base !== undefined && this.isReadOff(base, depth + 1);
    });
  }

  private bases(instance: ts.Symbol): readonly ts.Symbol[] {
    return this.extendedBy(instance).flatMap((type) => this.symbolOfBase(type) ?? []);
  }

  private extendedBy(instance: ts.Symbol): readonly ts.ExpressionWithTypeArguments[] {
    const { ts } = this.#resolver;
    return (instance.declarations ?? []).flatMap((declaration) => {
      if (!ts.isClassLike(declaration) && !ts.isInterfaceDeclaration(declaration)) return [];
      const extended = (declaration.heritageClauses ?? []).filter(
        ({ token }) => token === ts.SyntaxKind.ExtendsKeyword,
      );
      return extended.flatMap(({ types }) => types);
    });
  }

  private symbolOfBase({ expression }: ts.ExpressionWithTypeArguments): ts.Symbol | undefined {
    const symbol = this.#resolver.checker.getSymbolAtLocation(expression);
    return symbol && this.unaliased(symbol);
  }

  /** An instance of a class or interface as a reference; none to an object that is written in place. */
  instanceReference(instance: ts.Symbol): Reference[] {
    const [declaration] = instance.declarations ?? [];
    if (!declaration || !isInstanceType(this.#resolver.ts, instance)) return [];
    if (this.#resolver.names.isOwn(declaration))
      return [appended(this.#resolver.names.declared(declaration), CONSTRUCTED)];
    const identity = declaredIdentity(this.#resolver.ts, instance);
    return identity ? [{ ...identity, byType: true }] : [];
  }
}

/** The symbol that the binder gave a declaration. */
function symbolOf(node: ts.Node): ts.Symbol | undefined {
  return (node as ts.Node & { symbol?: ts.Symbol }).symbol;
}

function isInstanceType(ts: TypeScript, { flags }: ts.Symbol): boolean {
  return (flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0;
}

function onlyDeclaration({ declarations }: ts.Symbol): ts.Declaration | undefined {
  return declarations?.length === 1 ? declarations[0] : undefined;
}
