/** What becomes of an expression that moves to a task: parts of it are given to the task, and the rest goes along. */
import type ts from "typescript";
import type { Cloned } from "./cloning.js";
import { type Needs, noNeeds } from "./movable.js";

/** A value that the task is given. */
export interface Input {
  /** What the worker calls it. */
  readonly name: string;
  /** As it is written where the call was. */
  readonly value: string;
  readonly cloned: Cloned;
}

export class Lifting {
  readonly #file: ts.SourceFile;
  readonly needs = noNeeds();
  readonly kept: ts.Node[] = [];
  readonly along: ts.Statement[] = [];
  readonly inputs: Input[] = [];
  readonly #replaced: { readonly node: ts.Node; readonly text: string }[] = [];

  constructor(file: ts.SourceFile) {
    this.#file = file;
  }

  need({ imports, constants, types }: Needs): void {
    for (const [name, each] of imports) this.needs.imports.set(name, each);
    for (const [name, each] of constants) this.needs.constants.set(name, each);
    for (const [name, each] of types) this.needs.types.set(name, each);
  }

  give(value: ts.Expression, wanted: string, cloned: Cloned, shorthand?: ts.ShorthandPropertyAssignment): void {
    const text = value.getText(this.#file);
    const known = this.inputs.find((input) => input.value === text && /^[\w$]+$/u.test(text));
    const name = known?.name ?? this.freeName(wanted);
    if (!known) this.inputs.push({ name, value: text, cloned });
    this.kept.push(value);
    const used = cloned.isBuffer ? `Buffer.from(${name}.buffer, ${name}.byteOffset, ${name}.byteLength)` : name;
    const { parent } = value;
    if ("initializer" in parent && (parent as ts.PropertyAssignment).name.getText(this.#file) === used) {
      // `{ method: request.method }` is `{ method }` there.
      this.#replaced.push({ node: parent, text: used });
      return;
    }
    this.#replaced.push({
      node: shorthand ?? value,
      text: shorthand && used !== shorthand.name.text ? `${shorthand.name.text}: ${used}` : used,
    });
  }

  textOf(code: ts.Node): string {
    let end = code.getStart(this.#file);
    let text = "";
    for (const { node, text: name } of this.#replaced.toSorted((one, other) => one.node.pos - other.node.pos)) {
      text += this.#file.text.slice(end, node.getStart(this.#file)) + name;
      end = node.end;
    }
    return text + this.#file.text.slice(end, code.end);
  }

  private freeName(wanted: string): string {
    const isTaken = (name: string): boolean =>
      this.inputs.some((input) => input.name === name) ||
      this.needs.imports.has(name) ||
      this.needs.constants.has(name) ||
      RESERVED.test(name);
    for (let count = 1; ; count++) {
      const name = count === 1 ? wanted : `${wanted}${String(count)}`;
      if (!isTaken(name)) return name;
    }
  }
}

const RESERVED =
  /^(?:arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/u;
