/** Who can notice a change: files that import something whose type is another one now, directly or through others. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";

export interface Change {
  readonly before: ts.Program;
  readonly after: ts.Program;
}

/**
 * Most functions that wait for something new were asynchronous before, so that nobody who imports them can tell: what
 * their file declares is the same. To check the types of everybody else would take as long as to compile the program.
 *
 * @param changed files
 * @returns them, and all files that the types of others could have changed for
 */
export function withConcernedImporters(typescript: TypeScript, change: Change, changed: readonly string[]): string[] {
  const { after } = change;
  const importersOf = importersIn(typescript, after);
  const offers = new Offers(typescript, change);
  const concerned = new Set(changed.filter((file) => after.getSourceFile(file)));
  const other = new Set([...concerned].filter((file) => offers.differ(file)));
  for (const file of other) {
    for (const importer of importersOf.get(file) ?? []) {
      concerned.add(importer);
      if (offers.referTo(importer, file) || offers.differ(importer)) other.add(importer);
    }
  }
  return [...concerned];
}

function importersIn(typescript: TypeScript, program: ts.Program): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || program.isSourceFileFromExternalLibrary(file)) continue;
    for (const { target } of importsOf(typescript, program, file)) {
      if (target !== undefined) importers.set(target, [...(importers.get(target) ?? []), file.fileName]);
    }
  }
  return importers;
}

interface Import {
  readonly specifier: string;
  readonly target: string | undefined;
}

function importsOf(typescript: TypeScript, program: ts.Program, file: ts.SourceFile): readonly Import[] {
  const checker = program.getTypeChecker();
  const specifiers = (file as ts.SourceFile & { readonly imports?: readonly ts.StringLiteralLike[] }).imports ?? [];
  return specifiers.map((specifier) => {
    const declarations = checker.getSymbolAtLocation(specifier)?.declarations;
    const target = declarations?.find((each) => typescript.isSourceFile(each))?.getSourceFile().fileName;
    return { specifier: specifier.text, target };
  });
}

/** A program writes declarations whatever its options say. Not in the public types; the builder programs use it. */
interface DeclaringProgram {
  emit(
    file: ts.SourceFile,
    write: ts.WriteFileCallback,
    cancellation: undefined,
    onlyDeclarations: true,
    transformers: undefined,
    isForced: true,
  ): ts.EmitResult;
}

/** What files declare to those that import them. */
class Offers {
  readonly #ts: TypeScript;
  readonly #change: Change;
  readonly #after = new Map<string, string | undefined>();

  constructor(typescript: TypeScript, change: Change) {
    this.#ts = typescript;
    this.#change = change;
  }

  /** Also where it is not certain. */
  differ(file: string): boolean {
    const after = this.declarationsAfter(file);
    return after === undefined || after !== this.declarationsOf(file, this.#change.before);
  }

  /** Whether its declarations speak of another file's: the same words mean something else then. */
  referTo(file: string, other: string): boolean {
    const text = this.declarationsAfter(file);
    const { after } = this.#change;
    const source = after.getSourceFile(file);
    if (text === undefined || !source) return true;
    const written = new Map(importsOf(this.#ts, after, source).map(({ specifier, target }) => [specifier, target]));
    // The compiler itself wrote what the file does not import.
    return this.#ts
      .preProcessFile(text)
      .importedFiles.some(({ fileName }) => !written.has(fileName) || written.get(fileName) === other);
  }

  private declarationsAfter(file: string): string | undefined {
    if (!this.#after.has(file)) this.#after.set(file, this.declarationsOf(file, this.#change.after));
    return this.#after.get(file);
  }

  private declarationsOf(name: string, program: ts.Program): string | undefined {
    const file = program.getSourceFile(name);
    // Of JavaScript, and of what concerns everybody, declarations do not say all.
    if (!file || !this.#ts.isExternalModule(file) || (file.flags & this.#ts.NodeFlags.JavaScriptFile) !== 0) {
      return undefined;
    }
    let text: string | undefined;
    const write: ts.WriteFileCallback = (_, declarations) => {
      text = declarations;
    };
    try {
      const declaring = program as unknown as DeclaringProgram;
      const { diagnostics } = declaring.emit(file, write, undefined, true, undefined, true);
      return diagnostics.length === 0 ? text : undefined;
    } catch {
      // A defect of the compiler's: what it would have written is not known.
      return undefined;
    }
  }
}
