/** What requests must carry to be let through: by the guards that are known, and by what of a request is read. */
import type { Chain, ChainStep } from "../handler-reader.js";
import type { Code } from "./code.js";
import type { OAuthFlow, Operation, SecurityScheme } from "./document.js";
import { argumentAt, type Frame, literalOf, placeOf } from "./frames.js";
import { credentials, securitySchemes, securityShapes } from "./frameworks/security.js";
import type { Observed, ObservedSecurity } from "./observed.js";
import { placePattern, restAfter } from "./place-pattern.js";

/** The scheme that a guard stands for, and the status of its refusals; undefined for what is no guard that is known. */
export function securityOf(
  chain: Chain,
  frame: Frame,
  code: Code,
): { readonly scheme: string | undefined; readonly status: number | undefined } | undefined {
  const place = placeOf(chain, frame, code);
  for (const { at, scheme, status } of securityShapes) {
    if (restAfter(place, placePattern(at))?.length !== 0) continue;
    if (typeof scheme === "string") return { scheme, status };
    const call = chain.steps.findLast((step) => step.do === "call");
    const written = call?.do === "call" ? argumentAt(call.arguments, scheme.at, frame) : undefined;
    const value = written?.value.is === "array" ? written.value.elements[0] : written?.value;
    const name = value && written && literalOf(value, written.frame);
    const found = scheme.names[String(name)];
    return { scheme: (found === undefined ? scheme.otherwise : found) ?? undefined, status };
  }
  return undefined;
}

/** What reading a header or cookie says: `request.headers.authorization.startsWith("Bearer ")`. */
export function securityRead(part: string, name: string, rest: readonly ChainStep[]): ObservedSecurity | undefined {
  if (part === "cookie") return credentials.cookie.test(name) ? { in: "cookie", name } : undefined;
  if (part !== "header") return undefined;
  if (name.toLowerCase() !== "authorization")
    return credentials.header.test(name) ? { in: "header", name: name.toLowerCase() } : undefined;
  const texts = rest.flatMap((step) =>
    step.do === "call" ? step.arguments.flatMap((each) => (each.is === "literal" ? [String(each.value)] : [])) : [],
  );
  return { scheme: texts.some((text) => /^basic\b/iu.test(text)) ? "basic" : "bearer" };
}

export interface Security {
  readonly requirements: NonNullable<Operation["security"]>;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
}

/** What an operation asks for. What it only reads is asked for where requests without it are turned away. */
export function securityIn({ security, isOpen }: Observed, statuses: readonly string[]): Security | undefined {
  const isRefusing = statuses.includes("401") || statuses.includes("403");
  const schemes = new Map<string, SecurityScheme>();
  const guards = new Map<number, Set<string>>();
  const ask = ({ guard }: ObservedSecurity, name: string): void => {
    if (guard !== undefined) guards.set(guard, (guards.get(guard) ?? new Set()).add(name));
  };
  const scopes = new Map<string, readonly string[]>();
  if (isOpen === true) return undefined;
  // What nobody is turned away without is no matter where others turn them away.
  const isGuarded = isRefusing && security.some(({ guard }) => guard !== undefined);
  for (const each of security) {
    if (isGuarded && each.guard === undefined) continue;
    if ("described" in each) {
      const { described, id } = each;
      const known = schemes.get(id);
      schemes.set(id, known ? withScopes(known, described) : described);
      scopes.set(id, [...new Set([...(scopes.get(id) ?? []), ...each.scopes])]);
      ask(each, id);
    } else if ("scheme" in each) {
      const known = securitySchemes[each.scheme];
      if (known) schemes.set(each.scheme, known);
      ask(each, each.scheme);
    } else if (isRefusing) {
      schemes.set(schemeName(each.name), { type: "apiKey", in: each.in, name: each.name });
      ask(each, schemeName(each.name));
    }
  }
  if (schemes.size === 0) return undefined;
  const sets = guards.size > 0 ? together([...guards.values()]) : [...schemes.keys()].map((name) => new Set([name]));
  const requirements = sets.map((names) =>
    Object.fromEntries([...names].map((name) => [name, scopes.get(name) ?? []])),
  );
  return {
    // Where nobody is turned away, nothing need be carried.
    requirements: isRefusing ? requirements : [...requirements, {}],
    schemes: Object.fromEntries(schemes),
  };
}

/** One of each guard's schemes; where fewer are enough, no more. */
function together(guards: readonly ReadonlySet<string>[]): ReadonlySet<string>[] {
  const all = guards.reduce<ReadonlySet<string>[]>(
    (before, guard) => before.flatMap((names) => [...guard].map((name) => new Set([...names, name]))),
    [new Set()],
  );
  const isMore = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    one.size > other.size && [...other].every((name) => one.has(name));
  const distinct = [...new Map(all.map((names) => [[...names].sort().join(), names])).values()];
  return distinct.filter((names) => !distinct.some((other) => isMore(names, other)));
}

/** What two operations ask for of the same scheme. */
export function withScopes(one: SecurityScheme, other: SecurityScheme): SecurityScheme {
  if (!one.flows || !other.flows) return one;
  const flows = Object.entries(one.flows).map(([name, flow]): [string, OAuthFlow] => [
    name,
    { ...flow, scopes: { ...flow.scopes, ...other.flows?.[name]?.scopes } },
  ]);
  return { ...one, flows: Object.fromEntries(flows) };
}

/** `x-api-key` gives `xApiKey`. */
export function schemeName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]+([A-Za-z0-9])?/gu, (_, next: string | undefined) => (next ?? "").toUpperCase());
}
