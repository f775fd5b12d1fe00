/** Where libraries keep values under names: what is put there, and what may read it. Syntax only. */
import { calledName, type FrameworkPlace, putPlaces, readPlaces } from "../entrypoints/recognise-named-values.js";
import { canonicalModule } from "../catalogue/builtins.js";
import type { NamedValueForm, Framework } from "../entrypoints/framework.js";
import type {
  CallFact,
  CallId,
  ClassId,
  DecoratorFact,
  FunctionId,
  MentionFact,
  MentionId,
  Place,
  Site,
  ValueFact,
} from "../facts/facts.js";
import { ELEMENT } from "../reference.js";
import type { SourceFile } from "./graph.js";
import type { ProjectIndex } from "./project-index.js";
import { receiverOf } from "./receivers.js";

/** A string, or a constant: a symbol, a class. Constants of one name may still be different ones. */
export interface Name {
  readonly text: string;
  readonly mention?: MentionId;
}

/** A value is put under a name: as an argument of a call, or by an assignment to the member that stands at `offset`. */
export interface Put {
  readonly file: SourceFile;
  readonly place: FrameworkPlace;
  readonly name: Name;
  readonly value: ValueFact;
  /** What is read. */
  readonly as: NamedValueForm;
  /** An instance is made once, a function called once. */
  readonly isKept: boolean;
  readonly call?: CallFact;
  readonly offset?: number;
  readonly reads: readonly Read[];
}

/** Something may read the name: a call that is given it, a member that has it, or what a decorator names. */
export interface Read {
  readonly file: SourceFile;
  readonly place: FrameworkPlace;
  readonly name: Name;
  readonly site: Site;
  readonly call?: CallFact;
  readonly offset?: number;
  /** The parameter whose pattern takes it out, by its offset. */
  readonly parameter?: number;
  /** It is read for this class or function, whenever that is made or called. */
  readonly for?: { readonly class: ClassId } | { readonly function: FunctionId };
}

type Target = Pick<Read, "site" | "for">;

type TakenMember = Pick<Read, "file" | "site" | "parameter"> & { readonly offset: number };

const NO_PUTS: readonly Put[] = [];

export class NamedPlaces {
  readonly #index: ProjectIndex;
  readonly #calls = new Map<string, ReadonlyMap<string, readonly { file: SourceFile; call: CallFact; name: Name }[]>>();
  readonly #decorated = new Map<SourceFile, ReadonlyMap<CallId, Target>>();
  readonly #taken = new Map<FrameworkPlace, Map<string, readonly TakenMember[]>>();
  readonly puts: readonly Put[];

  constructor(index: ProjectIndex, frameworks: readonly Framework[]) {
    this.#index = index;
    const modules = new Set(index.files.flatMap(({ facts }) => facts.modules.map(canonicalModule)));
    const places = putPlaces(frameworks, modules);
    const assigning = places.filter(({ property }) => property !== undefined);
    const calling = new Map<string, FrameworkPlace[]>();
    for (const place of places) {
      const member = calledName(place);
      if (member !== undefined) calling.set(member, [...(calling.get(member) ?? []), place]);
    }
    this.puts = [
      ...[...calling].flatMap(([member, those]) => this.putBy(member, those)),
      ...(assigning.length === 0 ? [] : index.files.flatMap((file) => this.assignedIn(file, assigning))),
    ].filter(({ reads }) => reads.length > 0);
  }

  // ── What is put ─────────────────────────────────────────────────────────────────────────────

  private putBy(member: string, places: readonly FrameworkPlace[]): Put[] {
    return this.#index.mentionsOf(member).flatMap(({ file, id }) => {
      const call = calledAt(file, id);
      if (!call) return [];
      return places.flatMap((place) =>
        putByCall(file, call, place).map((put): Put => ({
          file,
          place,
          call,
          ...put,
          reads: this.readsOf(place, put.name),
        })),
      );
    });
  }

  private assignedIn(file: SourceFile, places: readonly FrameworkPlace[]): Put[] {
    const { calls, mentions } = file.facts;
    // A project has millions of values, and few that are assigned to a member.
    return [
      ...calls.flatMap(({ id, site }) =>
        isAssignedMember(site) ? this.assigned(file, site, { is: "call", call: id }, places) : NO_PUTS,
      ),
      ...mentions.flatMap(({ site }, mention) =>
        isAssignedMember(site) ? this.assigned(file, site, { is: "mention", mention }, places) : NO_PUTS,
      ),
    ];
  }

  private assigned(file: SourceFile, site: Place, value: ValueFact, places: readonly FrameworkPlace[]): readonly Put[] {
    const { offset } = site;
    const name = { text: site.name };
    return places
      .filter(({ property = "" }) => isBelow(site, property))
      .map((place): Put => ({
        ...{ file, place, name, value, as: "value", isKept: false, offset },
        reads: this.readsOf(place, name),
      }));
  }

  // ── What may read it ────────────────────────────────────────────────────────────────────────

  private readsOf(put: FrameworkPlace, name: Name): Read[] {
    const destructured = put.values.isDestructured === true ? this.destructured(put, name) : [];
    const read = readPlaces(put).flatMap((place) => {
      const member = calledName(place);
      if (member !== undefined) return this.readByCall(place, member, name);
      const { decorator } = place;
      return decorator === undefined ? this.readAsMember(place, name) : this.readForDecorator(place, decorator, name);
    });
    return [...read, ...destructured];
  }

  private readByCall(place: FrameworkPlace, member: string, name: Name): Read[] {
    const naming = this.callsNaming(member).get(keyOf(name)) ?? [];
    return naming
      .filter(({ call }) => place.hasOptions === true || call.arguments.length === 1)
      .map((named) => ({ ...named, place, site: named.call.site }));
  }

  private readForDecorator(place: FrameworkPlace, decorator: string, name: Name): Read[] {
    const naming = this.callsNaming(decorator).get(keyOf(name)) ?? [];
    return naming.flatMap((named): Read[] => {
      const target = this.decoratedIn(named.file).get(named.call.id);
      return target ? [{ ...named, place, ...target }] : [];
    });
  }

  /** The calls of a name that are given a name first, by that. */
  private callsNaming(callee: string) {
    const known = this.#calls.get(callee);
    if (known) return known;
    const calls = new Map<string, { file: SourceFile; call: CallFact; name: Name }[]>();
    for (const { file, id } of this.#index.mentionsOf(callee)) {
      const call = calledAt(file, id);
      const name = call && nameIn(file, call.arguments[0]);
      if (name) calls.set(keyOf(name), [...(calls.get(keyOf(name)) ?? []), { file, call, name }]);
    }
    this.#calls.set(callee, calls);
    return calls;
  }

  /** What the file's decorators decorate: parameters of constructors, and fields. */
  private decoratedIn(file: SourceFile): ReadonlyMap<CallId, Target> {
    const known = this.#decorated.get(file);
    if (known) return known;
    const targets = new Map<CallId, Target>();
    const add = (decorators: readonly DecoratorFact[] = [], target: Target) => {
      for (const { call } of decorators) if (call !== undefined) targets.set(call, target);
    };
    for (const { class: owner, kind, parameters } of file.facts.functions) {
      if (kind !== "constructor" || owner === undefined) continue;
      for (const { name, offset, decorators } of parameters)
        if (name !== undefined) add(decorators, { site: { to: "variable", name, offset }, for: { class: owner } });
    }
    for (const { id, decoratedFields = [] } of file.facts.classes)
      for (const { name, offset, decorators } of decoratedFields)
        add(decorators, { site: { to: "property", name, offset }, for: { class: id } });
    this.#decorated.set(file, targets);
    return targets;
  }

  private readAsMember(place: FrameworkPlace, name: Name): Read[] {
    const taken = this.#taken.get(place)?.get(name.text) ?? this.membersTaken(place, name.text);
    return taken.map((member) => ({ ...member, place, name }));
  }

  /** The same names are put by many calls. */
  private membersTaken(place: FrameworkPlace, name: string): readonly TakenMember[] {
    const taken = this.#index.mentionsOf(name).flatMap(({ file, id }): TakenMember[] => {
      const mention = file.facts.mentions[id];
      if (mention?.isMember !== true) return mention ? takenFromParameter(file, mention, place) : [];
      const { site, offset } = mention;
      return site.to === "nowhere" || !isTakenFrom(file, id, place) ? [] : [{ file, site, offset }];
    });
    const known = this.#taken.get(place) ?? new Map<string, readonly TakenMember[]>();
    this.#taken.set(place, known.set(name, taken));
    return taken;
  }

  /** First parameters of what is wrapped somewhere, by its name, that take the name out of an object. */
  private destructured(place: FrameworkPlace, name: Name): Read[] {
    return this.#index.mentionsOf(name.text).flatMap(({ file, id }): Read[] => {
      const mention = file.facts.mentions[id];
      const fact = mention && file.facts.functions[mention.function];
      const binding = fact?.parameters[0]?.bindings?.find(({ offset }) => offset === mention?.offset);
      if (!binding || binding.member.join(".") !== name.text || fact?.name === undefined) return [];
      const isPut = this.#index.mentionsOf(fact.name).some((named) => isWrapped(named.file, named.id, place));
      const site = { to: "variable", name: binding.name, offset: binding.offset } as const;
      return isPut ? [{ file, place, name, site, for: { function: fact.id } }] : [];
    });
  }
}

/** The call whose callee the mention is. */
function calledAt(file: SourceFile, mention: MentionId): CallFact | undefined {
  const site = file.facts.mentions[mention]?.site;
  return site?.to === "callee" ? file.facts.calls[site.call] : undefined;
}

function keyOf({ text, mention }: Name): string {
  return mention === undefined ? JSON.stringify(text) : text;
}

function nameIn(file: SourceFile, value: ValueFact | undefined): Name | undefined {
  if (value?.is === "string") return { text: value.value };
  const text = value?.is === "mention" ? file.facts.mentions[value.mention]?.name : undefined;
  return value?.is === "mention" && text !== undefined && text !== ELEMENT
    ? { text, mention: value.mention }
    : undefined;
}

// ── What a call puts ────────────────────────────────────────────────────────────────────────────

type PutValue = Pick<Put, "name" | "value" | "as" | "isKept">;

/** `put(name, value)`, `put({ name: value })`, `bind(name).to(value)`. */
function putByCall(file: SourceFile, call: CallFact, place: FrameworkPlace): PutValue[] {
  const { wrappers = {}, keepers = [], hasConstantNames } = place.values;
  const [first, second] = call.arguments;
  if (first?.is === "object")
    return first.properties
      .filter(({ value }) => isFollowed(value))
      .map(({ name, value }) => ({ name: { text: name }, isKept: false, ...unwrapped(file, value, place) }));
  const name = nameIn(file, first);
  if (!name || !first || (name.mention !== undefined && hasConstantNames !== true)) return [];
  const following = callsAfter(file, call);
  const wrapping = following.find((each) => Object.hasOwn(wrappers, each.member));
  if (wrapping) {
    const value = wrapping.call.arguments[0] ?? first;
    const isKept = following.some(({ member }) => keepers.includes(member));
    return isFollowed(value) ? [{ name, value, as: wrappers[wrapping.member] ?? "value", isKept }] : [];
  }
  const isKept = place.isKept === true || call.arguments.some((value) => isNamedIn(file, value, keepers));
  return second && isFollowed(second) ? [{ name, isKept, ...unwrapped(file, second, place) }] : [];
}

/** The calls that are chained to a call: `to` and `inSingletonScope` of `bind(x).to(y).inSingletonScope()`. */
function callsAfter(file: SourceFile, call: CallFact): { readonly member: string; readonly call: CallFact }[] {
  const member = call.site.to === "receiver" ? call.site.member : undefined;
  const next = member === undefined ? undefined : calledAt(file, member);
  return next ? [{ member: file.facts.mentions[member ?? -1]?.name ?? "", call: next }, ...callsAfter(file, next)] : [];
}

/** What is inside a wrapper, whatever is called on that: `asClass(Users).singleton()`. */
function unwrapped(
  file: SourceFile,
  value: ValueFact,
  { as = "value", values: { wrappers = {}, keepers = [] } }: FrameworkPlace,
): Pick<Put, "value" | "as"> & Partial<Pick<Put, "isKept">> {
  if (value.is === "object") {
    const held = value.properties.find(({ name }) => Object.hasOwn(wrappers, name));
    return { value: held?.value ?? value, as: (held && wrappers[held.name]) ?? "value" };
  }
  let isKept = false;
  for (let call = value.is === "call" ? file.facts.calls[value.call] : undefined; call;) {
    const { callee } = call;
    const [inside] = call.arguments;
    const wrapper = file.facts.mentions[callee ?? -1]?.name ?? "";
    isKept ||= keepers.includes(wrapper);
    const form = Object.hasOwn(wrappers, wrapper) ? wrappers[wrapper] : undefined;
    if (form && inside) return { value: inside, as: form, isKept };
    call = file.facts.calls.find(({ site }) => site.to === "receiver" && site.member === callee);
  }
  return { value, as };
}

/** Whether an option says one of the names: `{ lifecycle: Lifecycle.Singleton }`. */
function isNamedIn(file: SourceFile, value: ValueFact, names: readonly string[]): boolean {
  if (value.is === "object") return value.properties.some((property) => isNamedIn(file, property.value, names));
  return value.is === "mention" && names.includes(file.facts.mentions[value.mention]?.name ?? "");
}

/** Whether the mention is what a wrapper is given. */
function isWrapped(file: SourceFile, mention: MentionId, { values: { wrappers = {} } }: FrameworkPlace): boolean {
  const site = file.facts.mentions[mention]?.site;
  const call = site?.to === "argument" ? file.facts.calls[site.call] : undefined;
  const wrapper = file.facts.mentions[call?.callee ?? -1]?.name;
  return wrapper !== undefined && Object.hasOwn(wrappers, wrapper);
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

/** The binding that the mention is, where the pattern of a parameter takes a member out: `({ store }) => …`. */
function takenFromParameter(file: SourceFile, mention: MentionFact, { property = "" }: FrameworkPlace): TakenMember[] {
  const fact = file.facts.functions[mention.function];
  return (fact?.parameters ?? []).flatMap(({ bindings = [], offset: parameter }): TakenMember[] => {
    const binding = bindings.find(({ offset }) => offset === mention.offset);
    if (binding?.member.join(".") !== property.replace("*", mention.name)) return [];
    const { name, offset } = binding;
    return [{ file, site: { to: "variable", name, offset }, offset, parameter }];
  });
}

/** Whether a property is one of the member that the path names: `locals.name`. */
function isBelow(site: Extract<Site, { to: "property" | "variable" }>, path: string): boolean {
  const owner = path.split(".").at(-2);
  return owner === undefined || (site.of !== undefined && "name" in site.of && site.of.name === owner);
}

/** `x.name = value` */
function isAssignedMember(site: Site): site is Place {
  return site.to === "property" && site.isReference === true;
}
