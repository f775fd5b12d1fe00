/** What imported names stand for, where the file that declares them writes it out: paths, and lists of routes. */
import type { CallId, FunctionId, Site, ValueFact } from "../facts/facts.js";
import type { Address, Question } from "../reference.js";
import type { SourceFile } from "./graph.js";
import type { Search } from "./search.js";
import { isParameter, type NamedRoot, requiredBy, rootOf, rootOfPart, type WrittenValue } from "./texts.js";
import { listIn } from "./turns.js";
import { isInside } from "./visits.js";
import type { Node } from "./value-node.js";

/** How many files a constant is made of. */
const MAX_DEPTH = 4;

export class Constants {
  readonly #search: Search;

  constructor(search: Search) {
    this.#search = search;
  }

  /** What the name at an offset stands for, as far as it was asked about. */
  of(file: SourceFile, offset: number): WrittenValue | undefined {
    for (const reference of this.#search.inquiry.answered(questionAbout(file, offset)) ?? []) {
      const target = reference.is === "declared" ? this.#search.index.file(reference.at.file) : undefined;
      const value =
        target && reference.is === "declared"
          ? (valueAt(target, reference.at) ?? this.describedAt(target, isAt(reference.at)))
          : undefined;
      // A name that is declared here is known from here.
      if (target && value && target !== file) return { file: target, value };
    }
    return undefined;
  }

  /** What the variable holds, where that is the description of a route that a call gives back. */
  describedIn(file: SourceFile, { name, function: id }: NamedRoot): ValueFact | undefined {
    return this.describedAt(
      file,
      (site, around) =>
        site.to === "variable" && site.name === name && site.isReference !== true && isInside(file, id, around),
    );
  }

  /** What a call gives back of a route: `createRoute({ method: "get", path: "/users" })`. */
  described({ facts }: SourceFile, id: CallId): ValueFact | undefined {
    const call = facts.calls[id];
    const name = call?.callee === undefined ? undefined : facts.mentions[call.callee]?.name;
    return name !== undefined && this.#search.knowledge.routers.describers.has(name) ? call?.arguments[0] : undefined;
  }

  private describedAt(file: SourceFile, isThere: (site: Site, around: FunctionId) => boolean): ValueFact | undefined {
    const [call, other] = file.facts.calls.filter(
      ({ id, site, function: around }) => isThere(site, around) && this.described(file, id) !== undefined,
    );
    return call && !other ? { is: "call", call: call.id } : undefined;
  }

  /**
   * Asks what names in a value stand for that the file itself does not tell.
   *
   * @param whenKnown called once that is known
   * @returns false where there is nothing to ask
   */
  ask(node: Node, written: Pick<WrittenValue, "file" | "value">, whenKnown?: () => void): boolean {
    const unknown = this.unknownIn(written, 0);
    if (unknown.length === 0) return false;
    this.#search.inquiry.add(node, () => {
      const wanted = this.unknownIn(written, 0).filter((question) => !this.#search.inquiry.answer(question));
      if (wanted.length > 0) return false;
      whenKnown?.();
      return true;
    });
    return true;
  }

  /** The questions that are left, or were: what is known of a name may hold others. */
  private unknownIn({ file, value }: Pick<WrittenValue, "file" | "value">, depth: number): readonly Question[] {
    if (depth > MAX_DEPTH) return [];
    return namesIn(file, value).flatMap((root) => {
      if (isParameter(file, root)) return [];
      const own = listIn(file, root) ?? this.describedIn(file, root);
      if (own) return this.unknownIn({ file, value: own }, depth + 1);
      const known = this.of(file, root.offset);
      return [questionAbout(file, root.offset), ...(known ? this.unknownIn(known, depth + 1) : [])];
    });
  }
}

function questionAbout({ path }: SourceFile, offset: number): Question {
  return { ask: "mention", file: path, offset };
}

/** What the place that is declared at an address is initialised with, or the module exports there. */
function valueAt(file: SourceFile, at: Address): ValueFact | undefined {
  const isThere = isAt(at);
  const { offset } = at;
  const list = file.facts.lists.find(({ site }) => isThere(site));
  if (list) return list.value;
  const named = file.facts.mentions.find(({ site }) => site.to === "export" && site.offset === offset);
  return named && listIn(file, named);
}

function isAt({ offset }: Address): (site: Site) => boolean {
  return (site) =>
    (site.to === "variable" || site.to === "export") && site.offset === offset && !("isReference" in site);
}

/** The names that a text is put together of, or that a list is. */
function namesIn(file: SourceFile, value: ValueFact): readonly NamedRoot[] {
  switch (value.is) {
    case "mention": {
      const root = rootOf(file, value.mention);
      return root ? [root] : [];
    }
    case "template":
      return value.parts.flatMap((part) => (part.is === "name" ? [rootOfPart(file, part)] : []));
    case "spread":
      return namesIn(file, value.value);
    case "array":
      return value.elements.flatMap((element) => namesIn(file, element));
    case "call": {
      const required = requiredBy(file, value.call);
      return required ? [{ name: required.name, offset: required.offset, function: required.function, path: [] }] : [];
    }
    default:
      return [];
  }
}
