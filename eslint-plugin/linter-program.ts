/** The program that typed linting has read a file with, and the TypeScript that made it. */
import { createRequire } from "node:module";
import path from "node:path";
import type { projectOfPrograms } from "@loopguard/engine/typescript";
import type { SourceCode } from "eslint";

export type Program = Parameters<typeof projectOfPrograms>[0][number];
export type TypeScript = NonNullable<NonNullable<Parameters<typeof projectOfPrograms>[1]>["typescript"]>;

export interface LinterProgram {
  readonly program: Program;
  /** Path of the file as the program writes it. */
  readonly fileName: string;
}

/** What typescript-eslint's parser leaves for rules. */
interface TypedServices {
  readonly program?: Program | null;
  readonly esTreeNodeToTSNodeMap?: { get(node: unknown): { readonly fileName: string } };
}

/**
 * @returns undefined where a file is linted without type information, or with a compiler that is not TypeScript's
 *   own and gives out no trees that could be read
 */
export function linterProgramOf({ parserServices, ast }: SourceCode): LinterProgram | undefined {
  const { program, esTreeNodeToTSNodeMap } = parserServices as TypedServices;
  if (!program || !esTreeNodeToTSNodeMap || !typescriptOf(program)) return undefined;
  return { program, fileName: esTreeNodeToTSNodeMap.get(ast).fileName };
}

/**
 * The TypeScript that made the program: versions number their syntax kinds and flags differently, so a
 * program is read with its own. It is found beside the default library's declarations.
 */
export function typescriptOf(program: Program): TypeScript | undefined {
  if (!compilers.has(program)) compilers.set(program, compilerBesideLibrary(program));
  return compilers.get(program);
}

const compilers = new WeakMap<Program, TypeScript | undefined>();
const require = createRequire(import.meta.url);

function compilerBesideLibrary(program: Program): TypeScript | undefined {
  const libraries = program.getSourceFiles().filter((file) => program.isSourceFileDefaultLibrary(file));
  for (const directory of new Set(libraries.map(({ fileName }) => path.dirname(fileName)))) {
    try {
      // Loaded already: it has made the program.
      return require(path.join(directory, "typescript.js")) as TypeScript;
    } catch {
      // A library that was replaced by a package of types, or one that comes with another compiler.
    }
  }
  return undefined;
}
