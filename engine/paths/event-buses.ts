/** Event buses: a listener runs where the project's own code emits its event, on the same emitter. */
import type { ClassId, FunctionId, ValueFact } from "../facts/facts.js";
import { CONSTRUCTED, type Reference } from "../reference.js";
import { closure, type SourceFile, type Visit, weaker } from "./graph.js";
import { addressKey } from "./project-index.js";
import { rootOfChain } from "./receivers.js";
import type { Search } from "./search.js";
import { parameterNamed, rootOf, writtenValue } from "./texts.js";
import type { Hop, Node } from "./value-node.js";

type Call = Visit["call"];

/** Something listens to an event: what a call or a decorator says of it. */
export interface Listening {
  readonly call: Call;
  readonly visit?: Visit | undefined;
  /** Members of the emitter whose first argument names an event, the listeners of which they run. */
  readonly members: readonly string[];
  /** All events are emitted on one emitter, which the framework makes. */
  readonly isShared?: boolean;
  /** Whether a member is one of those, of an emitter of this kind. */
  isEmit(member: Reference): boolean;
}

/** A call that emits an event, or that has the function that it calls do so. */
interface Emit {
  readonly call: Call;
  readonly event: string;
  readonly sameness: Sameness;
}

/** An emitter, as far as it can be told apart from others. */
interface Emitter {
  /** The variable or property that holds it. */
  readonly holder?: string;
  /** It is made for that place: what another place holds is another one. */
  readonly isMadeThere?: boolean;
  /** The project's class that it is an instance of. */
  readonly class?: { readonly file: SourceFile; readonly id: ClassId };
}

type Sameness = "same" | "maybe" | "different";

/** The name of an event that is not written out. */
const UNREAD = "";

export class EventBuses {
  readonly #search: Search;

  constructor(search: Search) {
    this.#search = search;
  }

  /**
   * Follows a listener to the calls that emit its event.
   *
   * @param otherwise what to do where the project does not seem to emit it, or emits events that nobody can read
   */
  listen(node: Node, listening: Listening, hop: Hop, otherwise: () => void): void {
    this.#search.inquiry.add(node, (isForced) => {
      const emits = this.emitsOf(listening, isForced, node);
      if (!emits) return false;
      const isKnown = emits.every(({ event }) => event !== UNREAD) && emits.some(({ sameness }) => sameness === "same");
      if (!isKnown) otherwise();
      else
        for (const { call, sameness } of emits) {
          const confidence = sameness === "same" ? hop.confidence : weaker(hop.confidence, "probable");
          this.#search.uses.use(node, call.file, call.fact, call.fact.span, "immediate", { ...hop, confidence });
        }
      return true;
    });
  }

  /** The calls that may emit the event. Undefined while that cannot be told, as from what follows. */
  private emitsOf(listening: Listening, isForced: boolean, waiting: Node): readonly Emit[] | undefined {
    const { call, visit, isShared, members } = listening;
    const event = this.eventOf(call.file, call.fact.arguments[0], visit);
    if (event === undefined || event === UNREAD) return event === undefined ? undefined : [];
    const found = members
      .flatMap((member) => this.#search.index.mentionsOf(member))
      .map(({ file, id }): readonly Emit[] | undefined => {
        const site = file.facts.mentions[id]?.site;
        const fact = site?.to === "callee" ? file.facts.calls[site.call] : undefined;
        if (!fact || file.facts.mentions[id]?.isMember !== true) return [];
        const emits = this.emittedBy({ file, fact }, isForced, waiting);
        const named = emits?.filter((each) => each.event === event || each.event === UNREAD);
        if (!named || named.length === 0) return named && [];
        const callee = this.#search.parameters.calleeReferences(file, fact, isForced, waiting);
        if (!callee?.some((reference) => listening.isEmit(reference))) return callee && [];
        const sameness = isShared === true ? "same" : this.compare(call, { file, fact });
        return sameness === "different" ? [] : sameness && named.map((each) => ({ ...each, sameness }));
      });
    return found.includes(undefined) ? undefined : found.flatMap((emits) => emits ?? []);
  }

  /** The events that a call emits: several where callers of the function around it name them. */
  private emittedBy(call: Call, isForced: boolean, waiting: Node): readonly Omit<Emit, "sameness">[] | undefined {
    const { file, fact } = call;
    const passed = passedIn(file, fact.function, fact.arguments[0]);
    if (!passed) return this.withEvent(call, fact.arguments[0]);
    const flows = closure(this.#search.values.functionNode(file, passed.function));
    if (!isForced && flows.some(({ node }) => node !== waiting && (node as Node).pending > 0)) return undefined;
    const calls = flows.flatMap(({ node }) =>
      node.uses.flatMap((use): Call[] => {
        const caller = use.how === "call" && use.call !== undefined ? use.file.facts.calls[use.call] : undefined;
        return caller ? [{ file: use.file, fact: caller }] : [];
      }),
    );
    if (calls.length === 0) return [{ call, event: UNREAD }];
    const emits = calls.map((caller) => this.withEvent(caller, caller.fact.arguments[passed.index]));
    return emits.includes(undefined) ? undefined : emits.flatMap((each) => each ?? []);
  }

  private withEvent(call: Call, name: ValueFact | undefined): readonly Omit<Emit, "sameness">[] | undefined {
    const event = this.eventOf(call.file, name, undefined);
    return event === undefined ? undefined : [{ call, event }];
  }

  /** The event's name: a string, or a constant, which is known by where it is declared. */
  private eventOf(file: SourceFile, value: ValueFact | undefined, visit: Visit | undefined): string | undefined {
    const written = value && (writtenValue({ file, value, visit }, []) ?? { file, value });
    if (written?.value.is === "string") return JSON.stringify(written.value.value);
    if (written?.value.is !== "mention") return UNREAD;
    const { file: at, value: named } = written;
    const mention = at.facts.mentions[named.mention];
    if (!mention || passedIn(at, mention.function, named)) return UNREAD;
    const answer = this.#search.inquiry.answer({ ask: "mention", file: at.path, offset: mention.offset });
    const [reference] = answer ?? [];
    if (!reference) return undefined;
    return reference.is === "declared" ? [addressKey(reference.at), ...reference.steps].join(".") : UNREAD;
  }

  // ── Which emitter ───────────────────────────────────────────────────────────────────────────

  private compare(one: Call, other: Call): Sameness | undefined {
    const a = this.emitterOf(one);
    const b = this.emitterOf(other);
    if (!a || !b) return undefined;
    if (a.holder !== undefined && b.holder !== undefined) {
      if (a.holder === b.holder) return "same";
      return a.isMadeThere === true && b.isMadeThere === true ? "different" : "maybe";
    }
    if (!a.class || !b.class) return "maybe";
    const lines = [this.lineOf(a.class), this.lineOf(b.class)] as const;
    if (!lines[0] || !lines[1]) return undefined;
    return lines[0].includes(classKey(b.class)) || lines[1].includes(classKey(a.class)) ? "same" : "different";
  }

  private emitterOf({ file, fact }: Call): Emitter | undefined {
    const root = fact.callee === undefined ? undefined : rootOfChain(file, fact.callee);
    const mention = root === undefined ? undefined : file.facts.mentions[root];
    if (root === undefined || !mention) {
      const id = classAround(file, fact.function);
      return id === undefined ? {} : { class: { file, id } };
    }
    const held = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
    const value = this.#search.inquiry.answer({ ask: "value", file: file.path, offset: mention.offset });
    if (!held || !value) return undefined;
    const [holder] = held.length === 1 ? held : [];
    const isHolder = holder?.is === "declared" && !this.#search.index.parameterAt(holder.at);
    const [made] = value.length === 1 ? value : [];
    const isMade = made !== undefined && made.is !== "unresolved" && made.steps.at(-1) === CONSTRUCTED;
    const target = made?.is === "declared" && isMade ? this.#search.index.functionAt(made.at) : undefined;
    return {
      ...(isHolder && { holder: [addressKey(holder.at), ...holder.steps].join("."), isMadeThere: isMade }),
      ...(target?.class !== undefined && { class: { file: target.file, id: target.class } }),
    };
  }

  /** A class and those of the project that it extends. */
  private lineOf(
    { file, id }: NonNullable<Emitter["class"]>,
    seen: readonly string[] = [],
  ): readonly string[] | undefined {
    const key = classKey({ file, id });
    const base = file.facts.classes[id]?.extends;
    const mention = base === undefined ? undefined : file.facts.mentions[base];
    if (!mention || seen.includes(key)) return [...seen, key];
    const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
    if (!answer) return undefined;
    const [reference] = answer;
    const target = reference?.is === "declared" ? this.#search.index.functionAt(reference.at) : undefined;
    return target?.class === undefined
      ? [...seen, key]
      : this.lineOf({ file: target.file, id: target.class }, [...seen, key]);
  }
}

function classKey({ file, id }: NonNullable<Emitter["class"]>): string {
  return `${file.path}#${String(id)}`;
}

/** The class whose instance `this` is in a function. */
function classAround(file: SourceFile, id: FunctionId): ClassId | undefined {
  for (let fact = file.facts.functions[id]; fact && fact.id !== 0; fact = file.facts.functions[fact.parent])
    if (fact.class !== undefined) return fact.class;
  return undefined;
}

/** The function around, and its parameter that a value is. */
function passedIn(
  file: SourceFile,
  id: FunctionId,
  value: ValueFact | undefined,
): { readonly function: FunctionId; readonly index: number } | undefined {
  const root = value?.is === "mention" ? rootOf(file, value.mention) : undefined;
  if (!root || root.path.length > 0) return undefined;
  for (let at = id; at !== 0; at = file.facts.functions[at]?.parent ?? 0) {
    const found = parameterNamed(file, at, root.name);
    if (found) return found.member.length === 0 ? { function: at, index: found.index } : undefined;
  }
  return undefined;
}
