/** Which parameters of entry points hold what a client sent, by the names that frameworks and their users give them. */
import type { EntryPointKind } from "./framework.js";

/** Entry points that are called with what somebody sent. */
const SENT: ReadonlySet<EntryPointKind> = new Set([
  "http",
  "middleware",
  "hook",
  "websocket",
  "rpc",
  "queue",
  "resolver",
]);

/** Parameters that hold the server's own. */
const OWN_PARAMETERS = new Set(
  "res response reply rep next done callback cb err error app server io logger log _next _res _ctx parent info".split(" "),
);

/** Members of a request or a context that hold the server's own, or what is short whatever is sent. */
const OWN_MEMBERS = new Set(
  (
    "app log logger server io user session socket state res response reply set status method ip ips protocol secure " +
    "auth account tenant locals db prisma services config env remoteAddress signal userId context ctx"
  ).split(" "),
);

/** Members that hold what was sent: all that is in them is the client's, whatever it is called. */
const SENT_MEMBERS = new Set("body rawBody payload query querystring params data input headers files".split(" "));

/** Members that Node.js itself keeps short: it refuses requests whose line and headers are longer. */
const IN_HEAD = new Set(
  (
    "url originalUrl path pathname href search searchParams nextUrl query querystring params param headers header " +
    "rawHeaders cookies signedCookies hostname host handshake get"
  ).split(" "),
);

/** Length that Node.js allows for the request line and the headers together, in bytes. */
export const MAX_HEAD = 16_384;

/** What a client sent, as far as a path into a parameter tells. */
export interface SentData {
  /** `request.body.name` */
  readonly path: string;
  /** Node.js bounds its length: see {@link MAX_HEAD}. */
  readonly isInHead: boolean;
  /** Nobody sent it, but it was waited for: a database or a service gave it. */
  readonly isFetched?: boolean;
  /** The keys of an object: mostly those that its reader knows, however many could be sent. */
  readonly isKeys?: boolean;
}

/** @param member the path into the parameter; `()` stands for a call, `{}` for the keys of an object */
export function sentData(
  kind: EntryPointKind,
  parameter: string | undefined,
  member: readonly string[],
): SentData | undefined {
  if (!SENT.has(kind) || (parameter !== undefined && OWN_PARAMETERS.has(parameter))) return undefined;
  const isKeys = member.at(-1) === "{}";
  // A resolver gets the keys that its schema has, and no others.
  if (isKeys && kind === "resolver") return undefined;
  const names = member.filter((name) => !PLACES.has(name));
  const sentFrom = names.findIndex((name) => SENT_MEMBERS.has(name));
  const before = sentFrom < 0 ? names : names.slice(0, sentFrom);
  if (before.some((name) => OWN_MEMBERS.has(name))) return undefined;
  const isInHead = kind !== "queue" && kind !== "resolver" && names.slice(0, 2).some((name) => IN_HEAD.has(name));
  return { path: pathOf(parameter, member), isInHead, ...(isKeys && { isKeys }) };
}

/** Steps of a path that are no names: a call, an element, the keys. */
const PLACES = new Set(["()", "[]", "{}"]);

function pathOf(parameter: string | undefined, member: readonly string[]): string {
  const written = [...(parameter === undefined ? [] : [parameter]), ...member.filter((name) => name !== "{}")].reduce(
    (path, name) => (name === "()" || name === "[]" || path === "" ? `${path}${name}` : `${path}.${name}`),
    "",
  );
  return written === "" ? "its argument" : written;
}
