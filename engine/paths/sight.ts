/** What a search looked at: an edit of anything else would not have led it elsewhere. */
import type { CallFact, FileFacts, MentionFact, Span } from "../facts/facts.js";
import { isWithin } from "../facts/replaced.js";
import { areSameOutside } from "../facts/same-outside.js";
import type { Edit, ProjectFile } from "../project.js";
import type { Knowledge } from "./knowledge.js";

export class Sight {
  /** Names whose mentions were looked up. */
  readonly names: ReadonlySet<string>;
  readonly #known: ReadonlySet<string>;

  constructor(names: ReadonlySet<string>, { calledNames }: Knowledge) {
    this.names = names;
    this.#known = calledNames;
  }

  /** Whether the search would have found something else, had the file been as it is after the edit. */
  reaches({ replaced, before, after }: Edit): boolean {
    return (
      !areSameOutside(before.facts, after.facts, replaced) ||
      this.reachesInto(before, replaced.before) ||
      this.reachesInto(after, replaced.after)
    );
  }

  private reachesInto({ facts }: ProjectFile, span: Span): boolean {
    const isInside = ({ span: own }: { readonly span: Span }): boolean =>
      isWithin(own.start, span) && own.end <= span.end;
    return (
      facts.functions.some((fact) => fact.id !== 0 && isInside(fact) && (fact.tags ?? fact.decorators) !== undefined) ||
      facts.functions.some(
        (fact) => isInside(fact) && fact.site?.to === "property" && this.names.has(fact.site.name),
      ) ||
      facts.classes.some(isInside) ||
      facts.lists.some(({ offset }) => isWithin(offset, span)) ||
      facts.constants.some(({ name, offset }) => this.names.has(name) && isWithin(offset, span)) ||
      facts.repeatedWork.some(isInside) ||
      facts.regexUses.some(({ call }) => facts.calls[call] !== undefined && isInside(facts.calls[call])) ||
      facts.loops.some((loop) => isInside(loop) && loop.isBusyWait === true) ||
      facts.mentions.some((mention) => isWithin(mention.offset, span) && this.isSeen(facts, mention)) ||
      facts.calls.some((call) => isInside(call) && (mayNameFile(call) || isAssigned(call)))
    );
  }

  private isSeen(facts: FileFacts, { name, module, site }: MentionFact): boolean {
    if (module !== undefined || this.names.has(name) || this.#known.has(name)) return true;
    // Libraries keep what is assigned to some of their members.
    if (site.to === "property" && site.isReference === true) return true;
    return site.to === "callee" && isImported(facts, name);
  }
}

/** A worker's file may be named in any call, which gives its result to the one that starts it. */
function mayNameFile({ isNew, arguments: given }: CallFact): boolean {
  return (
    isNew === true &&
    given.some(({ is }) => is === "string" || is === "ending" || is === "template" || is === "mention" || is === "call")
  );
}

function isAssigned({ site }: CallFact): boolean {
  return site.to === "property" && site.isReference === true;
}

/** Whether a file has the name from a package: what packages export may be called under any name. */
function isImported({ mentions }: FileFacts, name: string): boolean {
  return mentions.some((mention) => {
    if (mention.module?.startsWith(".") !== false) return false;
    return mention.site.to === "rename" || mention.site.to === "variable"
      ? mention.site.name === name
      : mention.name === name;
  });
}
