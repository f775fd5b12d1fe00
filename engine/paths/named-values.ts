/** Values that a library keeps under names: from where they are put to wherever that name is read. */
import type { CallId, ClassId, Site } from "../facts/facts.js";
import { CALLED, CONSTRUCTED, ELEMENT, type Reference, type Step } from "../reference.js";
import type { SourceFile } from "./graph.js";
import { NamedPlaces, type Put, type Read } from "./named-places.js";
import type { Search } from "./search.js";
import { withStep } from "./steps.js";
import type { Hop, Node } from "./value-node.js";

export class NamedValues {
  readonly #search: Search;
  readonly #recogniser;
  readonly #puts: readonly Put[];

  constructor(search: Search) {
    this.#search = search;
    const { frameworks, namedValues } = search.knowledge;
    this.#recogniser = namedValues;
    this.#puts = new NamedPlaces(search.index, frameworks).puts;
  }

  /** Follows a value that is an argument of a call, if that puts it under a name. */
  passed(node: Node, file: SourceFile, call: CallId, index: number, rest: readonly Step[], hop: Hop): void {
    const argument = this.#puts.length === 0 ? undefined : file.facts.calls[call]?.arguments[index];
    if (!argument) return;
    for (const put of this.#puts) {
      if (put.file !== file || !put.call) continue;
      const isWhole = put.value === argument;
      const isHeld = argument.is === "object" && argument.properties.some(({ value }) => value === put.value);
      const steps = isWhole ? rest : isHeld ? rest.slice(1) : undefined;
      if (steps) this.put(node, put, steps, hop);
    }
  }

  private put(node: Node, put: Put, steps: readonly Step[], hop: Hop): void {
    const [first, ...others] = steps;
    const isRun = put.as === "result" || (put.as === "instance" && node.isClass === true);
    if (put.as === "value") this.follow(node, put, steps, hop);
    else if (put.as === "result" && first === CALLED) this.follow(node, put, others, hop);
    else if (isRun && first === undefined)
      this.atReads(node, put, put.reads, (read) => {
        this.run(node, put, read, hop);
      });
  }

  /** Follows a value that is assigned to a member, if that puts it under a name. */
  assigned(node: Node, file: SourceFile, offset: number, rest: readonly Step[], hop: Hop): void {
    for (const put of this.#puts) if (put.file === file && put.offset === offset) this.follow(node, put, rest, hop);
  }

  /** Follows a method to where it is taken from an instance of its class that was put under a name. */
  method(node: Node, file: SourceFile, owner: ClassId, name: string, rest: readonly Step[], hop: Hop): void {
    for (const put of this.#puts) {
      if (!put.reads.some((read) => leadsOn(read, [name]))) continue;
      this.#search.inquiry.add(node, (isForced) => {
        const isPut = this.isAt(put, isForced, node);
        const references = isPut === true ? this.valueOf(put, isForced, node) : [];
        if (isPut === undefined || !references) return false;
        if (references.some((reference) => this.isInstance(reference, file, owner)))
          this.follow(node, put, [name, ...rest], hop);
        return true;
      });
    }
  }

  /** The value is what is read, by these further steps. */
  private follow(node: Node, put: Put, rest: readonly Step[], hop: Hop): void {
    const reads = put.reads.filter((read) => leadsOn(read, rest));
    this.atReads(node, put, reads, ({ file, place, site }) => {
      const steps = place.isList === true ? [ELEMENT, ...rest] : rest;
      this.#search.sites.process(node, file, site, steps, { ...hop, visit: undefined });
    });
  }

  /** The value is run to give what is read. */
  private run(node: Node, { isKept }: Put, { file, call, offset, for: reader }: Read, { confidence, memo }: Hop): void {
    const { uses, values } = this.#search;
    const mention = offset === undefined ? undefined : file.facts.mentions.find((each) => each.offset === offset);
    const hop: Hop = { confidence, memo: isKept ? "once" : memo };
    if (reader && "class" in reader) values.flow(node, values.classNode(file, reader.class, []), hop);
    else if (reader) values.flow(node, values.functionNode(file, reader.function), hop);
    else if (call) uses.use(node, file, call, call.span, "call", hop);
    else if (mention) uses.read(node, file, mention, confidence, hop.memo);
  }

  /** Does something at every read of what is put, as far as they prove to be what they look like. */
  private atReads(node: Node, put: Put, reads: readonly Read[], act: (read: Read) => void): void {
    const { inquiry } = this.#search;
    inquiry.add(node, (isForced) => {
      const isPut = this.isAt(put, isForced, node);
      if (isPut === undefined) return false;
      if (!isPut) return true;
      for (const read of reads) {
        inquiry.add(node, (isReadForced) => {
          const isRead = this.isSame(put, read) && this.isAt(read, isReadForced, node);
          if (isRead === true) act(read);
          return isRead !== undefined;
        });
      }
      return true;
    });
  }

  // ── Questions ───────────────────────────────────────────────────────────────────────────────

  /** Whether it is at the place that its name suggests; undefined while that cannot be told. */
  private isAt(at: Put | Read, isForced: boolean, waiting: Node): boolean | undefined {
    const { file, place, name, call, offset } = at;
    const { inquiry, parameters } = this.#search;
    // A parameter of what is put is known by that alone.
    if (call === undefined && offset === undefined) return true;
    const answer =
      "parameter" in at
        ? takenFrom(at)
        : offset === undefined
          ? // A member may have been handed over, whole or taken out of its object: what the call gives is known all the same.
            call &&
            parameters.calleeReferences(file, call, isForced, waiting)?.map((callee) => withStep(callee, CALLED))
          : inquiry.answer({ ask: "mention", file: file.path, offset });
    const references = answer && parameters.settleAll(answer, isForced, waiting);
    return references?.some(
      (reference) => reference.is === "external" && this.#recogniser.isAt(reference, place, name.text),
    );
  }

  /** Whether both are under the same name: constants must be declared at the same place, as far as that can be told. */
  private isSame(put: Put, read: Read): boolean | undefined {
    const one = this.declaredName(put);
    const other = this.declaredName(read);
    if (!one || !other) return undefined;
    const isKnown = [one, other].every((answer) => answer.some(({ is }) => is !== "unresolved"));
    return !isKnown || one.some((reference) => other.some((each) => isEqual(reference, each)));
  }

  private declaredName({ file, name }: Pick<Put | Read, "file" | "name">): readonly Reference[] | undefined {
    const mention = name.mention === undefined ? undefined : file.facts.mentions[name.mention];
    return mention ? this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset }) : [];
  }

  private valueOf({ file, value, as }: Put, isForced: boolean, waiting: Node): readonly Reference[] | undefined {
    const { inquiry, parameters } = this.#search;
    if (value.is === "mention") {
      const offset = file.facts.mentions[value.mention]?.offset ?? 0;
      const answer = inquiry.answer({ ask: "value", file: file.path, offset });
      return as === "instance" ? answer?.map((reference) => withStep(reference, CONSTRUCTED)) : answer;
    }
    const call = value.is === "call" ? file.facts.calls[value.call] : undefined;
    const made = call ? parameters.calleeReferences(file, call, isForced, waiting) : [];
    if (!made || call?.isNew === true) return made?.map((reference) => withStep(reference, CONSTRUCTED));
    const returned = made.map((reference) => this.returnedBy(reference, isForced, waiting));
    return returned.includes(undefined) ? undefined : returned.flatMap((references) => references ?? []);
  }

  /** What a function of the project returns, as far as it makes it. */
  private returnedBy(reference: Reference, isForced: boolean, waiting: Node): readonly Reference[] | undefined {
    const { inquiry, index, parameters } = this.#search;
    const factory =
      reference.is === "declared" && reference.steps.length === 0 ? index.functionAt(reference.at) : undefined;
    if (factory?.function === undefined) return [];
    const { facts, path } = factory.file;
    const isReturned = ({ site }: { readonly site: Site }) =>
      site.to === "return" && site.function === factory.function;
    const values = [
      ...facts.calls
        .filter((call) => call.isNew === true && isReturned(call))
        .map((call) =>
          parameters
            .calleeReferences(factory.file, call, isForced, waiting)
            ?.map((each) => withStep(each, CONSTRUCTED)),
        ),
      ...facts.mentions.filter(isReturned).map(({ offset }) => inquiry.answer({ ask: "value", file: path, offset })),
    ];
    return values.includes(undefined) ? undefined : values.flatMap((references) => references ?? []);
  }

  private isInstance(reference: Reference, file: SourceFile, owner: ClassId): boolean {
    if (reference.is !== "declared" || reference.steps.length !== 1 || reference.steps[0] !== CONSTRUCTED) return false;
    const found = this.#search.index.functionAt(reference.at);
    return found?.file === file && found.class === owner;
  }
}

/** What the pattern of a parameter takes out of it. */
function takenFrom({ file, place: { property = "" }, name, parameter = 0 }: Read): readonly Reference[] {
  const steps = property.replace("*", name.text).split(".");
  return [{ is: "declared", at: { file: file.path, offset: parameter }, steps }];
}

/** Whether what is read can lead to the value: what is taken from it at once has the value's name. */
function leadsOn({ file, site, place }: Read, [first]: readonly Step[]): boolean {
  const member = site.to === "receiver" ? file.facts.mentions[site.member]?.name : undefined;
  return place.isList === true || member === undefined || first === undefined || member === ELEMENT || member === first;
}

function isEqual(one: Reference, other: Reference): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
