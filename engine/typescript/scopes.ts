/** Which function declares a name, and what stands where it is declared: by syntax, without a checker. */
import type ts from "typescript";
import type { FunctionId } from "../facts/facts.js";

/** A parameter, a variable, an element of a pattern, a function or a class. */
export type Declaration =
  ts.ParameterDeclaration | ts.VariableDeclaration | ts.BindingElement | ts.FunctionDeclaration | ts.ClassDeclaration;

export interface Declared {
  readonly function: FunctionId;
  /** The first one, where a name is declared in several blocks. */
  readonly node: Declaration;
}

/** The names of one file. Blocks of a function count as one scope. */
export class Scopes {
  readonly #names: Map<string, Declaration>[] = [];
  readonly #parents: FunctionId[] = [];
  readonly #assigned = new Map<string, { readonly owner: FunctionId; readonly value: ts.Expression }[]>();

  /** Functions are opened in the order of their ids. */
  open(id: FunctionId, parent: FunctionId): void {
    this.#parents[id] = parent;
  }

  declare(id: FunctionId, name: string, node: Declaration): void {
    const names = (this.#names[id] ??= new Map<string, Declaration>());
    if (!names.has(name)) names.set(name, node);
  }

  /** A value is given to a name again. */
  assign(id: FunctionId, name: string, value: ts.Expression): void {
    const known = this.#assigned.get(name);
    if (known) known.push({ owner: id, value });
    else this.#assigned.set(name, [{ owner: id, value }]);
  }

  /** The values that are assigned to a name of a function there, after it was declared. */
  assignedTo(name: string, id: FunctionId): readonly ts.Expression[] {
    return (this.#assigned.get(name) ?? []).flatMap(({ owner, value }) => (owner === id ? [value] : []));
  }

  /** Where a name comes from that is written in a function; undefined for imports, globals and what is missing. */
  find(name: string, id: FunctionId): Declared | undefined {
    for (let at = id; ; at = this.#parents[at] ?? 0) {
      const node = this.#names[at]?.get(name);
      if (node) return { function: at, node };
      if (at === 0) return undefined;
    }
  }
}
