/** Answers questions about names with TypeScript's checker, and by reading values where types end. */
import type ts from "typescript";
import {
  CALLED,
  CONSTRUCTED,
  ELEMENT,
  type Answer,
  type Oracle,
  type Question,
  type Reference,
  type UnresolvedReason,
} from "../reference.js";
import { declarationOffset, type TypeScript } from "./declaration.js";
import { declaredIdentity, GLOBAL, type ExternalReference } from "./external.js";

/** How far values are followed through initialisers, returns and containers. */
const MAX_DEPTH = 10;
/** How many expressions a value is followed through: a variable and its initialiser are two, `await` and a call two more. */
const MAX_VALUE_DEPTH = 20;
/** Containers with more elements are tables of data. */
const MAX_ELEMENTS = 400;
/** How many expressions one question may look into; what is not reached by then stays unknown. */
const MAX_EVALUATIONS = 1_500;
/** Larger unions are data, not objects with behaviour. */
const MAX_UNION = 40;
/** Languages' wrappers whose inside is what is meant: `Promise<Server>` is awaited to a `Server`. */
const TRANSPARENT_TYPES = new Set([
  "Promise",
  "PromiseLike",
  "Readonly",
  "Required",
  "Partial",
  "NonNullable",
  "Awaited",
]);

/** Types with (some of) the members of their first argument. */
const SELECTING_TYPES = new Set([...TRANSPARENT_TYPES, "Pick", "Omit", "Extract", "Exclude"]);

export interface OracleOptions {
  readonly typescript: TypeScript;
  /** The program whose checker speaks for a file. */
  programOf(file: string): ts.Program | undefined;
  /** Whether a file is the project's own source, as opposed to a declaration file or a dependency. */
  isOwn(file: string): boolean;
}

/** An oracle over one or several programs. Answers are cached by the programs' checkers, not here. */
export function createOracle(options: OracleOptions): Oracle {
  const values: ValueCache = new WeakMap();
  return {
    ask: (questions) => questions.map((question) => answer(options, question, values)),
  };
}

/** Values of expressions that were read to the end, whatever question led to them. */
type ValueCache = WeakMap<ts.Node, readonly Reference[]>;

function answer(options: OracleOptions, question: Question, values: ValueCache): Answer {
  const { file, offset } = question.ask === "overridden" ? question.at : question;
  const program = options.programOf(file);
  const sourceFile = program?.getSourceFile(file);
  if (!program || !sourceFile) return unresolved("no-program");
  try {
    const resolver = new Resolver(options, program, sourceFile, values);
    const node = tokenAt(options.typescript, sourceFile, offset);
    const references =
      question.ask === "overridden"
        ? resolver.overridden(node)
        : question.ask === "mention"
          ? resolver.mention(node)
          : resolver.value(node);
    return question.ask === "overridden"
      ? references
      : references.length > 0
        ? distinct(references)
        : unresolved("untyped-receiver");
  } catch {
    // The checker can throw on code it was never meant to see; one such name must not end the run.
    return unresolved("checker-failed");
  }
}

function unresolved(why: UnresolvedReason): Answer {
  return [{ is: "unresolved", why }];
}

function distinct(references: readonly Reference[]): Reference[] {
  const seen = new Set<string>();
  return references.filter((reference) => {
    const key = JSON.stringify(reference);
    return !seen.has(key) && seen.add(key);
  });
}

/** The innermost node that starts at or contains the offset. */
function tokenAt(ts: TypeScript, sourceFile: ts.SourceFile, offset: number): ts.Node {
  let node: ts.Node = sourceFile;
  for (;;) {
    const inner: ts.Node | undefined = ts.forEachChild(node, (child) =>
      child.pos <= offset && offset < child.end && child.getStart(sourceFile) <= offset ? child : undefined,
    );
    if (!inner) return node;
    node = inner;
  }
}

interface NamingChecker {
  resolveName?(
    name: string,
    location: ts.Node | undefined,
    meaning: ts.SymbolFlags,
    excludeGlobals: boolean,
  ): ts.Symbol | undefined;
}

class Resolver {
  readonly #options: OracleOptions;
  readonly #ts: TypeScript;
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #file: ts.SourceFile;
  readonly #values: ValueCache;
  readonly #evaluating = new Set<ts.Node>();
  #depth = 0;
  #evaluations = 0;
  /** How often something was left unread: a cycle, too deep, too much. */
  #cuts = 0;

  constructor(options: OracleOptions, program: ts.Program, sourceFile: ts.SourceFile, values: ValueCache) {
    this.#values = values;
    this.#options = options;
    this.#ts = options.typescript;
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.#file = sourceFile;
  }

  // ── What a name stands for ────────────────────────────────────────────────────────────────

  mention(node: ts.Node): Reference[] {
    const ts = this.#ts;
    const parent = node.parent;
    if (ts.isStringLiteralLike(node) && ts.isCallExpression(parent)) return this.#module(node, parent);
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
      return this.#member(parent.expression, node, node.getText(this.#file));
    }
    if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node && ts.isStringLiteralLike(node)) {
      return this.#member(parent.expression, node, node.text);
    }
    if (ts.isElementAccessExpression(node)) return this.#elements(node.expression);
    if (ts.isElementAccessExpression(parent) && node.kind === ts.SyntaxKind.QuestionDotToken)
      return this.#elements(parent.expression);
    if (
      ts.isBindingElement(parent) &&
      (parent.propertyName ?? parent.name) === node &&
      ts.isObjectBindingPattern(parent.parent)
    ) {
      return this.#bindingMember(parent);
    }
    if (isMemberName(ts, node)) return [this.#declared(parent)];
    if (ts.isImportOrExportSpecifier(parent) && parent.propertyName === node) {
      const symbol = this.#checker.getSymbolAtLocation(parent.name);
      return symbol ? this.#symbol(symbol) : [];
    }
    return ts.isIdentifier(node) ? this.#identifier(node) : [];
  }

  /** As {@link mention}, and on through what the holder holds. */
  value(node: ts.Node): Reference[] {
    const parent = node.parent;
    const ts = this.#ts;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) return this.#evaluate(parent);
    if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) return this.#evaluate(parent);
    if (ts.isIdentifier(node)) return this.#evaluate(node);
    return this.mention(node);
  }

  #identifier(node: ts.Identifier): Reference[] {
    const symbol = this.#ts.isShorthandPropertyAssignment(node.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.#checker.getSymbolAtLocation(node);
    if (!symbol || isUnknown(symbol)) return [{ is: "external", module: GLOBAL, steps: [node.text] }];
    return this.#symbol(symbol);
  }

  #symbol(symbol: ts.Symbol): Reference[] {
    if (symbol.flags & this.#ts.SymbolFlags.Alias) return this.#alias(symbol);
    const declarations = symbol.declarations ?? [];
    if (declarations.length === 0) {
      return symbol.name === "globalThis" || symbol.name === "undefined"
        ? []
        : [{ is: "external", module: GLOBAL, steps: [symbol.name] }];
    }
    const own = declarations.filter((declaration) => this.#isOwn(declaration));
    if (own.length > 0) return this.#ownDeclarations(own);
    const identity = declaredIdentity(this.#ts, symbol);
    return identity ? [identity] : [];
  }

  #ownDeclarations(declarations: readonly ts.Declaration[]): Reference[] {
    // Of an overloaded function only the implementation runs.
    const implemented = declarations.filter(
      (declaration) =>
        !this.#ts.isFunctionLike(declaration) || ("body" in declaration && declaration.body !== undefined),
    );
    const chosen = implemented.length > 0 ? implemented : declarations;
    return chosen.map((declaration) => this.#declared(declaration, this.#isAbstract(declaration)));
  }

  #isAbstract(declaration: ts.Declaration): boolean {
    const ts = this.#ts;
    if (ts.isMethodSignature(declaration) || ts.isPropertySignature(declaration)) return true;
    return (
      ts.canHaveModifiers(declaration) &&
      (ts.getModifiers(declaration)?.some((modifier) => modifier.kind === ts.SyntaxKind.AbstractKeyword) ?? false)
    );
  }

  #declared(declaration: ts.Node, isUncertain = false): Reference {
    const file = declaration.getSourceFile();
    const offset = this.#ts.isSourceFile(declaration) ? -1 : declarationOffset(this.#ts, declaration, file);
    return { is: "declared", at: { file: file.fileName, offset }, steps: [], ...(isUncertain && { isUncertain }) };
  }

  #isOwn(declaration: ts.Node): boolean {
    return this.#options.isOwn(declaration.getSourceFile().fileName);
  }

  // ── Modules ───────────────────────────────────────────────────────────────────────────────

  #alias(symbol: ts.Symbol): Reference[] {
    const target = this.#checker.getAliasedSymbol(symbol);
    const written = this.#writtenImport(symbol);
    if (isUnknown(target)) return written.length > 0 ? written : this.#throughReexports(symbol);
    const declared = this.#moduleValue(target);
    return declared.some((reference) => reference.is === "declared") ? declared : [...written, ...declared];
  }

  /** A module stands for its `export =` where it has one. */
  #moduleValue(symbol: ts.Symbol): Reference[] {
    const isModule = symbol.flags & this.#ts.SymbolFlags.ValueModule;
    return isModule && symbol.declarations?.every((declaration) => !this.#isOwn(declaration))
      ? []
      : this.#symbol(symbol);
  }

  /** The module specifier and imported name as the import writes them, for modules outside the project. */
  #writtenImport(symbol: ts.Symbol): Reference[] {
    const ts = this.#ts;
    return (symbol.declarations ?? []).flatMap((declaration): Reference[] => {
      if (ts.isImportSpecifier(declaration)) {
        return this.#external(declaration.parent.parent.parent.moduleSpecifier, [
          (declaration.propertyName ?? declaration.name).text,
        ]);
      }
      if (ts.isImportClause(declaration)) return this.#external(declaration.parent.moduleSpecifier, ["default"]);
      if (ts.isNamespaceImport(declaration)) return this.#external(declaration.parent.parent.moduleSpecifier, []);
      if (ts.isImportEqualsDeclaration(declaration)) {
        return ts.isExternalModuleReference(declaration.moduleReference)
          ? this.#external(declaration.moduleReference.expression, [])
          : [];
      }
      if (ts.isExportSpecifier(declaration)) {
        const specifier = declaration.parent.parent.moduleSpecifier;
        return specifier ? this.#external(specifier, [(declaration.propertyName ?? declaration.name).text]) : [];
      }
      if (ts.isVariableDeclaration(declaration) && declaration.initializer)
        return this.#evaluate(declaration.initializer);
      if (ts.isBindingElement(declaration)) return this.#destructured(declaration);
      return [];
    });
  }

  #external(specifier: ts.Expression, steps: readonly string[]): ExternalReference[] {
    if (!this.#ts.isStringLiteralLike(specifier) || specifier.text.startsWith(".")) return [];
    const resolved = this.#resolvedFile(specifier);
    return resolved && this.#options.isOwn(resolved.fileName)
      ? []
      : [{ is: "external", module: specifier.text, steps }];
  }

  #resolvedFile(specifier: ts.StringLiteralLike): ts.SourceFile | undefined {
    const declaration = this.#checker.getSymbolAtLocation(specifier)?.valueDeclaration;
    return declaration && this.#ts.isSourceFile(declaration) ? declaration : undefined;
  }

  /** A name that the project passes on from a module that is not there: `export { parse } from "csv"`. */
  #throughReexports(symbol: ts.Symbol): Reference[] {
    return this.#deeper(() => {
      const ts = this.#ts;
      return (symbol.declarations ?? []).flatMap((declaration): Reference[] => {
        if (ts.isExportSpecifier(declaration) && !declaration.parent.parent.moduleSpecifier) {
          const local = this.#checker.getExportSpecifierLocalTargetSymbol(declaration);
          return local && local !== symbol ? this.#symbol(local) : [];
        }
        const [specifier, name] = importedName(ts, declaration);
        const module = specifier && this.#checker.getSymbolAtLocation(specifier);
        if (!module || name === undefined) return [];
        const exported = module.exports?.get(ts.escapeLeadingUnderscores(name));
        if (exported) return this.#symbol(exported);
        return this.#starExports(module, name);
      });
    });
  }

  /** `export * from "elsewhere"` in a module of the project, where elsewhere is not installed. */
  #starExports(module: ts.Symbol, name: string): Reference[] {
    const ts = this.#ts;
    const stars = module.exports?.get(ts.InternalSymbolName.ExportStar)?.declarations ?? [];
    return stars.flatMap((star): Reference[] => {
      if (!ts.isExportDeclaration(star) || !star.moduleSpecifier) return [];
      const outside = this.#external(star.moduleSpecifier, [name]);
      if (outside.length > 0) return outside;
      const inner = this.#checker.getSymbolAtLocation(star.moduleSpecifier);
      const exported = inner?.exports?.get(ts.escapeLeadingUnderscores(name));
      return exported ? this.#symbol(exported) : inner ? this.#deeper(() => this.#starExports(inner, name)) : [];
    });
  }

  /** `require("x")` and `import("x")`. */
  #module(specifier: ts.StringLiteralLike, call: ts.CallExpression): Reference[] {
    const outside = this.#external(specifier, []);
    const symbol = this.#checker.getSymbolAtLocation(specifier);
    if (!symbol || isUnknown(symbol)) return outside.length > 0 ? outside : this.#requiredFile(specifier);
    if (outside.length > 0) return outside;
    const isImport = call.expression.kind === this.#ts.SyntaxKind.ImportKeyword;
    const value = symbol.exports?.get(this.#ts.InternalSymbolName.ExportEquals) ?? (isImport ? undefined : symbol);
    return value ? this.#symbol(value) : this.#symbol(symbol);
  }

  /** `require("./x")` in a TypeScript file, where the checker does not follow it. */
  #requiredFile(specifier: ts.StringLiteralLike): Reference[] {
    const module = this.#requiredModule(specifier);
    if (!module) return [];
    const value = module.exports?.get(this.#ts.InternalSymbolName.ExportEquals) ?? module;
    return this.#symbol(value);
  }

  #requiredModule(specifier: ts.StringLiteralLike): ts.Symbol | undefined {
    const { resolvedModule } = this.#ts.resolveModuleName(
      specifier.text,
      this.#file.fileName,
      this.#program.getCompilerOptions(),
      this.#moduleHost(),
    );
    const file = resolvedModule && this.#program.getSourceFile(resolvedModule.resolvedFileName);
    return file && this.#checker.getSymbolAtLocation(file);
  }

  /** Module resolution against the files the program already has: nothing is read from disk. */
  #moduleHost(): ts.ModuleResolutionHost {
    return {
      fileExists: (path) => this.#program.getSourceFile(path) !== undefined,
      readFile: (path) => this.#program.getSourceFile(path)?.text,
    };
  }

  // ── Members ───────────────────────────────────────────────────────────────────────────────

  #member(object: ts.Expression, nameNode: ts.Node, name: string): Reference[] {
    const instance = this.#declaredInstance(object);
    const member = instance && this.#memberOf(instance, name);
    const symbols = member ? [member] : this.#memberSymbols(object, nameNode, name);
    if (symbols.length === 0) return this.#append(this.#evaluate(object), name);
    const references = distinct(symbols.flatMap((symbol) => this.#symbol(symbol)));
    const declared = references.filter((reference) => reference.is === "declared");
    if (declared.length > 0) return declared.length > 1 ? declared.map(uncertain) : declared;
    const receiver = instance ? this.#instanceReference(instance) : this.#type(this.#typeOf(object));
    const byReceiver = this.#append(
      receiver.filter((reference) => reference.is === "external"),
      name,
    );
    if (references.every((reference) => reference.is === "external" && reference.module === GLOBAL))
      return [...byReceiver, ...references];
    const written = this.#append(this.#evaluate(object), name).filter(
      (reference) => reference.is === "external" && reference.byType !== true,
    );
    return [...written, ...byReceiver, ...references];
  }

  // ── Instances by declaration ──────────────────────────────────────────────────────────────

  /**
   * The class or interface that an expression is declared to be an instance of, read off annotations,
   * `new` and return types. No type is computed: resolving type arguments and inferring calls is what
   * takes a type check its time, and a member's declaration depends on neither.
   */
  #declaredInstance(expression: ts.Expression, depth = 0): ts.Symbol | undefined {
    const ts = this.#ts;
    if (depth > MAX_DEPTH) return undefined;
    const node = ts.skipPartiallyEmittedExpressions(expression);
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAwaitExpression(node)) {
      return this.#declaredInstance(node.expression, depth + 1);
    }
    if (ts.isAsExpression(node)) return this.#instanceType(node.type, depth + 1);
    if (node.kind === ts.SyntaxKind.ThisKeyword) return this.#enclosingClass(node);
    if (ts.isNewExpression(node)) return this.#classNamed(node.expression);
    if (ts.isIdentifier(node)) {
      const symbol = this.#checker.getSymbolAtLocation(node);
      return (
        symbol &&
        this.#instanceHeld(
          symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol,
          depth + 1,
        )
      );
    }
    if (ts.isPropertyAccessExpression(node)) {
      const owner = this.#declaredInstance(node.expression, depth + 1);
      const member = owner && this.#memberOf(owner, node.name.text);
      return member && this.#instanceHeld(member, depth + 1);
    }
    return ts.isCallExpression(node) ? this.#instanceReturned(node, depth + 1) : undefined;
  }

  #instanceHeld(symbol: ts.Symbol, depth: number): ts.Symbol | undefined {
    const ts = this.#ts;
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
      ? this.#declaredInstance(declaration.initializer, depth)
      : undefined;
  }

  #instanceReturned(call: ts.CallExpression, depth: number): ts.Symbol | undefined {
    const ts = this.#ts;
    const callee = call.expression;
    const owner = ts.isPropertyAccessExpression(callee) ? this.#declaredInstance(callee.expression, depth) : undefined;
    const symbol =
      owner && ts.isPropertyAccessExpression(callee)
        ? this.#memberOf(owner, callee.name.text)
        : ts.isIdentifier(callee)
          ? this.#checker.getSymbolAtLocation(callee)
          : undefined;
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
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
    const ts = this.#ts;
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
    const symbol = this.#checker.getSymbolAtLocation(node.typeName);
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    if (!target || isUnknown(target)) return undefined;
    if (target.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) return target;
    const alias = target.declarations?.[0];
    return alias && ts.isTypeAliasDeclaration(alias) && !alias.typeParameters
      ? this.#instanceType(alias.type, depth + 1)
      : undefined;
  }

  /** The language's own `Array`. Not in the public types; without it the array's type is computed. */
  #arrayType(): ts.Symbol | undefined {
    const checker: NamingChecker = this.#checker;
    return checker.resolveName?.("Array", undefined, this.#ts.SymbolFlags.Interface, false);
  }

  #enclosingClass(node: ts.Node): ts.Symbol | undefined {
    const ts = this.#ts;
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
    const ts = this.#ts;
    const symbol =
      ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression)
        ? this.#checker.getSymbolAtLocation(expression)
        : undefined;
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    return target && target.flags & ts.SymbolFlags.Class ? target : undefined;
  }

  /** A member as the class or interface declares it, or else as one of its bases does. */
  #memberOf(owner: ts.Symbol, name: string, depth = 0): ts.Symbol | undefined {
    const ts = this.#ts;
    const member = owner.members?.get(ts.escapeLeadingUnderscores(name));
    if (member) return member;
    for (const declaration of depth > MAX_DEPTH ? [] : (owner.declarations ?? [])) {
      if (!ts.isClassLike(declaration) && !ts.isInterfaceDeclaration(declaration)) continue;
      for (const { expression } of (declaration.heritageClauses ?? [])
        .filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
        .flatMap(({ types }) => types)) {
        const symbol = this.#checker.getSymbolAtLocation(expression);
        const base = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
        const inherited = base && base !== owner ? this.#memberOf(base, name, depth + 1) : undefined;
        if (inherited) return inherited;
      }
    }
    return undefined;
  }

  #instanceReference(instance: ts.Symbol): Reference[] {
    const [declaration] = instance.declarations ?? [];
    if (declaration && this.#isOwn(declaration)) return [];
    const identity = declaredIdentity(this.#ts, instance);
    return identity ? [{ ...identity, byType: true }] : [];
  }

  /** The member's symbols: of a module or class by name, of a value by its declared type, each part of a union for itself. */
  #memberSymbols(object: ts.Expression, nameNode: ts.Node, name: string): ts.Symbol[] {
    const ts = this.#ts;
    const owner = ts.isIdentifier(object) ? this.#checker.getSymbolAtLocation(object) : undefined;
    const isNamespace =
      owner &&
      (owner.flags & (ts.SymbolFlags.Alias | ts.SymbolFlags.Namespace | ts.SymbolFlags.Class | ts.SymbolFlags.Enum)) !==
        0;
    // In JavaScript, functions and plain objects gain members by assignment, which only the checker binds.
    const isExpando = this.#file.flags & ts.NodeFlags.JavaScriptFile;
    if (isNamespace || isExpando || ts.isPrivateIdentifier(nameNode) || object.kind === ts.SyntaxKind.SuperKeyword) {
      const symbol = this.#checker.getSymbolAtLocation(nameNode);
      if (symbol && !isUnknown(symbol) && (symbol.declarations || symbol.flags & ts.SymbolFlags.Alias)) return [symbol];
      if (isNamespace || isExpando) return [];
    }
    const properties = this.#properties(this.#typeOf(object), name);
    return properties.length > 0 || !containsCall(ts, object)
      ? properties
      : this.#properties(this.#checker.getTypeAtLocation(object), name);
  }

  #properties(type: ts.Type, name: string): ts.Symbol[] {
    if (type.isUnion())
      return type.types.length > MAX_UNION ? [] : type.types.flatMap((part) => this.#properties(part, name));
    const property = this.#checker.getPropertyOfType(this.#checker.getApparentType(type), name);
    return property && !isUnknown(property) && property.declarations ? [property] : [];
  }

  /**
   * The type of an expression as declared. Narrowing by control flow is left out: it hardly ever
   * changes what a member is called, and on large unions it takes most of a type check's time.
   */
  #typeOf(node: ts.Expression, depth = 0): ts.Type {
    const ts = this.#ts;
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node)) {
      return this.#typeOf(node.expression, depth);
    }
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node))
      return this.#checker.getTypeFromTypeNode(node.type);
    if (ts.isAwaitExpression(node)) {
      const promised = this.#typeOf(node.expression, depth);
      return this.#checker.getAwaitedType(promised) ?? promised;
    }
    if (ts.isIdentifier(node)) {
      const symbol = this.#checker.getSymbolAtLocation(node);
      const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
      if (!target || isUnknown(target)) return this.#checker.getTypeAtLocation(node);
      return this.#typeHeld(target, depth + 1) ?? this.#checker.getTypeOfSymbol(target);
    }
    if (ts.isPropertyAccessExpression(node)) {
      const [property] = this.#memberSymbols(node.expression, node.name, node.name.text);
      return property ? this.#checker.getTypeOfSymbol(property) : this.#checker.getAnyType();
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const declared = this.#declaredReturnType(node, depth);
      if (declared) return declared;
    }
    return this.#checker.getTypeAtLocation(node);
  }

  /** The type of an unannotated variable by its initialiser, of an unannotated callback's parameter by what takes the callback. */
  #typeHeld(symbol: ts.Symbol, depth: number): ts.Type | undefined {
    const ts = this.#ts;
    const declaration = symbol.valueDeclaration;
    if (!declaration || depth > MAX_DEPTH) return undefined;
    if (ts.isVariableDeclaration(declaration)) {
      const { type, initializer } = declaration;
      const isRead =
        !type &&
        initializer &&
        ts.isIdentifier(declaration.name) &&
        (ts.isCallExpression(initializer) || ts.isNewExpression(initializer) || ts.isAwaitExpression(initializer));
      return isRead ? this.#typeOf(initializer, depth) : undefined;
    }
    return ts.isParameter(declaration) && !declaration.type
      ? this.#callbackParameterType(declaration, depth)
      : undefined;
  }

  #callbackParameterType(parameter: ts.ParameterDeclaration, depth: number): ts.Type | undefined {
    const ts = this.#ts;
    const callback = parameter.parent;
    if ((!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) || !ts.isCallExpression(callback.parent))
      return undefined;
    const call = callback.parent;
    const position = call.arguments.indexOf(callback);
    const index = callback.parameters.indexOf(parameter);
    const passed = this.#typeOf(call.expression, depth)
      .getCallSignatures()
      .flatMap((signature) => {
        const open = signature.getTypeParameters() ?? [];
        const taken = signature.getParameters()[position];
        const callbackType = taken && this.#checker.getTypeOfSymbol(taken);
        const [expected] = callbackType && !this.#isOpen(callbackType, open) ? callbackType.getCallSignatures() : [];
        const received = expected?.getParameters()[index];
        if (!received || isRest(ts, received)) return [];
        const type = this.#checker.getTypeOfSymbol(received);
        return this.#isOpen(type, open) ? [] : [type];
      });
    const [first, ...others] = passed;
    return others.every((type) => type === first) ? first : undefined;
  }

  /** Whether it takes inference to tell what the type is: it follows from the signature's own type parameters. */
  #isOpen(type: ts.Type, parameters: readonly ts.TypeParameter[]): boolean {
    if (parameters.length === 0) return false;
    if (type.isUnionOrIntersection()) return type.types.some((part) => this.#isOpen(part, parameters));
    const { Conditional, IndexedAccess, Index } = this.#ts.TypeFlags;
    return (
      parameters.some((parameter) => parameter === type) || (type.flags & (Conditional | IndexedAccess | Index)) !== 0
    );
  }

  /**
   * The return type that all of a callee's signatures agree on, type parameters left open: a query
   * builder is a query builder whatever its rows are, and inferring them is what costs.
   */
  #declaredReturnType(call: ts.CallExpression | ts.NewExpression, depth: number): ts.Type | undefined {
    const callee = this.#typeOf(call.expression, depth);
    const signatures = this.#ts.isNewExpression(call) ? callee.getConstructSignatures() : callee.getCallSignatures();
    const [first, ...others] = signatures.map((signature) => signature.getReturnType());
    if (!first) return undefined;
    const { StringLike, NumberLike, BooleanLike, Void } = this.#ts.TypeFlags;
    if (others.length === 0 && (first.flags & (StringLike | NumberLike | BooleanLike | Void)) !== 0) return first;
    const symbol = first.getSymbol();
    const isNamed =
      symbol !== undefined && (symbol.flags & (this.#ts.SymbolFlags.Class | this.#ts.SymbolFlags.Interface)) !== 0;
    return isNamed &&
      !TRANSPARENT_TYPES.has(symbol.name) &&
      symbol.name !== "Array" &&
      others.every((type) => type.getSymbol() === symbol)
      ? first
      : undefined;
  }

  #bindingMember(element: ts.BindingElement): Reference[] {
    const ts = this.#ts;
    const key = element.propertyName ?? element.name;
    if (!ts.isIdentifier(key) && !ts.isStringLiteralLike(key)) return [];
    const pattern = this.#checker.getTypeAtLocation(element.parent);
    const symbol = pattern.getProperty(key.text);
    if (symbol?.declarations || (symbol && symbol.flags & ts.SymbolFlags.Alias)) {
      const references = this.#symbol(symbol);
      if (references.some((reference) => reference.is === "declared")) return references;
      return [
        ...this.#destructured(element).filter((reference) => reference.is === "external" && reference.byType !== true),
        ...references,
      ];
    }
    return this.#destructured(element);
  }

  /** What a destructuring takes out of its source, by reading the source's value. */
  #destructured(element: ts.BindingElement): Reference[] {
    const ts = this.#ts;
    const path: string[] = [];
    let node: ts.Node = element;
    while (ts.isBindingElement(node)) {
      const key = ts.isArrayBindingPattern(node.parent) ? undefined : (node.propertyName ?? node.name);
      const step = !key ? ELEMENT : ts.isIdentifier(key) || ts.isStringLiteralLike(key) ? key.text : undefined;
      if (step === undefined) return [];
      // What is left over has the same members as the whole.
      if (!node.dotDotDotToken) path.unshift(step);
      node = node.parent.parent;
    }
    const source =
      ts.isVariableDeclaration(node) && node.initializer
        ? this.#evaluate(node.initializer)
        : ts.isVariableDeclaration(node)
          ? this.#iterated(node)
          : ts.isParameter(node)
            ? this.#parameter(node)
            : [];
    return path.reduce((references, step) => this.#append(references, step), source);
  }

  // ── Overriding ────────────────────────────────────────────────────────────────────────────

  /** Members of base classes, interfaces and contextual types that the member named by this token stands in for. */
  overridden(node: ts.Node): Reference[] {
    const ts = this.#ts;
    const member = node.parent;
    const name =
      ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isPrivateIdentifier(node) ? node.text : undefined;
    if (name === undefined) return [];
    if (ts.isClassElement(member) && ts.isClassLike(member.parent)) return this.#inherited(member.parent, name);
    if (ts.isObjectLiteralElementLike(member) && ts.isObjectLiteralExpression(member.parent))
      return this.#contextual(member.parent, name);
    return [];
  }

  #inherited(node: ts.ClassLikeDeclaration, name: string): Reference[] {
    return distinct(
      (node.heritageClauses ?? []).flatMap((clause) =>
        clause.types.flatMap((type): Reference[] => {
          const property = this.#checker.getTypeAtLocation(type).getProperty(name);
          if (property?.declarations) {
            const references = this.#symbol(property);
            const isOutside = references.every((reference) => reference.is === "external");
            return isOutside ? [...references, ...this.#append(this.#baseInstance(type), name)] : references;
          }
          return this.#append(this.#baseInstance(type), name);
        }),
      ),
    );
  }

  /** An instance of the base, whether or not it is installed: by its type's name, and by how it comes about. */
  #baseInstance(type: ts.ExpressionWithTypeArguments): Reference[] {
    return this.#evaluate(type.expression).flatMap((reference): Reference[] => {
      if (reference.is !== "external") return [];
      return reference.byType === true
        ? [reference]
        : [{ ...reference, byType: true }, appended(reference, CONSTRUCTED)];
    });
  }

  #contextual(literal: ts.ObjectLiteralExpression, name: string): Reference[] {
    // `satisfies` checks a literal and leaves it its own type.
    if (this.#ts.isSatisfiesExpression(literal.parent)) return [];
    const type = this.#expectedType(literal) ?? this.#checker.getContextualType(literal);
    const property = type && this.#properties(type, name)[0];
    return property ? this.#symbol(property).filter((reference) => reference.is === "declared") : [];
  }

  /**
   * The type that a literal's place declares, where that can be read off: far cheaper than the
   * contextual type, for which the checker infers the whole call around it.
   */
  #expectedType(literal: ts.Expression): ts.Type | undefined {
    const ts = this.#ts;
    const { parent } = literal;
    if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) {
      return parent.type ? this.#checker.getTypeFromTypeNode(parent.type) : undefined;
    }
    if (ts.isArrayLiteralExpression(parent)) return this.#expectedType(parent)?.getNumberIndexType();
    if (ts.isPropertyAssignment(parent)) {
      const outer = this.#expectedType(parent.parent);
      const [property] = outer && ts.isIdentifier(parent.name) ? this.#properties(outer, parent.name.text) : [];
      return property && this.#checker.getTypeOfSymbol(property);
    }
    if (!ts.isCallExpression(parent)) return undefined;
    const [signature, ...others] = this.#typeOf(parent.expression).getCallSignatures();
    if (!signature || others.length > 0 || signature.getTypeParameters()) return undefined;
    const parameter = signature.getParameters()[parent.arguments.indexOf(literal)];
    return parameter && this.#checker.getTypeOfSymbol(parameter);
  }

  // ── Values ────────────────────────────────────────────────────────────────────────────────

  #deeper(evaluate: () => Reference[]): Reference[] {
    if (this.#depth >= MAX_VALUE_DEPTH) {
      this.#cuts++;
      return [];
    }
    this.#depth++;
    try {
      return evaluate();
    } finally {
      this.#depth--;
    }
  }

  #evaluate(expression: ts.Expression): Reference[] {
    return this.#remembered(expression, () => this.#evaluateOnce(expression));
  }

  /** Reads every expression once; one that depends on itself, or comes too late, has no value. */
  #remembered(node: ts.Node, evaluate: () => Reference[]): Reference[] {
    const known = this.#values.get(node);
    if (known) return [...known];
    if (this.#evaluating.has(node) || this.#evaluations >= MAX_EVALUATIONS) {
      this.#cuts++;
      return [];
    }
    this.#evaluating.add(node);
    this.#evaluations++;
    const cutsBefore = this.#cuts;
    const value = distinct(this.#deeper(evaluate));
    this.#evaluating.delete(node);
    if (this.#cuts === cutsBefore) this.#values.set(node, value);
    return value;
  }

  #evaluateOnce(node: ts.Expression): Reference[] {
    const ts = this.#ts;
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node)) {
      return this.#evaluate(node.expression);
    }
    if (ts.isAwaitExpression(node)) return this.#evaluate(node.expression);
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
      const asserted = this.#typeNode(node.type);
      return asserted.length > 0 ? asserted : this.#evaluate(node.expression);
    }
    if (ts.isIdentifier(node)) return this.#identifier(node).flatMap((reference) => this.#held(reference));
    if (node.kind === ts.SyntaxKind.ThisKeyword) return this.#this(node);
    if (node.kind === ts.SyntaxKind.SuperKeyword) return this.#type(this.#checker.getTypeAtLocation(node));
    if (ts.isPropertyAccessExpression(node)) {
      return this.#member(node.expression, node.name, node.name.text).flatMap((reference) => this.#held(reference));
    }
    if (ts.isElementAccessExpression(node)) {
      const key = node.argumentExpression;
      if (ts.isStringLiteralLike(key))
        return this.#member(node.expression, key, key.text).flatMap((reference) => this.#held(reference));
      return this.#elements(node.expression);
    }
    if (ts.isCallExpression(node)) return this.#result(node);
    if (ts.isNewExpression(node)) return this.#append(this.#evaluate(node.expression), CONSTRUCTED);
    if (ts.isConditionalExpression(node)) return [...this.#evaluate(node.whenTrue), ...this.#evaluate(node.whenFalse)];
    if (ts.isBinaryExpression(node)) return this.#chosen(node);
    if (ts.isArrayLiteralExpression(node)) return [{ is: "external", module: GLOBAL, steps: ["Array"], byType: true }];
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      return [{ is: "external", module: GLOBAL, steps: ["String"], byType: true }];
    }
    if (ts.isRegularExpressionLiteral(node))
      return [{ is: "external", module: GLOBAL, steps: ["RegExp"], byType: true }];
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isObjectLiteralExpression(node))
      return [this.#declared(node)];
    return [];
  }

  #chosen(node: ts.BinaryExpression): Reference[] {
    const { SyntaxKind } = this.#ts;
    switch (node.operatorToken.kind) {
      case SyntaxKind.BarBarToken:
      case SyntaxKind.QuestionQuestionToken:
        return [...this.#evaluate(node.left), ...this.#evaluate(node.right)];
      case SyntaxKind.AmpersandAmpersandToken:
      case SyntaxKind.CommaToken:
      case SyntaxKind.EqualsToken:
      case SyntaxKind.QuestionQuestionEqualsToken:
      case SyntaxKind.BarBarEqualsToken:
        return this.#evaluate(node.right);
      default:
        return [];
    }
  }

  #this(node: ts.Expression): Reference[] {
    const type = this.#type(this.#checker.getTypeAtLocation(node));
    if (type.length > 0) return type;
    let owner: ts.Node = node;
    while (!this.#ts.isClassLike(owner) && !this.#ts.isSourceFile(owner)) owner = owner.parent;
    return this.#ts.isClassLike(owner) ? [appended(this.#declared(owner), CONSTRUCTED)] : [];
  }

  /** What a call gives back. */
  #result(call: ts.CallExpression): Reference[] {
    const ts = this.#ts;
    const callee = call.expression;
    const specifier = call.arguments[0];
    const isModuleCall =
      callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
    if (isModuleCall && specifier && ts.isStringLiteralLike(specifier)) return this.#module(specifier, call);
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === "bind") return this.#evaluate(callee.expression);
    const called = this.#evaluate(callee);
    const path = this.#append(called, CALLED).filter(
      (reference) => reference.is === "external" && (reference.module !== GLOBAL || reference.steps.length > 0),
    );
    const isOutside = path.some(
      (reference) => reference.is === "external" && reference.module !== GLOBAL && reference.byType !== true,
    );
    const typed = this.#type(this.#typeOf(call));
    if (isOutside || typed.length > 0) return [...path, ...typed];
    const returned = called.flatMap((reference) =>
      reference.is === "declared" && reference.steps.length === 0 ? this.#returned(reference) : [],
    );
    return returned.length > 0 ? returned : this.#append(called, CALLED);
  }

  #returned(reference: Extract<Reference, { is: "declared" }>): Reference[] {
    const declaration = this.#nodeAt(reference.at);
    const ts = this.#ts;
    const candidate =
      declaration &&
      (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration)
        ? declaration.initializer
        : declaration);
    if (!candidate || !ts.isFunctionLike(candidate) || !("body" in candidate) || !candidate.body) return [];
    if (!ts.isBlock(candidate.body)) return this.#evaluate(candidate.body);
    const found: Reference[] = [];
    const search = (node: ts.Node): void => {
      if (ts.isFunctionLike(node)) return;
      if (ts.isReturnStatement(node) && node.expression) found.push(...this.#evaluate(node.expression));
      ts.forEachChild(node, search);
    };
    ts.forEachChild(candidate.body, search);
    return found;
  }

  /** Looks into a holder: the value of a variable, a property, a parameter. Other references stay as they are. */
  #held(reference: Reference): Reference[] {
    if (reference.is !== "declared" || reference.steps.length > 0) return [reference];
    const declaration = this.#nodeAt(reference.at);
    if (!declaration) return [reference];
    const values = this.#remembered(declaration, () => this.#declarationValue(declaration));
    return values.length > 0 ? values : [reference];
  }

  #declarationValue(node: ts.Node): Reference[] {
    const ts = this.#ts;
    if (ts.isParameter(node)) return this.#parameter(node);
    if (ts.isBindingElement(node)) {
      const typed = this.#type(this.#checker.getTypeAtLocation(node));
      return typed.length > 0 ? typed : this.#destructured(node);
    }
    if (ts.isVariableDeclaration(node)) {
      const annotated = this.#annotated(node);
      if (annotated.length > 0) return annotated;
      if (node.initializer) return this.#evaluate(node.initializer);
      const iterated = this.#iterated(node);
      return iterated.length > 0 ? iterated : this.#assigned(node, node.name);
    }
    if (ts.isPropertyDeclaration(node)) {
      const annotated = this.#annotated(node);
      if (annotated.length > 0) return annotated;
      return [...(node.initializer ? this.#evaluate(node.initializer) : []), ...this.#assigned(node, node.name)];
    }
    if (ts.isPropertyAssignment(node)) return this.#evaluate(node.initializer);
    if (ts.isShorthandPropertyAssignment(node))
      return this.#identifier(node.name).flatMap((reference) => this.#held(reference));
    if (ts.isPropertySignature(node) || ts.isGetAccessor(node)) return this.#annotated(node);
    if (ts.isBinaryExpression(node)) return this.#evaluate(node.right);
    if (
      (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
      ts.isBinaryExpression(node.parent)
    ) {
      return node.parent.left === node ? this.#evaluate(node.parent.right) : [];
    }
    if (ts.isExportAssignment(node)) return this.#evaluate(node.expression);
    return [];
  }

  /** By the declared type: resolved where it can be, else by the name under which it is imported. */
  #annotated(
    node:
      | ts.VariableDeclaration
      | ts.PropertyDeclaration
      | ts.PropertySignature
      | ts.GetAccessorDeclaration
      | ts.ParameterDeclaration,
  ): Reference[] {
    const annotation = node.type ?? this.#ts.getJSDocType(node);
    return annotation ? this.#typeNode(annotation) : [];
  }

  #parameter(node: ts.ParameterDeclaration): Reference[] {
    const annotated = this.#annotated(node);
    if (annotated.length > 0) return annotated;
    const typed = this.#ts.isIdentifier(node.name)
      ? this.#type(this.#callbackParameterType(node, 0) ?? this.#checker.getTypeAtLocation(node))
      : [];
    if (typed.length > 0) return typed;
    return [this.#declared(node), ...(node.initializer ? this.#evaluate(node.initializer) : [])];
  }

  #iterated(node: ts.VariableDeclaration): Reference[] {
    const statement = node.parent.parent;
    return this.#ts.isForOfStatement(statement) ? this.#elements(statement.expression) : [];
  }

  /** Values assigned to a place that is declared without one: `let app; app = express()`, `this.app = express()`. */
  #assigned(declaration: ts.Node, name: ts.Node): Reference[] {
    const text = name.getText();
    const scope = this.#ts.isPropertyDeclaration(declaration) ? declaration.parent : declaration.getSourceFile();
    const found: Reference[] = [];
    for (const assignment of assignmentsIn(this.#ts, scope)) {
      const { left } = assignment;
      const isNamed = this.#ts.isPropertyAccessExpression(left)
        ? left.name.text === text
        : this.#ts.isIdentifier(left) && left.text === text;
      if (!isNamed || found.length > 8) continue;
      const target = this.#checker.getSymbolAtLocation(this.#ts.isPropertyAccessExpression(left) ? left.name : left);
      if (target?.declarations?.includes(declaration as ts.Declaration))
        found.push(...this.#evaluate(assignment.right));
    }
    return found;
  }

  // ── Containers ────────────────────────────────────────────────────────────────────────────

  /** What the elements of a container can be: of an array or object literal, and whatever is stored under computed keys. */
  #elements(container: ts.Expression): Reference[] {
    return this.#deeper(() => {
      const typed = this.#elementType(container);
      const stored = typed.length > 0 ? typed : this.#storedElements(container);
      if (stored.length > 0) return distinct(stored).slice(0, MAX_ELEMENTS).map(uncertain);
      return this.#append(this.#evaluate(container), ELEMENT);
    });
  }

  #elementType(container: ts.Expression): Reference[] {
    const type = this.#typeOf(container);
    const element = type.getNumberIndexType() ?? type.getStringIndexType();
    return element ? this.#type(element) : [];
  }

  #storedElements(container: ts.Expression): Reference[] {
    const ts = this.#ts;
    const literal = this.#literalElements(container);
    const name = ts.isPropertyAccessExpression(container) ? container.name : container;
    const symbol = this.#checker.getSymbolAtLocation(name);
    const declarations = symbol?.declarations?.filter((declaration) => this.#isOwn(declaration)) ?? [];
    const initial = declarations.flatMap((declaration) => {
      const initializer =
        "initializer" in declaration ? (declaration.initializer as ts.Expression | undefined) : undefined;
      const assigned = ts.isBinaryExpression(declaration) ? declaration.right : initializer;
      return assigned ? this.#literalElements(assigned) : [];
    });
    const files = new Set(declarations.map((declaration) => declaration.getSourceFile()));
    const stored = [...files].flatMap((file) =>
      assignmentsIn(ts, file).flatMap((assignment) => {
        if (!ts.isElementAccessExpression(assignment.left)) return [];
        const object = assignment.left.expression;
        const target = this.#checker.getSymbolAtLocation(ts.isPropertyAccessExpression(object) ? object.name : object);
        return target && declarations.some((declaration) => target.declarations?.includes(declaration))
          ? this.#evaluate(assignment.right)
          : [];
      }),
    );
    return [...literal, ...initial, ...stored];
  }

  #literalElements(expression: ts.Expression): Reference[] {
    const ts = this.#ts;
    const node =
      ts.isAsExpression(expression) || ts.isParenthesizedExpression(expression) ? expression.expression : expression;
    if (ts.isArrayLiteralExpression(node)) {
      return node.elements
        .slice(0, MAX_ELEMENTS)
        .flatMap((element) =>
          ts.isSpreadElement(element) ? this.#elements(element.expression) : this.#evaluate(element),
        );
    }
    if (!ts.isObjectLiteralExpression(node)) return [];
    return node.properties.slice(0, MAX_ELEMENTS).flatMap((property): Reference[] => {
      if (ts.isPropertyAssignment(property)) return this.#evaluate(property.initializer);
      if (ts.isShorthandPropertyAssignment(property))
        return this.#identifier(property.name).flatMap((reference) => this.#held(reference));
      return ts.isMethodDeclaration(property) ? [this.#declared(property)] : [];
    });
  }

  // ── Types ─────────────────────────────────────────────────────────────────────────────────

  #type(type: ts.Type): Reference[] {
    const ts = this.#ts;
    const { TypeFlags } = ts;
    if (
      type.flags &
      (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.Never | TypeFlags.Undefined | TypeFlags.Null | TypeFlags.Void)
    ) {
      return [];
    }
    if (type.isUnionOrIntersection())
      return type.types.length > MAX_UNION ? [] : type.types.flatMap((part) => this.#type(part));
    if (type.flags & TypeFlags.StringLike) return [{ is: "external", module: GLOBAL, steps: ["String"], byType: true }];
    if (type.flags & TypeFlags.NumberLike) return [{ is: "external", module: GLOBAL, steps: ["Number"], byType: true }];
    if (type.flags & TypeFlags.TypeParameter) {
      const constraint = this.#checker.getBaseConstraintOfType(type);
      return constraint && constraint !== type ? this.#type(constraint) : [];
    }
    const symbol = type.getSymbol();
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration) return [];
    if (TRANSPARENT_TYPES.has(symbol.name) && !this.#isOwn(declaration)) {
      const [inner] = this.#checker.getTypeArguments(type as ts.TypeReference);
      const isPromise = symbol.name === "Promise";
      const promised = inner ? this.#type(inner) : [];
      return isPromise ? [...promised, { is: "external", module: GLOBAL, steps: ["Promise"], byType: true }] : promised;
    }
    if (this.#isOwn(declaration)) {
      if (ts.isClassLike(declaration)) {
        // `typeof Class` has the class's symbol too, but is the class itself.
        const isInstance = !(type.flags & TypeFlags.Object && type.getConstructSignatures().length > 0);
        return [isInstance ? appended(this.#declared(declaration), CONSTRUCTED) : this.#declared(declaration)];
      }
      return ts.isInterfaceDeclaration(declaration) ? [appended(this.#declared(declaration), CONSTRUCTED)] : [];
    }
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassLike(declaration)) return [];
    const identity = declaredIdentity(ts, symbol);
    return identity ? [{ ...identity, byType: true }] : [];
  }

  #typeNode(node: ts.TypeNode): Reference[] {
    const ts = this.#ts;
    const resolved = this.#type(this.#checker.getTypeFromTypeNode(node));
    if (resolved.length > 0) return resolved;
    if (ts.isParenthesizedTypeNode(node)) return this.#typeNode(node.type);
    if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node))
      return node.types.flatMap((part) => this.#typeNode(part));
    if (ts.isImportTypeNode(node)) return this.#importType(node);
    if (!ts.isTypeReferenceNode(node)) return [];
    const { typeName } = node;
    const root = ts.isIdentifier(typeName) ? typeName : leftmost(ts, typeName);
    const inner = node.typeArguments?.[0];
    if (ts.isIdentifier(typeName) && TRANSPARENT_TYPES.has(typeName.text) && inner) return this.#typeNode(inner);
    const symbol = this.#checker.getSymbolAtLocation(root);
    if (!symbol || !(symbol.flags & ts.SymbolFlags.Alias)) return [];
    const rest = ts.isIdentifier(typeName) ? [] : typeName.getText().split(".").slice(1);
    return this.#writtenImport(symbol).flatMap((reference): Reference[] => {
      if (reference.is !== "external") return [];
      const steps = reference.steps[0] === "default" && rest.length > 0 ? reference.steps.slice(1) : reference.steps;
      return [{ ...reference, steps: [...steps, ...rest], byType: true }];
    });
  }

  #importType(node: ts.ImportTypeNode): Reference[] {
    const ts = this.#ts;
    if (!ts.isLiteralTypeNode(node.argument) || !ts.isStringLiteral(node.argument.literal) || !node.qualifier)
      return [];
    return this.#external(node.argument.literal, node.qualifier.getText().split(".")).map((reference) => ({
      ...reference,
      byType: true,
    }));
  }

  // ── Steps ─────────────────────────────────────────────────────────────────────────────────

  #append(references: readonly Reference[], step: string): Reference[] {
    return references.flatMap((reference): Reference[] => {
      if (reference.is === "unresolved") return [];
      if (reference.is === "external") return [appended(reference, step)];
      const member = this.#ownMember(reference, step);
      return member.length > 0 ? member : [appended(reference, step)];
    });
  }

  /** A member of something declared in the project, where its declaration shows it. */
  #ownMember(reference: Extract<Reference, { is: "declared" }>, step: string): Reference[] {
    const declaration = this.#nodeAt(reference.at);
    const symbol = declaration && this.#symbolOf(declaration);
    if (!symbol) return [];
    const { SymbolFlags } = this.#ts;
    const [first] = reference.steps;
    if (
      first === CONSTRUCTED &&
      reference.steps.length === 1 &&
      symbol.flags & (SymbolFlags.Class | SymbolFlags.Interface)
    ) {
      const property = this.#checker.getDeclaredTypeOfSymbol(symbol).getProperty(step);
      if (!property) return this.#ts.isClassLike(declaration) ? this.#inherited(declaration, step) : [];
      return this.#symbol(property).map((member) => (reference.isUncertain ? uncertain(member) : member));
    }
    if (reference.steps.length > 0 || step === CALLED || step === CONSTRUCTED || step === ELEMENT) return [];
    const type = this.#typeHeld(symbol, 0) ?? this.#checker.getTypeOfSymbolAtLocation(symbol, declaration);
    const property = type.getProperty(step);
    return property?.declarations ? this.#symbol(property) : [];
  }

  #symbolOf(declaration: ts.Node): ts.Symbol | undefined {
    if (this.#ts.isObjectLiteralExpression(declaration))
      return this.#checker.getTypeAtLocation(declaration).getSymbol();
    const { symbol } = declaration as ts.Node & { symbol?: ts.Symbol };
    return symbol;
  }

  /** The declaration at an address: the node whose declaring token stands there. */
  #nodeAt(at: { readonly file: string; readonly offset: number }): ts.Node | undefined {
    const file = this.#program.getSourceFile(at.file);
    if (!file || at.offset < 0) return undefined;
    let node: ts.Node = tokenAt(this.#ts, file, at.offset);
    while (!this.#ts.isSourceFile(node)) {
      const { symbol } = node as ts.Node & { symbol?: ts.Symbol };
      if (
        symbol?.declarations?.some((declaration) => declaration === node) &&
        declarationOffset(this.#ts, node, file) === at.offset
      ) {
        return node;
      }
      node = node.parent;
    }
    return undefined;
  }
}

function appended<T extends Reference>(reference: T, step: string): T {
  return reference.is === "unresolved" ? reference : { ...reference, steps: [...reference.steps, step] };
}

function uncertain(reference: Reference): Reference {
  return reference.is === "declared" ? { ...reference, isUncertain: true } : reference;
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

/** The checker's stand-in for what it could not find. */
function isUnknown(symbol: ts.Symbol): boolean {
  return symbol.name === "unknown" && !symbol.declarations;
}

function isRest(ts: TypeScript, parameter: ts.Symbol): boolean {
  const declaration = parameter.valueDeclaration;
  return declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
}

function isMemberName(ts: TypeScript, node: ts.Node): boolean {
  const parent = node.parent;
  return (
    (ts.isClassElement(parent) || ts.isObjectLiteralElementLike(parent) || ts.isTypeElement(parent)) &&
    !ts.isShorthandPropertyAssignment(parent) &&
    parent.name === node
  );
}

function leftmost(ts: TypeScript, name: ts.QualifiedName): ts.Identifier {
  let left = name.left;
  while (!ts.isIdentifier(left)) left = left.left;
  return left;
}

function importedName(ts: TypeScript, declaration: ts.Declaration): [ts.Expression | undefined, string | undefined] {
  if (ts.isImportSpecifier(declaration)) {
    return [declaration.parent.parent.parent.moduleSpecifier, (declaration.propertyName ?? declaration.name).text];
  }
  if (ts.isImportClause(declaration)) return [declaration.parent.moduleSpecifier, "default"];
  if (ts.isExportSpecifier(declaration)) {
    return [declaration.parent.parent.moduleSpecifier, (declaration.propertyName ?? declaration.name).text];
  }
  return [undefined, undefined];
}

const assignmentCache = new WeakMap<ts.Node, readonly ts.AssignmentExpression<ts.EqualsToken>[]>();

/** All plain assignments below a node. */
function assignmentsIn(ts: TypeScript, scope: ts.Node): readonly ts.AssignmentExpression<ts.EqualsToken>[] {
  const cached = assignmentCache.get(scope);
  if (cached) return cached;
  const found: ts.AssignmentExpression<ts.EqualsToken>[] = [];
  const search = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      found.push(node as ts.AssignmentExpression<ts.EqualsToken>);
    }
    ts.forEachChild(node, search);
  };
  search(scope);
  assignmentCache.set(scope, found);
  return found;
}
