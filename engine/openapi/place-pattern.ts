/** Places in handlers' code as conventions write them: `request.query`, `new global#URL.searchParams.get()`. */
import type { ChainStep } from "../handler-reader.js";
import type { Step } from "../reference.js";

export type PlaceRoot =
  | { readonly is: "role"; readonly role: string }
  | { readonly is: "external"; readonly module: string; readonly steps: readonly Step[] }
  | { readonly is: "unknown" };

/** What a chain stands for, as far as it is known. */
export interface Place {
  readonly root: PlaceRoot;
  readonly steps: readonly ChainStep[];
}

export interface PlacePattern {
  readonly role?: string;
  readonly module?: string;
  /** Names, `()` for a call, `new` for one as a constructor. */
  readonly steps: readonly string[];
}

const patterns = new Map<string, PlacePattern>();

/** Each is parsed once. */
export function placePattern(text: string): PlacePattern {
  const known = patterns.get(text);
  if (known) return known;
  const parsed = parse(text);
  patterns.set(text, parsed);
  return parsed;
}

/**
 * What of the place comes after the pattern's end; undefined where it is not of the pattern.
 * A pattern that ends before a call of the place's last member leaves the call.
 */
export function restAfter({ root, steps }: Place, pattern: PlacePattern): readonly ChainStep[] | undefined {
  let met = 0;
  if (pattern.role !== undefined) {
    if (root.is !== "role" || root.role !== pattern.role) return undefined;
  } else {
    if (root.is !== "external" || root.module !== pattern.module) return undefined;
    for (const step of root.steps) if (pattern.steps[met++] !== step) return undefined;
  }
  const wanted = pattern.steps.slice(met);
  for (const [index, name] of wanted.entries()) {
    const step = steps[index];
    if (!step || nameOf(step) !== name) return undefined;
  }
  return steps.slice(wanted.length);
}

function parse(text: string): PlacePattern {
  const isNew = text.startsWith("new ");
  const [before, after] = splitAtHash(isNew ? text.slice("new ".length) : text);
  const names = after.split(".").flatMap((part) => {
    const calls = part.split("()").length - 1;
    return [part.replaceAll("()", ""), ...Array<string>(calls).fill("()")];
  });
  if (before === undefined) {
    const [role, ...steps] = names;
    return { role: role ?? "", steps };
  }
  const [name = "", ...others] = names.filter((each) => each !== "");
  return { module: before, steps: [...(name === "" ? [] : [name]), ...(isNew ? ["new"] : []), ...others] };
}

function splitAtHash(text: string): readonly [string | undefined, string] {
  const at = text.indexOf("#");
  if (at >= 0) return [text.slice(0, at), text.slice(at + 1)];
  // A module alone: `hono/streaming`.
  return text.includes("/") ? [text, ""] : [undefined, text];
}

function nameOf(step: ChainStep): string {
  if (step.do === "member") return step.name;
  return step.isNew === true ? "new" : "()";
}
