/** Values that a library keeps under names: from where they are put to wherever that name is read. */
import {
  calledName,
  createNamedValueRecogniser,
  type FrameworkPlace,
  putPlaces,
  readPlaces,
} from "../entrypoints/recognise-named-values.js";
import { canonicalModule } from "../catalogue/builtins.js";
import type { CallFact, CallId, ClassId, MentionId, Site, ValueFact } from "../facts/facts.js";
import { CALLED, CONSTRUCTED, ELEMENT, type Reference, type Step } from "../reference.js";
import type { SourceFile } from "./graph.js";
import { receiverOf } from "./receivers.js";
import type { Search } from "./search.js";
import { withStep } from "./steps.js";
import type { Hop, Node } from "./value-node.js";

/** A value is put under a name: as an argument of a call, or by an assignment to the member that stands at `offset`. */
interface Put {
  readonly file: SourceFile;
  readonly place: FrameworkPlace;
  readonly name: string;
  readonly value: ValueFact;
  /** What is read: the value, an instance of it, or its result. */
  readonly as: "value" | "instance" | "result";
  readonly call?: CallFact;
  readonly offset?: number;
  readonly reads: readonly Read[];
}

/** Something may read the name: a call that is given it, or a member that has it. */
interface Read {
  readonly file: SourceFile;
  readonly place: FrameworkPlace;
  readonly site: Site;
  readonly call?: CallFact;
  readonly offset?: number;
}

export class NamedValues {
  readonly #search: Search;
  readonly #recogniser;
  readonly #puts: readonly Put[];

  constructor(search: Search) {
    this.#search = search;
    this.#recogniser = createNamedValueRecogniser(search.knowledge.frameworks);
    const { files } = search.index;
    const modules = new Set(files.flatMap(({ facts }) => facts.modules.map(canonicalModule)));
    const places = putPlaces(search.knowledge.frameworks, modules);
    this.#puts = places.length === 0 ? [] : files.flatMap((file) => this.#putsIn(file, places));
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
      if (!steps) continue;
      if (put.as === "value") this.#follow(node, put, steps, hop);
      else if (put.as === "result" && steps[0] === CALLED) this.#follow(node, put, steps.slice(1), hop);
    }
  }

  /** Follows a value that is assigned to a member, if that puts it under a name. */
  assigned(node: Node, file: SourceFile, offset: number, rest: readonly Step[], hop: Hop): void {
    for (const put of this.#puts) if (put.file === file && put.offset === offset) this.#follow(node, put, rest, hop);
  }

  /** Follows a method to where it is taken from an instance of its class that was put under a name. */
  method(node: Node, file: SourceFile, owner: ClassId, name: string, rest: readonly Step[], hop: Hop): void {
    for (const put of this.#puts) {
      if (!put.reads.some((read) => leadsOn(read, [name]))) continue;
      this.#search.inquiry.add(node, (isForced) => {
        const isPut = this.#isAt(put, put.name, isForced, node);
        const references = isPut === true ? this.#valueOf(put, isForced, node) : [];
        if (isPut === undefined || !references) return false;
        if (references.some((reference) => this.#isInstance(reference, file, owner)))
          this.#follow(node, put, [name, ...rest], hop);
        return true;
      });
    }
  }

  // ── What is put, and what may read it ───────────────────────────────────────────────────────

  #putsIn(file: SourceFile, places: readonly FrameworkPlace[]): Put[] {
    if (file.role === "test") return [];
    const { calls, mentions } = file.facts;
    const called = calls.flatMap((call): Put[] => {
      const callee = call.callee === undefined ? undefined : mentions[call.callee];
      if (callee?.isMember !== true) return [];
      return places
        .filter((place) => calledName(place) === callee.name)
        .flatMap((place) =>
          namedArguments(call)
            .filter(({ value }) => isFollowed(value))
            .map(({ name, value }) => {
              const put = unwrapped(file, value, place.values.wrappers ?? {});
              return { file, place, name, ...put, call, reads: this.#readsOf(place, name) };
            }),
        );
    });
    const assigned = [
      ...calls.map(({ id, site }) => ({ site, value: { is: "call", call: id } as const })),
      ...mentions.map(({ site }, mention) => ({ site, value: { is: "mention", mention } as const })),
    ].flatMap(({ site, value }) =>
      site.to !== "property" || site.isReference !== true
        ? []
        : places
            .filter(({ property }) => property !== undefined && isBelow(site, property))
            .map((place): Put => {
              const { name, offset } = site;
              return { file, place, name, value, as: "value", offset, reads: this.#readsOf(place, name) };
            }),
    );
    return [...called, ...assigned].filter(({ reads }) => reads.length > 0);
  }

  #readsOf(put: FrameworkPlace, name: string): Read[] {
    const destructured = put.values.isDestructured === true ? this.#destructured(put, name) : [];
    const read = readPlaces(put).flatMap((place) => {
      const member = calledName(place);
      return this.#search.index.mentionsOf(member ?? name).flatMap(({ file, id }): Read[] => {
        const mention = file.facts.mentions[id];
        if (mention?.isMember !== true || file.role === "test") return [];
        if (member === undefined)
          return mention.site.to === "nowhere" || !isTakenFrom(file, id, place)
            ? []
            : [{ file, place, site: mention.site, offset: mention.offset }];
        const call = mention.site.to === "callee" ? file.facts.calls[mention.site.call] : undefined;
        const first = call?.arguments[0];
        const isNamed = call?.arguments.length === 1 && first?.is === "string" && first.value === name;
        return isNamed ? [{ file, place, site: call.site, call }] : [];
      });
    });
    return [...read, ...destructured];
  }

  /** First parameters of what is wrapped somewhere, by its name, that take the name out of an object. */
  #destructured(place: FrameworkPlace, name: string): Read[] {
    return this.#search.index.mentionsOf(name).flatMap(({ file, id }): Read[] => {
      const mention = file.facts.mentions[id];
      const fact = mention && file.facts.functions[mention.function];
      const binding = fact?.parameters[0]?.bindings?.find(({ offset }) => offset === mention?.offset);
      if (!binding || binding.member.join(".") !== name || fact?.name === undefined) return [];
      const isPut = this.#search.index.mentionsOf(fact.name).some((named) => isWrapped(named.file, named.id, place));
      return isPut ? [{ file, place, site: { to: "variable", name: binding.name, offset: binding.offset } }] : [];
    });
  }

  // ── Following them ──────────────────────────────────────────────────────────────────────────

  #follow(node: Node, put: Put, rest: readonly Step[], hop: Hop): void {
    this.#search.inquiry.add(node, (isForced) => {
      const isPut = this.#isAt(put, put.name, isForced, node);
      if (isPut === undefined) return false;
      if (!isPut) return true;
      for (const read of put.reads.filter((candidate) => leadsOn(candidate, rest))) {
        this.#search.inquiry.add(node, (isReadForced) => {
          const isRead = this.#isAt(read, put.name, isReadForced, node);
          if (isRead === true)
            this.#search.sites.process(node, read.file, read.site, rest, { ...hop, visit: undefined });
          return isRead !== undefined;
        });
      }
      return true;
    });
  }

  /** Whether it is at the place that its name suggests; undefined while that cannot be told. */
  #isAt(
    { file, place, call, offset }: Put | Read,
    name: string,
    isForced: boolean,
    waiting: Node,
  ): boolean | undefined {
    const { inquiry, parameters } = this.#search;
    // A parameter of what is put is known by that alone.
    if (call === undefined && offset === undefined) return true;
    const answer = offset === undefined ? undefined : inquiry.answer({ ask: "mention", file: file.path, offset });
    const references = call
      ? parameters.calleeReferences(file, call, isForced, waiting)
      : answer && parameters.settleAll(answer, isForced, waiting);
    return references?.some(
      (reference) => reference.is === "external" && this.#recogniser.isAt(reference, place, name),
    );
  }

  #valueOf({ file, value, as }: Put, isForced: boolean, waiting: Node): readonly Reference[] | undefined {
    const { inquiry, parameters } = this.#search;
    if (value.is === "mention") {
      const offset = file.facts.mentions[value.mention]?.offset ?? 0;
      const answer = inquiry.answer({ ask: "value", file: file.path, offset });
      return as === "instance" ? answer?.map((reference) => withStep(reference, CONSTRUCTED)) : answer;
    }
    const call = value.is === "call" ? file.facts.calls[value.call] : undefined;
    if (call?.isNew !== true) return [];
    const made = parameters.calleeReferences(file, call, isForced, waiting);
    return made?.map((reference) => withStep(reference, CONSTRUCTED));
  }

  #isInstance(reference: Reference, file: SourceFile, owner: ClassId): boolean {
    if (reference.is !== "declared" || reference.steps.length !== 1 || reference.steps[0] !== CONSTRUCTED) return false;
    const found = this.#search.index.functionAt(reference.at);
    return found?.file === file && found.class === owner;
  }
}

/** The names that a call is given, each with its value: `put(name, value)`, `put({ name: value })`. */
function namedArguments({
  arguments: [first, value],
}: CallFact): { readonly name: string; readonly value: ValueFact }[] {
  if (first?.is === "string") return value ? [{ name: first.value, value }] : [];
  return first?.is === "object" ? [...first.properties] : [];
}

type Wrappers = NonNullable<FrameworkPlace["values"]["wrappers"]>;

/** What is inside a wrapper, whatever is called on that: `asClass(Users).singleton()`. */
function unwrapped(file: SourceFile, value: ValueFact, wrappers: Wrappers): Pick<Put, "value" | "as"> {
  if (value.is === "object") {
    const held = value.properties.find(({ name }) => Object.hasOwn(wrappers, name));
    return { value: held?.value ?? value, as: (held && wrappers[held.name]) ?? "value" };
  }
  for (let call = value.is === "call" ? file.facts.calls[value.call] : undefined; call;) {
    const { callee } = call;
    const [inside] = call.arguments;
    const wrapper = file.facts.mentions[callee ?? -1]?.name ?? "";
    const as = Object.hasOwn(wrappers, wrapper) ? wrappers[wrapper] : undefined;
    if (as && inside) return { value: inside, as };
    call = file.facts.calls.find(({ site }) => site.to === "receiver" && site.member === callee);
  }
  return { value, as: "value" };
}

/** Whether the mention is what a wrapper is given. */
function isWrapped(file: SourceFile, mention: MentionId, { values: { wrappers = {} } }: FrameworkPlace): boolean {
  const site = file.facts.mentions[mention]?.site;
  const call = site?.to === "argument" ? file.facts.calls[site.call] : undefined;
  const wrapper = file.facts.mentions[call?.callee ?? -1]?.name;
  return wrapper !== undefined && Object.hasOwn(wrappers, wrapper);
}

/** Whether what is read can lead to the value: what is taken from it at once has the value's name. */
function leadsOn({ file, site }: Read, [first]: readonly Step[]): boolean {
  const member = site.to === "receiver" ? file.facts.mentions[site.member]?.name : undefined;
  return member === undefined || first === undefined || member === ELEMENT || member === first;
}

/** Whether a value can be code, or hold some. */
function isFollowed({ is }: ValueFact): boolean {
  return is === "mention" || is === "call" || is === "function" || is === "object";
}

/** Whether a member is taken from the one that the path names: `locals.name`. */
function isTakenFrom(file: SourceFile, member: MentionId, { property = "" }: FrameworkPlace): boolean {
  const owner = property.split(".").at(-2);
  const receiver = receiverOf(file, member);
  return owner === undefined || (receiver !== undefined && file.facts.mentions[receiver]?.name === owner);
}

/** Whether a property is one of the member that the path names: `locals.name`. */
function isBelow(site: Extract<Site, { to: "property" | "variable" }>, path: string): boolean {
  const owner = path.split(".").at(-2);
  return owner === undefined || (site.of !== undefined && "name" in site.of && site.of.name === owner);
}
