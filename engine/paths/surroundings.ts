/** What is put around a route: middleware, hooks and error handlers of its router and of those that it is mounted on. */
import type { FunctionId } from "../facts/facts.js";
import type { RouteSurrounding, SourceFile, Visit } from "./graph.js";
import { joinRoute } from "./route-paths.js";
import type { RouteCall, Router, RouterMount, SurroundCall } from "./router.js";
import type { Routers } from "./routers.js";
import { textAt } from "./texts.js";
import { visitsOf } from "./visits.js";

/** Where a call stands: in the function that makes it, and in those that led there, innermost first. */
type Place = Pick<SurroundCall, "call" | "visit">;

/** Where a function that led to a call goes on from. */
interface Position {
  readonly file: SourceFile;
  readonly function: FunctionId;
  readonly offset: number;
}

interface PlacedCall extends SurroundCall {
  readonly level: number;
  readonly isAfter: boolean;
}

export class Surroundings {
  readonly #routers: Routers;
  readonly #shared = new Map<Router, Router[]>();
  /** What is put on a router, and where. */
  readonly #plugins = new Map<Router, { readonly plugin: Router; readonly mount: RouterMount }[]>();
  // Each call is around many routes, and each route has many calls around it.
  readonly #positions = new Map<Place, readonly Position[]>();
  readonly #patterns = new Map<SurroundCall, Map<Router, readonly Pattern[]>>();

  constructor(routers: Routers) {
    this.#routers = routers;
    for (const router of routers.all) {
      for (const outer of routers.places.sharedWith(router))
        this.#shared.set(outer, [...(this.#shared.get(outer) ?? []), router]);
      if (router.surrounds.some(({ surround }) => surround.lent !== undefined))
        for (const mount of routers.places.mountsOf(router))
          for (const outer of mount.above)
            this.#plugins.set(outer, [...(this.#plugins.get(outer) ?? []), { plugin: router, mount }]);
    }
  }

  /**
   * The calls around a route, those of outer routers first.
   *
   * @param path the route's full path
   */
  of(route: RouteCall, path: string): readonly RouteSurrounding[] {
    if (!route.on) return [];
    const found = this.around(route.on, route, partsOf(path), []);
    const distinct = [...new Map(found.map((each) => [keyOf(each), each])).values()];
    return distinct.map(({ call: around, surround, level, isAfter }) => ({
      file: around.file,
      span: memberSpan(around),
      member: memberOf(around) ?? surround.members[0] ?? "",
      level,
      ...(isAfter && { isAfter }),
    }));
  }

  private around(router: Router, place: Place, path: readonly string[], seen: readonly Router[]): PlacedCall[] {
    if (seen.includes(router)) return [];
    const outer = this.#routers.places
      .mountsOf(router)
      .flatMap((mount) => mount.above.flatMap((above) => this.around(above, mount, path, [...seen, router])));
    const shared = (this.#shared.get(router) ?? []).flatMap((each) => each.surrounds);
    const own = router.surrounds.filter((each) => this.concerns(each, router, path));
    const around = [...shared, ...own].map((each) => ({
      ...each,
      level: seen.length,
      isAfter: each.surround.isOrdered === true && !this.isBefore(each, place),
    }));
    return [...outer, ...this.lentTo(router, place, seen.length), ...around, ...this.mounting(router, seen.length)];
  }

  /** What plugins of the router put around its routes, from where they are put on it. */
  private lentTo(router: Router, place: Place, level: number): PlacedCall[] {
    return (this.#plugins.get(router) ?? []).flatMap(({ plugin, mount }) =>
      plugin.surrounds.filter(isLent).map((each) => ({
        ...each,
        level,
        isAfter: each.surround.isOrdered === true && !this.isBefore({ ...each, ...mount }, place),
      })),
    );
  }

  /** The calls that mount the router, and put something around its routes as they do. */
  private mounting(router: Router, level: number): PlacedCall[] {
    return this.#routers.places.mountsOf(router).flatMap(({ call, visit, mount }) => {
      const { members, isAround } = mount;
      return isAround === true ? [{ surround: { members }, call, visit, level, isAfter: false }] : [];
    });
  }

  private concerns(around: SurroundCall, router: Router, path: readonly string[]): boolean {
    const { surround, visit } = around;
    const { file, fact } = around.call;
    if (surround.count !== undefined && fact.arguments.length !== surround.count) return false;
    if (surround.parameter !== undefined) {
      const name = textAt(file, fact, surround.parameter, { visit });
      return name === undefined || path.some((part) => new RegExp(`^[:{]${name}\\b`, "u").test(part));
    }
    if (surround.path === undefined) return true;
    if (fact.arguments[Number(surround.path)]?.is === "regex") return false;
    return this.patternsOf(around, surround.path, router).some((pattern) => begins(path, pattern));
  }

  /** @param position of the argument that is the path */
  private patternsOf(around: SurroundCall, position: string, router: Router): readonly Pattern[] {
    const byRouter = this.#patterns.get(around) ?? new Map<Router, readonly Pattern[]>();
    this.#patterns.set(around, byRouter);
    const known = byRouter.get(router);
    if (known) return known;
    const { surround, call, visit } = around;
    const written = textAt(call.file, call.fact, position, { visit })?.split(", ") ?? [""];
    const patterns = written.flatMap((part) =>
      this.#routers.places
        .prefixesOf(router)
        .map((prefix) => patternOf(joinRoute(prefix, part), surround.isWholePath === true && part !== "")),
    );
    byRouter.set(router, patterns);
    return patterns;
  }

  /** Of calls whose order nobody knows, any may come first. */
  private isBefore(around: SurroundCall, place: Place): boolean {
    const own = this.positionsOf(around);
    for (const { file, function: id, offset } of this.positionsOf(place)) {
      const same = own.find((each) => each.file === file && each.function === id);
      if (same) return same.offset <= offset;
    }
    return true;
  }

  private positionsOf(place: Place): readonly Position[] {
    const known = this.#positions.get(place) ?? positionsOf(place);
    this.#positions.set(place, known);
    return known;
  }
}

/** Whether the call says that it is around what its router is put on, too. */
function isLent({ surround: { lent }, call: { file, fact }, visit }: SurroundCall): boolean {
  return lent === true || (lent !== undefined && lent.is.includes(textAt(file, fact, lent.option, { visit }) ?? ""));
}

/** What paths begin with: its parts, without a wildcard at the end. */
interface Pattern {
  readonly parts: readonly string[];
  /** The path has no other parts. */
  readonly isWhole: boolean;
}

function patternOf(path: string, isWhole: boolean): Pattern {
  const parts = partsOf(path);
  const hasWildcard = parts.at(-1)?.startsWith("*") === true;
  return { parts: hasWildcard ? parts.slice(0, -1) : parts, isWhole: isWhole && !hasWildcard };
}

function begins(parts: readonly string[], pattern: Pattern): boolean {
  if (pattern.isWhole && pattern.parts.length !== parts.length) return false;
  return pattern.parts.every((part, index) => {
    const own = parts[index];
    return own !== undefined && (part === own || /^[:*{]/u.test(part) || /^[:*{]/u.test(own));
  });
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

/** In each function that led to the call: where it goes on from. */
function positionsOf({ call, visit }: Place): Position[] {
  const calls = [call, ...visitsOf(visit).map((each) => each.call)];
  return calls.flatMap((each) => {
    const { start: offset } = memberSpan(each);
    const { file } = each;
    return functionsAround(file, each.fact.function).map((id) => ({ file, function: id, offset }));
  });
}

/** As far out as they run where they stand: those that are handed to a call. */
function functionsAround({ facts }: SourceFile, innermost: FunctionId): FunctionId[] {
  const around = [innermost];
  for (let id = innermost; id !== 0;) {
    const fact = facts.functions[id];
    if (fact?.site?.to !== "argument") break;
    id = fact.parent;
    around.push(id);
  }
  return around;
}

/** From the member's name: calls that are chained all begin where the chain does. */
function memberSpan({ file, fact }: Visit["call"]): { readonly start: number; readonly end: number } {
  const mention = fact.callee === undefined ? undefined : file.facts.mentions[fact.callee];
  return { start: mention?.offset ?? fact.span.start, end: fact.span.end };
}

function memberOf({ file, fact }: Visit["call"]): string | undefined {
  return fact.callee === undefined ? undefined : file.facts.mentions[fact.callee]?.name;
}

function keyOf({ call: { file, fact } }: SurroundCall): string {
  return `${file.path}#${String(fact.id)}`;
}
