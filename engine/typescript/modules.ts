/** What imports, re-exports and `require` lead to, whether or not the module is installed. */
import type ts from "typescript";
import type { Reference } from "../reference.js";
import { isUnknown, type TypeScript } from "./declaration.js";
import type { ExternalReference } from "./external.js";
import type { Resolver } from "./resolver.js";

export class Modules {
  readonly #resolver: Resolver;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** What an import or export alias leads to. */
  alias(symbol: ts.Symbol): Reference[] {
    const target = this.#resolver.checker.getAliasedSymbol(symbol);
    const written = this.writtenImport(symbol);
    if (isUnknown(target)) return written.length > 0 ? written : this.throughReexports(symbol);
    const declared = this.moduleValue(target);
    return declared.some((reference) => reference.is === "declared") ? declared : [...written, ...declared];
  }

  /** A module stands for its `export =` where it has one. */
  private moduleValue(symbol: ts.Symbol): Reference[] {
    const isModule = symbol.flags & this.#resolver.ts.SymbolFlags.ValueModule;
    return isModule && symbol.declarations?.every((declaration) => !this.#resolver.names.isOwn(declaration))
      ? []
      : this.#resolver.names.symbol(symbol);
  }

  /** The module specifier and imported name as the import writes them, for modules outside the project. */
  writtenImport(symbol: ts.Symbol): Reference[] {
    const { ts } = this.#resolver;
    return (symbol.declarations ?? []).flatMap((declaration): Reference[] => {
      if (ts.isImportSpecifier(declaration)) {
        return this.external(declaration.parent.parent.parent.moduleSpecifier, [
          (declaration.propertyName ?? declaration.name).text,
        ]);
      }
      if (ts.isImportClause(declaration)) return this.external(declaration.parent.moduleSpecifier, ["default"]);
      if (ts.isNamespaceImport(declaration)) return this.external(declaration.parent.parent.moduleSpecifier, []);
      if (ts.isImportEqualsDeclaration(declaration)) {
        return ts.isExternalModuleReference(declaration.moduleReference)
          ? this.external(declaration.moduleReference.expression, [])
          : [];
      }
      if (ts.isExportSpecifier(declaration)) {
        const specifier = declaration.parent.parent.moduleSpecifier;
        return specifier ? this.external(specifier, [(declaration.propertyName ?? declaration.name).text]) : [];
      }
      if (ts.isVariableDeclaration(declaration) && declaration.initializer)
        return this.#resolver.values.evaluate(declaration.initializer);
      if (ts.isBindingElement(declaration)) return this.#resolver.members.destructured(declaration);
      return [];
    });
  }

  /** A name of a module outside the project; nothing for the project's own files. */
  external(specifier: ts.Expression, steps: readonly string[]): ExternalReference[] {
    if (!this.#resolver.ts.isStringLiteralLike(specifier) || specifier.text.startsWith(".")) return [];
    const resolved = this.resolvedFile(specifier);
    return resolved && this.#resolver.options.isOwn(resolved.fileName)
      ? []
      : [{ is: "external", module: specifier.text, steps }];
  }

  private resolvedFile(specifier: ts.StringLiteralLike): ts.SourceFile | undefined {
    const declaration = this.#resolver.checker.getSymbolAtLocation(specifier)?.valueDeclaration;
    return declaration && this.#resolver.ts.isSourceFile(declaration) ? declaration : undefined;
  }

  /** A name that the project passes on from a module that is not there: `export { parse } from "csv"`. */
  private throughReexports(symbol: ts.Symbol): Reference[] {
    return this.#resolver.values.deeper(() => {
      const { ts } = this.#resolver;
      return (symbol.declarations ?? []).flatMap((declaration): Reference[] => {
        if (ts.isExportSpecifier(declaration) && !declaration.parent.parent.moduleSpecifier) {
          const local = this.#resolver.checker.getExportSpecifierLocalTargetSymbol(declaration);
          return local && local !== symbol ? this.#resolver.names.symbol(local) : [];
        }
        const [specifier, name] = importedName(ts, declaration);
        const module = specifier && this.#resolver.checker.getSymbolAtLocation(specifier);
        if (!module || name === undefined) return [];
        const exported = module.exports?.get(ts.escapeLeadingUnderscores(name));
        if (exported) return this.#resolver.names.symbol(exported);
        return this.starExports(module, name);
      });
    });
  }

  /** `export * from "elsewhere"` in a module of the project, where elsewhere is not installed. */
  private starExports(module: ts.Symbol, name: string): Reference[] {
    const { ts } = this.#resolver;
    const stars = module.exports?.get(ts.InternalSymbolName.ExportStar)?.declarations ?? [];
    return stars.flatMap((star): Reference[] => {
      if (!ts.isExportDeclaration(star) || !star.moduleSpecifier) return [];
      const outside = this.external(star.moduleSpecifier, [name]);
      if (outside.length > 0) return outside;
      const inner = this.#resolver.checker.getSymbolAtLocation(star.moduleSpecifier);
      const exported = inner?.exports?.get(ts.escapeLeadingUnderscores(name));
      return exported
        ? this.#resolver.names.symbol(exported)
        : inner
          ? this.#resolver.values.deeper(() => this.starExports(inner, name))
          : [];
    });
  }

  /** `require("x")` and `import("x")`. */
  module(specifier: ts.StringLiteralLike, call: ts.CallExpression): Reference[] {
    const outside = this.external(specifier, []);
    const symbol = this.#resolver.checker.getSymbolAtLocation(specifier);
    if (!symbol || isUnknown(symbol)) return outside.length > 0 ? outside : this.requiredFile(specifier);
    if (outside.length > 0) return outside;
    const isImport = call.expression.kind === this.#resolver.ts.SyntaxKind.ImportKeyword;
    const value =
      symbol.exports?.get(this.#resolver.ts.InternalSymbolName.ExportEquals) ?? (isImport ? undefined : symbol);
    return value ? this.#resolver.names.symbol(value) : this.#resolver.names.symbol(symbol);
  }

  /** `require("./x")` in a TypeScript file, where the checker does not follow it. */
  private requiredFile(specifier: ts.StringLiteralLike): Reference[] {
    const module = this.requiredModule(specifier);
    if (!module) return [];
    const value = module.exports?.get(this.#resolver.ts.InternalSymbolName.ExportEquals) ?? module;
    return this.#resolver.names.symbol(value);
  }

  private requiredModule(specifier: ts.StringLiteralLike): ts.Symbol | undefined {
    const { resolvedModule } = this.#resolver.ts.resolveModuleName(
      specifier.text,
      this.#resolver.file.fileName,
      this.#resolver.program.getCompilerOptions(),
      this.moduleHost(),
    );
    const file = resolvedModule && this.#resolver.program.getSourceFile(resolvedModule.resolvedFileName);
    return file && this.#resolver.checker.getSymbolAtLocation(file);
  }

  /** Module resolution against the files the program already has: nothing is read from disk. */
  private moduleHost(): ts.ModuleResolutionHost {
    return {
      fileExists: (path) => this.#resolver.program.getSourceFile(path) !== undefined,
      readFile: (path) => this.#resolver.program.getSourceFile(path)?.text,
    };
  }
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
