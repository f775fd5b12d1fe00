/** What expressions are instances of, read off declarations without computing a type. */
import type ts from "typescript";
import type { Reference } from "../reference.js";
import { declaredIdentity } from "./external.js";
import { MAX_DEPTH } from "./limits.js";
import { isUnknown } from "./declaration.js";
import type { Resolver } from "./resolver.js";
import { TRANSPARENT_TYPES } from "./types.js";

/** Types with (some of) the members of their first argument. */
const SELECTING_TYPES = new Set([...TRANSPARENT_TYPES, "Pick", "Omit", "Extract", "Exclude"]);

interface NamingChecker {
  resolveName?(
    name: string,
    location: ts.Node | undefined,
    meaning: ts.SymbolFlags,
    excludeGlobals: boolean,
  ): ts.Symbol | undefined;
}

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
    if (depth > MAX_DEPTH) return undefined;
    const node = ts.skipPartiallyEmittedExpressions(expression);
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAwaitExpression(node)) {
      return this.declaredInstance(node.expression, depth + 1);
    }
    if (ts.isAsExpression(node)) return this.#instanceType(node.type, depth + 1);
    if (node.kind === ts.SyntaxKind.ThisKeyword) return this.#enclosingClass(node);
    if (ts.isNewExpression(node)) return this.#classNamed(node.expression);
    if (ts.isIdentifier(node)) {
      const symbol = this.#resolver.checker.getSymbolAtLocation(node);
      return (
        symbol &&
        this.#instanceHeld(
          symbol.flags & ts.SymbolFlags.Alias ? this.#resolver.checker.getAliasedSymbol(symbol) : symbol,
          depth + 1,
        )
      );
    }
    if (ts.isPropertyAccessExpression(node)) {
      const owner = this.declaredInstance(node.expression, depth + 1);
      const member = owner && this.memberOf(owner, node.name.text);
      return member && this.#instanceHeld(member, depth + 1);
    }
    return ts.isCallExpression(node) ? this.#instanceReturned(node, depth + 1) : undefined;
  }

  #instanceHeld(symbol: ts.Symbol, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const declaration = symbol.declarations?.[0];
    if (!declaration || symbol.declarations?.length !== 1) return undefined;
    const isPlace =
      ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) || ts.isPropertyDeclaration(declaration);
    if (isPlace || ts.isPropertySignature(declaration) || ts.isGetAccessor(declaration)) {
      if (declaration.type) return this.#instanceType(declaration.type, depth);
    }
    return isPlace &&
      declaration.initializer &&
      (ts.isNewExpression(declaration.initializer) || ts.isVariableDeclaration(declaration))
      ? this.declaredInstance(declaration.initializer, depth)
      : undefined;
  }

  #instanceReturned(call: ts.CallExpression, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const callee = call.expression;
    const owner = ts.isPropertyAccessExpression(callee) ? this.declaredInstance(callee.expression, depth) : undefined;
    const symbol =
      owner && ts.isPropertyAccessExpression(callee)
        ? this.memberOf(owner, callee.name.text)
        : ts.isIdentifier(callee)
          ? this.#resolver.checker.getSymbolAtLocation(callee)
          : undefined;
    const target =
      symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#resolver.checker.getAliasedSymbol(symbol) : symbol;
    const declaration = target?.declarations?.[0];
    if (!declaration || target.declarations?.length !== 1) return undefined;
    const signature =
      ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration)
        ? declaration.initializer
        : declaration;
    return signature && ts.isFunctionLike(signature) && signature.type
      ? this.#instanceType(signature.type, depth)
      : undefined;
  }

  #instanceType(node: ts.TypeNode, depth: number): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    if (depth > MAX_DEPTH) return undefined;
    if (ts.isParenthesizedTypeNode(node)) return this.#instanceType(node.type, depth + 1);
    if (ts.isUnionTypeNode(node)) {
      const present = node.types.filter(
        (part) => part.kind !== ts.SyntaxKind.UndefinedKeyword && !ts.isLiteralTypeNode(part),
      );
      return present.length === 1 && present[0] ? this.#instanceType(present[0], depth + 1) : undefined;
    }
    if (ts.isTypeOperatorNode(node)) return this.#instanceType(node.type, depth + 1);
    if (ts.isArrayTypeNode(node) || ts.isTupleTypeNode(node)) return this.#arrayType();
    if (!ts.isTypeReferenceNode(node)) return undefined;
    const [argument] = node.typeArguments ?? [];
    if (ts.isIdentifier(node.typeName) && SELECTING_TYPES.has(node.typeName.text)) {
      return argument && this.#instanceType(argument, depth + 1);
    }
    const symbol = this.#resolver.checker.getSymbolAtLocation(node.typeName);
    const target =
      symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#resolver.checker.getAliasedSymbol(symbol) : symbol;
    if (!target || isUnknown(target)) return undefined;
    if (target.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) return target;
    const alias = target.declarations?.[0];
    return alias && ts.isTypeAliasDeclaration(alias) && !alias.typeParameters
      ? this.#instanceType(alias.type, depth + 1)
      : undefined;
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
    const target =
      symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#resolver.checker.getAliasedSymbol(symbol) : symbol;
    return target && target.flags & ts.SymbolFlags.Class ? target : undefined;
  }

  /** A member as the class or interface declares it, or else as one of its bases does. */
  memberOf(owner: ts.Symbol, name: string, depth = 0): ts.Symbol | undefined {
    const { ts } = this.#resolver;
    const member = owner.members?.get(ts.escapeLeadingUnderscores(name));
    if (member) return member;
    for (const declaration of depth > MAX_DEPTH ? [] : (owner.declarations ?? [])) {
      if (!ts.isClassLike(declaration) && !ts.isInterfaceDeclaration(declaration)) continue;
      for (const { expression } of (declaration.heritageClauses ?? [])
        .filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
        .flatMap(({ types }) => types)) {
        const symbol = this.#resolver.checker.getSymbolAtLocation(expression);
        const base =
          symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#resolver.checker.getAliasedSymbol(symbol) : symbol;
        const inherited = base && base !== owner ? this.memberOf(base, name, depth + 1) : undefined;
        if (inherited) return inherited;
      }
    }
    return undefined;
  }

  /** An instance of a class or interface outside the project. */
  instanceReference(instance: ts.Symbol): Reference[] {
    const [declaration] = instance.declarations ?? [];
    if (declaration && this.#resolver.names.isOwn(declaration)) return [];
    const identity = declaredIdentity(this.#resolver.ts, instance);
    return identity ? [{ ...identity, byType: true }] : [];
  }
}
