/** What a member is: by the types of what it is a member of, or by where that came from. */
import type ts from "typescript";
import { CALLED, CONSTRUCTED, ELEMENT, type Reference } from "../reference.js";
import { declarationOffset, isUnknown, tokenAt, type TypeScript } from "./declaration.js";
import { awaitedTogether } from "./expressions.js";
import { GLOBAL } from "./external.js";
import { appended, distinct, uncertain } from "./references.js";
import { MAX_UNION } from "./limits.js";
import type { Resolver } from "./resolver.js";

export class Members {
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** What `object.name` stands for. */
  member(object: ts.Expression, nameNode: ts.Node, name: string): Reference[] {
    const { instances } = this.#resolver;
    const instance = instances.declaredInstance(object);
    const member = instance ? instances.memberOf(instance, name) : this.staticMember(object, name);
    const symbols = member ? [member] : this.memberSymbols(object, nameNode, name);
    if (symbols.length === 0) return this.append(this.#resolver.values.evaluate(object), name);
    const references = distinct(symbols.flatMap((symbol) => this.#resolver.names.symbol(symbol)));
    const declared = references.filter((reference) => reference.is === "declared");
    if (declared.length > 0) return declared.length > 1 ? declared.map(uncertain) : declared;
    const receiver = instance
      ? instances.instanceReference(instance)
      : this.#resolver.types.type(this.#resolver.expressions.typeOf(object));
    const byReceiver = this.append(
      receiver.filter((reference) => reference.is === "external"),
      name,
    );
    if (references.every((reference) => reference.is === "external" && reference.module === GLOBAL))
      return [...byReceiver, ...references];
    const written = this.append(this.#resolver.values.evaluate(object), name).filter(
      (reference) => reference.is === "external" && reference.byType !== true,
    );
    return [...written, ...byReceiver, ...references];
  }

  /** `Users.find`, where `Users` is a class. */
  private staticMember(object: ts.Expression, name: string): ts.Symbol | undefined {
    const { instances, ts } = this.#resolver;
    const owner = ts.isIdentifier(object) ? instances.classNamed(object) : undefined;
    return owner && instances.staticOf(owner, name);
  }

  /**
   * The member's symbols: of a module or class by name, of a value by its declared type, each part of a
   * union for itself.
   */
  memberSymbols(object: ts.Expression, nameNode: ts.Node, name: string): ts.Symbol[] {
    const { ts } = this.#resolver;
    const owner = ts.isIdentifier(object) ? this.#resolver.checker.getSymbolAtLocation(object) : undefined;
    const isNamespace =
      owner &&
      (owner.flags & (ts.SymbolFlags.Alias | ts.SymbolFlags.Namespace | ts.SymbolFlags.Class | ts.SymbolFlags.Enum)) !==
        0;
    // In JavaScript, functions and plain objects gain members by assignment, which only the checker binds.
    const isExpando = this.#resolver.file.flags & ts.NodeFlags.JavaScriptFile;
    if (isNamespace || isExpando || ts.isPrivateIdentifier(nameNode) || object.kind === ts.SyntaxKind.SuperKeyword) {
      const symbol = this.#resolver.checker.getSymbolAtLocation(nameNode);
      if (symbol && !isUnknown(symbol) && (symbol.declarations || symbol.flags & ts.SymbolFlags.Alias)) return [symbol];
      if (isNamespace || isExpando) return [];
    }
    const properties = this.properties(this.#resolver.expressions.typeOf(object), name);
    return properties.length > 0 || !containsCall(ts, object)
      ? properties
      : this.properties(this.#resolver.checker.getTypeAtLocation(object), name);
  }

  /** A type's property of a name, in each part of a union. */
  properties(type: ts.Type, name: string): ts.Symbol[] {
    if (type.isUnion())
      return type.types.length > MAX_UNION ? [] : type.types.flatMap((part) => this.properties(part, name));
    const property = this.#resolver.checker.getPropertyOfType(this.#resolver.checker.getApparentType(type), name);
    return property && !isUnknown(property) && property.declarations ? [property] : [];
  }

  /** What a name in a destructuring pattern takes out. */
  bindingMember(element: ts.BindingElement): Reference[] {
    const { ts } = this.#resolver;
    const key = element.propertyName ?? element.name;
    if (!ts.isIdentifier(key) && !ts.isStringLiteralLike(key)) return [];
    const symbol =
      this.#resolver.instances.memberTaken(element) ??
      this.#resolver.checker.getTypeAtLocation(element.parent).getProperty(key.text);
    if (symbol?.declarations || (symbol && symbol.flags & ts.SymbolFlags.Alias)) {
      const references = this.#resolver.names.symbol(symbol);
      if (references.some((reference) => reference.is === "declared")) return references;
      return [
        ...this.destructured(element).filter((reference) => reference.is === "external" && reference.byType !== true),
        ...references,
      ];
    }
    return this.destructured(element);
  }

  /** What a destructuring takes out of its source, by reading the source's value. */
  destructured(element: ts.BindingElement): Reference[] {
    const { ts } = this.#resolver;
    const path: string[] = [];
    let node: ts.Node = element;
    let index = 0;
    while (ts.isBindingElement(node)) {
      if (ts.isArrayBindingPattern(node.parent)) index = node.parent.elements.indexOf(node);
      const key = ts.isArrayBindingPattern(node.parent) ? undefined : (node.propertyName ?? node.name);
      const step = !key ? ELEMENT : ts.isIdentifier(key) || ts.isStringLiteralLike(key) ? key.text : undefined;
      if (step === undefined) return [];
      // What is left over has the same members as the whole.
      if (!node.dotDotDotToken) path.unshift(step);
      node = node.parent.parent;
    }
    const awaited =
      ts.isVariableDeclaration(node) && node.initializer && path[0] === ELEMENT
        ? awaitedTogether(ts, node.initializer, index)
        : undefined;
    if (awaited) path.shift();
    const source = awaited
      ? this.#resolver.values.evaluate(awaited)
      : ts.isVariableDeclaration(node) && node.initializer
        ? this.#resolver.values.evaluate(node.initializer)
        : ts.isVariableDeclaration(node)
          ? this.#resolver.values.iterated(node)
          : ts.isParameter(node)
            ? this.#resolver.values.parameter(node)
            : [];
    return path.reduce((references, step) => this.append(references, step), source);
  }

  /** One step further on from each reference. */
  append(references: readonly Reference[], step: string): Reference[] {
    return references.flatMap((reference): Reference[] => {
      if (reference.is === "unresolved") return [];
      if (reference.is === "external") return [appended(reference, step)];
      const member = this.ownMember(reference, step);
      return member.length > 0 ? member : [appended(reference, step)];
    });
  }

  /** A member of something declared in the project, where its declaration shows it. */
  private ownMember(reference: Extract<Reference, { is: "declared" }>, step: string): Reference[] {
    const declaration = this.nodeAt(reference.at);
    const symbol = declaration && this.symbolOf(declaration);
    if (!symbol) return [];
    const { SymbolFlags } = this.#resolver.ts;
    const [first] = reference.steps;
    if (
      first === CONSTRUCTED &&
      reference.steps.length === 1 &&
      symbol.flags & (SymbolFlags.Class | SymbolFlags.Interface)
    ) {
      const property = this.#resolver.checker.getDeclaredTypeOfSymbol(symbol).getProperty(step);
      if (!property)
        return this.#resolver.ts.isClassLike(declaration) ? this.#resolver.overriding.inherited(declaration, step) : [];
      return this.#resolver.names
        .symbol(property)
        .map((member) => (reference.isUncertain ? uncertain(member) : member));
    }
    if (reference.steps.length > 0 || step === CALLED || step === CONSTRUCTED || step === ELEMENT) return [];
    const type =
      this.#resolver.expressions.typeHeld(symbol, 0) ??
      this.#resolver.checker.getTypeOfSymbolAtLocation(symbol, declaration);
    const property = type.getProperty(step);
    if (property?.declarations) return this.#resolver.names.symbol(property);
    return this.#resolver.ts.isClassLike(declaration)
      ? this.#resolver.overriding.inheritedStatic(declaration, step)
      : [];
  }

  private symbolOf(declaration: ts.Node): ts.Symbol | undefined {
    if (this.#resolver.ts.isObjectLiteralExpression(declaration))
      return this.#resolver.checker.getTypeAtLocation(declaration).getSymbol();
    const { symbol } = declaration as ts.Node & { symbol?: ts.Symbol };
    return symbol;
  }

  /** The declaration at an address: the node whose declaring token stands there. */
  nodeAt(at: { readonly file: string; readonly offset: number }): ts.Node | undefined {
    const file = this.#resolver.program.getSourceFile(at.file);
    if (!file || at.offset < 0) return undefined;
    let node: ts.Node = tokenAt(this.#resolver.ts, file, at.offset);
    while (!this.#resolver.ts.isSourceFile(node)) {
      const { symbol } = node as ts.Node & { symbol?: ts.Symbol };
      if (
        symbol?.declarations?.some((declaration) => declaration === node) &&
        declarationOffset(this.#resolver.ts, node, file) === at.offset
      ) {
        return node;
      }
      node = node.parent;
    }
    return undefined;
  }
}

function containsCall(ts: TypeScript, node: ts.Expression): boolean {
  let inner: ts.Expression = node;
  while (
    ts.isPropertyAccessExpression(inner) ||
    ts.isAwaitExpression(inner) ||
    ts.isParenthesizedExpression(inner) ||
    ts.isNonNullExpression(inner)
  ) {
    inner = inner.expression;
  }
  return ts.isCallExpression(inner);
}
