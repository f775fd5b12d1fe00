/** Which function of which validation library an expression is: by where its root is imported from. */
import type ts from "typescript";
import type { TypeScript } from "../../declaration.js";
import { unwrap } from "../../expressions.js";
import type { ValidatorLibrary } from "../../../validators/library.js";

export interface LibraryPath {
  readonly library: ValidatorLibrary;
  /** `coerce.number`; empty for the namespace itself. */
  readonly path: readonly string[];
}

/** Not in the public types; without it, what one's own modules hand on is not recognised. */
interface AliasChecker {
  readonly getImmediateAliasedSymbol?: (symbol: ts.Symbol) => ts.Symbol | undefined;
}

export class LibraryPaths {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #byModule: ReadonlyMap<string, ValidatorLibrary>;
  readonly #known = new Map<ts.Symbol, LibraryPath | undefined>();

  constructor(typescript: TypeScript, checker: ts.TypeChecker, libraries: readonly ValidatorLibrary[]) {
    this.#ts = typescript;
    this.#checker = checker;
    this.#byModule = new Map(libraries.flatMap((library) => library.modules.map((module) => [module, library])));
  }

  of(expression: ts.Expression): LibraryPath | undefined {
    const ts = this.#ts;
    const node = unwrap(ts, expression);
    if (ts.isIdentifier(node)) {
      const symbol = this.#checker.getSymbolAtLocation(node);
      return symbol && this.ofSymbol(symbol);
    }
    if (ts.isPropertyAccessExpression(node)) {
      const outer = this.of(node.expression);
      return outer && below(outer, node.name.text);
    }
    return undefined;
  }

  ofSymbol(symbol: ts.Symbol): LibraryPath | undefined {
    if (this.#known.has(symbol)) return this.#known.get(symbol);
    this.#known.set(symbol, undefined);
    const found = this.read(symbol);
    this.#known.set(symbol, found);
    return found;
  }

  private read(symbol: ts.Symbol): LibraryPath | undefined {
    const ts = this.#ts;
    for (const declaration of symbol.declarations ?? []) {
      const imported = this.imported(declaration);
      if (imported) return imported;
      if (ts.isVariableDeclaration(declaration) && declaration.initializer) {
        return this.required(declaration.initializer) ?? this.of(declaration.initializer);
      }
      if (ts.isBindingElement(declaration)) return this.binding(declaration);
    }
    if (!(symbol.flags & ts.SymbolFlags.Alias)) return undefined;
    const next = (this.#checker as AliasChecker).getImmediateAliasedSymbol?.(symbol);
    return next && next !== symbol ? this.ofSymbol(next) : undefined;
  }

  private imported(declaration: ts.Declaration): LibraryPath | undefined {
    const ts = this.#ts;
    if (ts.isImportSpecifier(declaration)) {
      const { moduleSpecifier } = declaration.parent.parent.parent;
      return this.from(moduleSpecifier, (declaration.propertyName ?? declaration.name).text);
    }
    if (ts.isImportClause(declaration)) return this.from(declaration.parent.moduleSpecifier, "default");
    if (ts.isNamespaceImport(declaration)) return this.from(declaration.parent.parent.moduleSpecifier, "*");
    if (ts.isNamespaceExport(declaration)) return this.from(declaration.parent.moduleSpecifier, "*");
    if (ts.isExportSpecifier(declaration)) {
      const { moduleSpecifier } = declaration.parent.parent;
      return this.from(moduleSpecifier, (declaration.propertyName ?? declaration.name).text);
    }
    if (ts.isImportEqualsDeclaration(declaration) && ts.isExternalModuleReference(declaration.moduleReference)) {
      return this.from(declaration.moduleReference.expression, "*");
    }
    return undefined;
  }

  private binding(element: ts.BindingElement): LibraryPath | undefined {
    const ts = this.#ts;
    const holder = element.parent.parent;
    const name = element.propertyName ?? element.name;
    if (!ts.isVariableDeclaration(holder) || !holder.initializer || !ts.isIdentifier(name)) return undefined;
    const outer = this.required(holder.initializer) ?? this.of(holder.initializer);
    return outer && below(outer, name.text);
  }

  /** `require("zod")` */
  private required(expression: ts.Expression): LibraryPath | undefined {
    const ts = this.#ts;
    const node = unwrap(ts, expression);
    if (ts.isPropertyAccessExpression(node)) {
      const outer = this.required(node.expression);
      return outer && below(outer, node.name.text);
    }
    if (!ts.isCallExpression(node)) return undefined;
    const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
    const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    return isRequire || isImport ? this.from(node.arguments[0], "*") : undefined;
  }

  private from(specifier: ts.Expression | undefined, name: string): LibraryPath | undefined {
    if (!specifier || !this.#ts.isStringLiteralLike(specifier)) return undefined;
    const library = this.#byModule.get(specifier.text);
    return library && below({ library, path: [] }, name);
  }
}

/** A member of the library: its namespaces are the library itself. */
function below({ library, path }: LibraryPath, name: string): LibraryPath {
  const isNamespace = path.length === 0 && (name === "default" || name === "*" || library.namespaces.includes(name));
  return { library, path: isNamespace ? path : [...path, name] };
}
