/** What a name in the source stands for. */
import type ts from "typescript";
import type { Reference } from "../reference.js";
import { declarationOffset, isUnknown, type NamingChecker, type TypeScript } from "./declaration.js";
import { declaredIdentity, GLOBAL } from "./external.js";
import type { Resolver } from "./resolver.js";

export class Names {
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** The declarations that a name token stands for, or what it is called outside the project. */
  mention(node: ts.Node): Reference[] {
    const { ts } = this.#resolver;
    const parent = node.parent;
    if (ts.isStringLiteralLike(node) && ts.isCallExpression(parent)) return this.#resolver.modules.module(node, parent);
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
      return this.#resolver.members.member(parent.expression, node, node.getText(this.#resolver.file));
    }
    if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node && ts.isStringLiteralLike(node)) {
      return this.#resolver.members.member(parent.expression, node, node.text);
    }
    const access = node.kind === ts.SyntaxKind.QuestionDotToken ? parent : node;
    if (ts.isElementAccessExpression(access)) {
      const named = this.#resolver.elements.named(access);
      return named.length > 0 ? named : this.#resolver.elements.elements(access.expression);
    }
    if (
      ts.isBindingElement(parent) &&
      (parent.propertyName ?? parent.name) === node &&
      ts.isObjectBindingPattern(parent.parent)
    ) {
      return this.#resolver.members.bindingMember(parent);
    }
    if (isMemberName(ts, node)) return [this.declared(parent)];
    if (ts.isImportOrExportSpecifier(parent) && parent.propertyName === node) {
      const symbol = this.#resolver.checker.getSymbolAtLocation(parent.name);
      return symbol ? this.symbol(symbol) : [];
    }
    return ts.isIdentifier(node) ? this.identifier(node) : [];
  }

  /** As {@link mention}, and on through what the holder holds. */
  value(node: ts.Node): Reference[] {
    const parent = node.parent;
    const { ts } = this.#resolver;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) return this.#resolver.values.evaluate(parent);
    if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node)
      return this.#resolver.values.evaluate(parent);
    if (ts.isIdentifier(node)) return this.#resolver.values.evaluate(node);
    return this.mention(node);
  }

  /** As {@link mention}, for an identifier that is an expression. */
  identifier(node: ts.Identifier): Reference[] {
    const data = this.importedData(node);
    if (data) return [data];
    const symbol = this.#resolver.ts.isShorthandPropertyAssignment(node.parent)
      ? this.#resolver.checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.#resolver.checker.getSymbolAtLocation(node);
    if (!symbol || isUnknown(symbol)) return [{ is: "external", module: GLOBAL, steps: [node.text] }];
    return this.symbol(symbol);
  }

  /** `import document from "./openapi.json"`: merely to find the name, the checker computes the type of all that is in it. */
  private importedData(node: ts.Identifier): Reference | undefined {
    const { ts } = this.#resolver;
    const module = dataModules(ts, this.#resolver.file).get(node.text);
    if (module === undefined) return undefined;
    const checker: NamingChecker = this.#resolver.checker;
    const meaning = ts.SymbolFlags.Value | ts.SymbolFlags.Alias;
    const isImport = checker.resolveName?.(node.text, node, meaning, true)?.declarations?.some(ts.isImportClause);
    return isImport === true ? { is: "external", module, steps: ["default"] } : undefined;
  }

  /** A symbol of the checker as references. */
  symbol(symbol: ts.Symbol): Reference[] {
    if (symbol.flags & this.#resolver.ts.SymbolFlags.Alias) return this.#resolver.modules.alias(symbol);
    const declarations = symbol.declarations ?? [];
    if (declarations.length === 0) {
      return symbol.name === "globalThis" || symbol.name === "undefined"
        ? []
        : [{ is: "external", module: GLOBAL, steps: [symbol.name] }];
    }
    const own = declarations.filter((declaration) => this.isOwn(declaration));
    if (own.length > 0) return this.ownDeclarations(own);
    const identity = declaredIdentity(this.#resolver.ts, symbol);
    return identity ? [identity] : [];
  }

  private ownDeclarations(declarations: readonly ts.Declaration[]): Reference[] {
    // Of an overloaded function only the implementation runs.
    const implemented = declarations.filter(
      (declaration) =>
        !this.#resolver.ts.isFunctionLike(declaration) || ("body" in declaration && declaration.body !== undefined),
    );
    const chosen = implemented.length > 0 ? implemented : declarations;
    return chosen.map((declaration) => this.declared(declaration, this.isAbstract(declaration)));
  }

  private isAbstract(declaration: ts.Declaration): boolean {
    const { ts } = this.#resolver;
    if (ts.isMethodSignature(declaration) || ts.isPropertySignature(declaration)) return true;
    return (
      ts.canHaveModifiers(declaration) &&
      (ts.getModifiers(declaration)?.some((modifier) => modifier.kind === ts.SyntaxKind.AbstractKeyword) ?? false)
    );
  }

  /** A declaration of the project as a reference. */
  declared(declaration: ts.Node, isUncertain = false): Reference {
    const file = declaration.getSourceFile();
    const offset = this.#resolver.ts.isSourceFile(declaration)
      ? -1
      : declarationOffset(this.#resolver.ts, declaration, file);
    return { is: "declared", at: { file: file.fileName, offset }, steps: [], ...(isUncertain && { isUncertain }) };
  }

  /** Whether the declaration is in the project's own source. */
  isOwn(declaration: ts.Node): boolean {
    return this.#resolver.options.isOwn(declaration.getSourceFile().fileName);
  }
}

const dataModulesOf = new WeakMap<ts.SourceFile, ReadonlyMap<string, string>>();

/** The JSON files that a file imports, by what it calls them. */
function dataModules(ts: TypeScript, file: ts.SourceFile): ReadonlyMap<string, string> {
  const known = dataModulesOf.get(file);
  if (known) return known;
  const found = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { text } = statement.moduleSpecifier;
    const name = text.endsWith(".json") ? statement.importClause?.name : undefined;
    if (name) found.set(name.text, text);
  }
  dataModulesOf.set(file, found);
  return found;
}

function isMemberName(ts: TypeScript, node: ts.Node): boolean {
  const parent = node.parent;
  return (
    (ts.isClassElement(parent) || ts.isObjectLiteralElementLike(parent) || ts.isTypeElement(parent)) &&
    !ts.isShorthandPropertyAssignment(parent) &&
    parent.name === node
  );
}
