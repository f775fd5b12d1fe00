/** What is known of a router: where it comes from, what is registered on it, and the calls that mount it. */
import type { Mount, Surround } from "../entrypoints/framework.js";
import type { RouterType } from "../entrypoints/recognise-routers.js";
import type { FunctionId, ValueFact } from "../facts/facts.js";
import type { RegisteringCall, SourceFile, Visit } from "./graph.js";
import type { WrittenValue } from "./texts.js";
import type { Turn } from "./turns.js";
import type { Node } from "./value-node.js";

/** A call that registers a route on a router. */
export interface RouteCall extends RegisteringCall {
  /** Absent where nobody knows where the router comes from. */
  readonly on?: Router;
  /** The argument that handles the requests. */
  readonly handler: ValueFact;
  /** The method that does, where the argument is a class. */
  readonly action?: string;
  /** The object that describes the route, where something else stands in the call: a list, a name. */
  readonly described?: WrittenValue;
  /** The handler stands after what describes the route, and not in it. */
  readonly isBeside?: boolean;
  /** In which turns of the loops around. */
  readonly turns?: readonly Turn[];
}

export interface Router {
  readonly key: string;
  readonly typed: RouterType;
  readonly node: Node;
  /** The function that received it, by which mounts name it. */
  readonly receiver?: Node;
  /** Prefixes of its own: given when it was made, or by a member that prefixes all its routes. */
  readonly prefixes: string[];
  /** The calls that put it under others, as far as they are known by how it came about. */
  readonly under: readonly Pick<RegisteringCall, "call" | "visit">[];
  /** The calls that put something around its routes. */
  readonly surrounds: SurroundCall[];
  /** The plugin that is told the router: what it puts around routes is around those of whatever it is mounted on. */
  readonly sharedBy?: Node;
}

/** A prefix that a router's routes are reached under. */
export interface RouterPlace {
  readonly prefix: string;
  /** The calls whose results are put there. */
  readonly madeBy: readonly Visit["call"][];
}

/** A call that puts something around the routes of a router. */
export interface SurroundCall {
  readonly surround: Surround;
  readonly call: Visit["call"];
  readonly visit: Visit | undefined;
}

/** A call that puts a router under others. */
export interface RouterMount {
  readonly call: Visit["call"];
  readonly visit: Visit | undefined;
  readonly mount: Mount;
  /** The routers that it is put under, as far as they are known. */
  readonly above: readonly Router[];
}

/** A function whose routes are put under a prefix, on whatever router it registers them. */
export interface RouteGroup {
  readonly file: SourceFile;
  readonly function: FunctionId;
  readonly prefix: string;
}

/** A call that puts routes under a prefix. */
export interface MountCall {
  readonly router: Router;
  readonly mount: Mount;
  readonly visit: Visit | undefined;
}

/** Tells calls apart. */
export function callKey({ file, fact }: Visit["call"]): string {
  return `${file.path}#${String(fact.id)}`;
}
