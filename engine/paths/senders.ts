/**
 * Whether a value may be what a client sent, as far as names tell: what cannot be is not searched for. Callers are
 * looked up by name and nobody is asked what the names stand for, so this only ever rules out.
 */
import { sentData } from "../entrypoints/request-data.js";
import type { CallFact, FunctionFact, OriginFact, Site } from "../facts/facts.js";
import type { SourceFile } from "./graph.js";
import type { ProjectIndex } from "./project-index.js";

/** How many calls a value is followed back through. */
export const MAX_CALLS = 3;
/** What is mentioned at more places has an everyday name: looking through them all would take longer than the rest of the search. */
const MAX_MENTIONS = 20;

type ParameterOrigin = Extract<OriginFact, { is: "parameter" }>;

export class Senders {
  readonly #index: ProjectIndex;
  readonly #known = new Map<string, boolean>();

  constructor(index: ProjectIndex) {
    this.#index = index;
  }

  mayBeSent(file: SourceFile, origin: OriginFact, calls = MAX_CALLS): boolean {
    if (origin.is !== "parameter") return isFetched(file.facts.calls[origin.call]);
    const fact = file.facts.functions[origin.function];
    if (!fact) return false;
    const key = `${file.path}#${String(fact.id)} ${String(origin.index)} ${origin.member.join(".")} ${String(calls)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, false);
    const may = this.mayBeEntry(fact, origin) || this.mayBePassed(fact, origin, calls);
    this.#known.set(key, may);
    return may;
  }

  /** The function may itself be called with what was sent. */
  private mayBeEntry(fact: FunctionFact, origin: ParameterOrigin): boolean {
    const parameter = fact.parameters[origin.index];
    if (!sentData("http", parameter?.name, origin.member)) return false;
    if ((parameter?.decorators ?? fact.decorators) !== undefined) return true;
    if (fact.site !== undefined && isHandedOn(fact.site)) return true;
    const { name } = fact;
    if (name === undefined) return false;
    const found = this.#index.mentionsOf(name);
    if (found.length > MAX_MENTIONS) return false;
    const mentions = found.map(({ file, id }) => file.facts.mentions[id]?.site);
    if (mentions.some((site) => site && isHandedOn(site))) return true;
    // What a framework calls, by the name of the file or by its class, the project does not.
    return (fact.isExported === true || fact.class !== undefined) && !mentions.some((site) => site?.to === "callee");
  }

  private mayBePassed(fact: FunctionFact, origin: ParameterOrigin, calls: number): boolean {
    const names = fact.kind === "constructor" ? [fact.name, "super"] : [fact.name];
    return (
      calls > 0 &&
      names.some(
        (name) =>
          name !== undefined &&
          this.#index.mentionsOf(name).length <= MAX_MENTIONS &&
          this.#index.mentionsOf(name).some(({ file: at, id }) => {
            const site = at.facts.mentions[id]?.site;
            const call = site?.to === "callee" ? at.facts.calls[site.call] : undefined;
            return (
              call !== undefined && passedAs(at, call, origin).some((outer) => this.mayBeSent(at, outer, calls - 1))
            );
          }),
      )
    );
  }
}

/** Whether a call gives what comes from outside: it was waited for, one way or the other. */
export function isFetched(call: CallFact | undefined): boolean {
  return call?.isAwaited === true;
}

/** What a call gives for a parameter of the function that it calls, or for a member of it. */
export function passedAs(
  { facts }: SourceFile,
  { id }: CallFact,
  { index, member }: ParameterOrigin,
): readonly OriginFact[] {
  const [first, ...rest] = member;
  return (facts.passed[id] ?? [])
    .filter(({ argument, property }) => argument === index && (property === undefined || property === first))
    .flatMap(({ property, from }) =>
      from.map((outer) => ({ ...outer, member: [...outer.member, ...(property === undefined ? member : rest)] })),
    );
}

/** The function goes somewhere that may call it. */
function isHandedOn(site: Site): boolean {
  return site.to === "argument" || site.to === "property" || site.to === "element" || site.to === "export";
}
