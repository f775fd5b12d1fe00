/** Classes that inherit methods, and are decorated: routes of a base class are those of the classes that extend it. */
import type { ClassFact, MentionId } from "../facts/facts.js";
import type { SourceFile } from "./graph.js";
import type { DeclaredFunction } from "./project-index.js";
import type { Search } from "./search.js";
import type { Node } from "./value-node.js";

/** A class of the project. */
export interface DeclaredClass {
  readonly file: SourceFile;
  readonly class: number;
}

/** Classes extend others that extend others. */
const MAX_DEPTH = 8;

export class Heirs {
  readonly #search: Search;
  /** The classes that extend one, by its key. */
  readonly #extending = new Map<string, DeclaredClass[]>();

  constructor(search: Search) {
    this.#search = search;
  }

  /** Asks what classes extend, of those with decorators and of what these extend. */
  seed(node: Node): void {
    for (const file of this.#search.index.files)
      for (const fact of file.facts.classes) if (fact.decorators) this.seedBase(node, file, fact, 0);
  }

  /** The classes that inherit a member of a class and have one of the decorators. */
  of(
    base: DeclaredClass,
    member: string | undefined,
    decorators: readonly string[] = [],
    seen: readonly string[] = [],
  ): readonly DeclaredClass[] {
    const key = classKey(base);
    if (seen.includes(key)) return [];
    return (this.#extending.get(key) ?? []).flatMap((heir) => {
      const { functions, classes } = heir.file.facts;
      if (functions.some((fact) => fact.class === heir.class && fact.name === member && !fact.isStatic)) return [];
      const isDecorated = classes[heir.class]?.decorators?.some(({ name }) => decorators.includes(name)) === true;
      return [...(isDecorated ? [heir] : []), ...this.of(heir, member, decorators, [...seen, key])];
    });
  }

  private seedBase(node: Node, file: SourceFile, fact: ClassFact, depth: number): void {
    const extended = fact.extends ?? makerOf(file, fact);
    if (extended === undefined || depth > MAX_DEPTH) return;
    const heir = { file, class: fact.id };
    this.withBase(node, file, extended, (base) => {
      const key = classKey(base);
      const known = this.#extending.get(key) ?? [];
      if (known.some((each) => classKey(each) === classKey(heir))) return;
      this.#extending.set(key, [...known, heir]);
      const next = base.file.facts.classes[base.class];
      if (next && !next.decorators) this.seedBase(node, base.file, next, depth + 1);
    });
  }

  /** The class that is named, or the one that a function makes: `extends Crud(User)`. */
  private withBase(node: Node, file: SourceFile, id: MentionId, found: (base: DeclaredClass) => void): void {
    withDeclared(this.#search, node, file, id, (target) => {
      if (target.class !== undefined) found({ file: target.file, class: target.class });
      else if (target.function !== undefined)
        for (const made of madeIn(target.file, target.function)) found({ file: target.file, class: made });
    });
  }
}

/** Asks for the functions and classes that a mention stands for, and tells each of them. */
export function withDeclared(
  { inquiry, index }: Search,
  node: Node,
  file: SourceFile,
  id: MentionId,
  found: (declared: DeclaredFunction) => void,
): void {
  const mention = file.facts.mentions[id];
  if (!mention) return;
  inquiry.add(node, () => {
    const answer = inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
    if (!answer) return false;
    for (const reference of answer) {
      const target = reference.is === "declared" ? index.functionAt(reference.at) : undefined;
      if (target) found(target);
    }
    return true;
  });
}

export function classKey({ file, class: id }: DeclaredClass): string {
  return `${file.path}#${String(id)}`;
}

/** The function that makes what the class extends. */
function makerOf({ facts }: SourceFile, { id }: ClassFact): MentionId | undefined {
  return facts.calls.find(({ site }) => site.to === "heritage" && site.class === id)?.callee;
}

/** The classes that are written in a function. */
function madeIn({ facts }: SourceFile, id: number): readonly number[] {
  const span = facts.functions[id]?.span;
  return facts.classes.flatMap((fact) =>
    span && span.start <= fact.span.start && fact.span.end <= span.end ? [fact.id] : [],
  );
}
