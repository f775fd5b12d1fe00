/** Reads out of `@types/node` what in Node's core is called `…Sync`, and what its asynchronous twin is. */
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";

interface Twin {
  readonly module: string;
  readonly member: string;
  readonly isCallback?: true;
}

/** Writes the source text of `engine/catalogue/node/generated.ts`. */
export function generateCoreModules(): string {
  const core = readCoreTypes();
  const modules = core.modules
    .map((module) => ({ module, members: core.syncMembers(module).sort() }))
    .filter(({ members }) => members.length > 0);

  return [
    "/** Everything in Node's core that is called `…Sync`. Generated from `@types/node` by `npm run catalogue:generate`: do not edit. */",
    'import type { SyncModule } from "./sync-module.js";',
    "",
    "export const syncModules: readonly SyncModule[] = [",
    ...modules.flatMap(({ module, members }) => [
      "  {",
      `    module: ${quote(module)},`,
      ...(core.hasBareName(module) ? [`    aliases: [${quote(module.slice("node:".length))}],`] : []),
      "    members: [",
      ...members.map((member) => `      ${row(member, core.twin(module, member))},`),
      "    ],",
      "  },",
    ]),
    "];",
    "",
  ].join("\n");
}

/**
 * Reads the installed `@types/node`.
 *
 * @throws When it is not installed or declares no modules.
 */
export function readCoreTypes(): CoreTypes {
  const types = createRequire(import.meta.url).resolve("@types/node/package.json");
  const program = ts.createProgram([path.join(path.dirname(types), "index.d.ts")], {
    lib: ["lib.esnext.d.ts"],
    module: ts.ModuleKind.NodeNext,
    skipLibCheck: true,
    types: [],
  });
  const core = new CoreTypes(program.getTypeChecker());
  if (core.modules.length === 0) throw new Error(`No core modules are declared beside ${types}.`);
  return core;
}

function row(member: string, twin: Twin | undefined): string {
  if (twin === undefined) return `{ member: ${quote(member)} }`;
  const isCallback = twin.isCallback === true ? ", isCallback: true" : "";
  return `{ member: ${quote(member)}, twin: { module: ${quote(twin.module)}, member: ${quote(twin.member)}${isCallback} } }`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

/** Node's declarations, by module and by member path. */
export class CoreTypes {
  /** Names with the `node:` prefix, sorted. */
  readonly modules: readonly string[];
  readonly #checker: ts.TypeChecker;
  readonly #symbols: ReadonlyMap<string, ts.Symbol>;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
    this.#symbols = new Map(checker.getAmbientModules().map((symbol) => [symbol.name.slice(1, -1), symbol]));
    this.modules = [...this.#symbols.keys()].filter((name) => name.startsWith("node:")).sort();
  }

  hasBareName(module: string): boolean {
    return this.#symbols.has(module.slice("node:".length));
  }

  /** Member paths of the module's functions that end in `Sync`: exported, on exported classes, and on such functions. */
  syncMembers(module: string): string[] {
    return this.exports(module).flatMap((symbol) => {
      const own = isSync(symbol) && this.isFunction(symbol) ? [symbol.name] : [];
      const onFunction = own.flatMap((name) =>
        [...(symbol.exports?.values() ?? [])]
          .filter((member) => this.isFunction(member))
          .map((member) => `${name}.${member.name}`),
      );
      return [
        ...own,
        ...onFunction.filter(isPublic),
        ...this.classMembers(symbol).filter((name) => name.endsWith("Sync")),
      ];
    });
  }

  /** The asynchronous function that does the same as a synchronous one, going by its name. */
  twin(module: string, member: string): Twin | undefined {
    const name = member.replace(/Sync(?:\.native)?$/, "");
    const promises = `${module}/promises`;
    if (this.find(promises, name) !== undefined) return { module: promises, member: name };

    // A function of a file descriptor is a method of a FileHandle: `fstat` is `FileHandle.stat`.
    const ofHandle = [name, name.replace(/^f/, "")].find(
      (method) => this.find(promises, `FileHandle.${method}`) !== undefined,
    );
    if (ofHandle !== undefined) return { module: promises, member: `FileHandle.${ofHandle}` };

    const symbol = this.find(module, name);
    if (symbol === undefined) return undefined;
    const isCallback = !this.returnsPromise(symbol) && this.takesCallback(symbol);
    return isCallback ? { module, member: name, isCallback } : { module, member: name };
  }

  /** Whether the module exports a function, or a class with a method, of this member path. */
  has(module: string, member: string): boolean {
    return this.find(module, member) !== undefined;
  }

  private find(module: string, member: string): ts.Symbol | undefined {
    const [name, ...rest] = member.split(".");
    let symbol = this.exports(module).find((candidate) => candidate.name === name);
    for (const step of rest) symbol = symbol && (this.member(symbol, step) ?? this.static(symbol, step));
    return symbol;
  }

  private exports(module: string): ts.Symbol[] {
    const symbol = this.#symbols.get(module);
    if (symbol === undefined) return [];
    // `export = process`: the members of a value are exports as well.
    const value = symbol.exports?.get(ts.InternalSymbolName.ExportEquals);
    return [
      ...this.#checker.getExportsOfModule(symbol).map((found) => this.target(found)),
      ...(value === undefined ? [] : this.#checker.getTypeOfSymbol(this.target(value)).getProperties()),
    ];
  }

  private target(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  private classMembers(symbol: ts.Symbol): string[] {
    if (!(symbol.flags & ts.SymbolFlags.Class)) return [];
    return [...(symbol.members?.values() ?? []), ...(symbol.exports?.values() ?? [])]
      .filter((member) => this.isFunction(member))
      .map((member) => `${symbol.name}.${member.name}`);
  }

  /** A member of a class's or interface's instances, or of a value; inherited ones included. */
  private member(symbol: ts.Symbol, name: string): ts.Symbol | undefined {
    const isType = symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface);
    const type = isType ? this.#checker.getDeclaredTypeOfSymbol(symbol) : this.#checker.getTypeOfSymbol(symbol);
    return this.#checker.getPropertyOfType(type, name);
  }

  private static(symbol: ts.Symbol, name: string): ts.Symbol | undefined {
    return [...(symbol.exports?.values() ?? [])].find((member) => member.name === name);
  }

  private isFunction(symbol: ts.Symbol): boolean {
    if (!(symbol.flags & ts.SymbolFlags.Value)) return false;
    return this.signatures(symbol).length > 0;
  }

  private returnsPromise(symbol: ts.Symbol): boolean {
    return this.signatures(symbol).some((signature) =>
      /^(?:Promise|NodeJS\.AsyncIterator)\b/.test(this.#checker.typeToString(signature.getReturnType())),
    );
  }

  /** Whether an overload's last parameter is a function. */
  private takesCallback(symbol: ts.Symbol): boolean {
    return this.signatures(symbol).some((signature) => {
      const last = signature.parameters.at(-1);
      if (last === undefined) return false;
      const type = this.#checker.getNonNullableType(this.#checker.getTypeOfSymbol(last));
      return type.getCallSignatures().length > 0;
    });
  }

  private signatures(symbol: ts.Symbol): readonly ts.Signature[] {
    return this.#checker.getTypeOfSymbol(symbol).getCallSignatures();
  }
}

function isSync(symbol: ts.Symbol): boolean {
  return symbol.name.endsWith("Sync");
}

/** `__promisify__` is how `@types/node` declares what `promisify` makes of a function. */
function isPublic(member: string): boolean {
  return !member.includes(".__");
}
