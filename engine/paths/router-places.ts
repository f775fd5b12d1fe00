/** Where routers are reached: the prefixes of the calls that mount them, and of those that mount what they are mounted on. */
import type { Mount } from "../entrypoints/framework.js";
import type { RouterRecogniser } from "../entrypoints/recognise-routers.js";
import { closure, type Visit } from "./graph.js";
import { functionsIn, mentionsIn, mountingsOf, prefixOf } from "./mountings.js";
import { addressKey } from "./project-index.js";
import { joinRoute, PATH_SEPARATOR } from "./route-paths.js";
import { callKey, type MountCall, type RouteGroup, type Router, type RouterMount, type RouterPlace } from "./router.js";
import { RouterMakers } from "./router-makers.js";
import type { Search } from "./search.js";
import type { WrittenValue } from "./texts.js";
import type { Node } from "./value-node.js";
import { isInside } from "./visits.js";

/** A router mounted at more places is made once for many objects, which syntax alone does not tell apart. */
const MAX_PREFIXES = 6;

/** Read off once everything is found, and then for each route. */
export class RouterPlaces {
  readonly #search: Search;
  readonly #recogniser: RouterRecogniser;
  readonly #mounts: ReadonlyMap<string, readonly MountCall[]>;
  readonly #groups: readonly RouteGroup[];
  readonly #makers: RouterMakers;
  readonly #mountsFound = new Map<Router, readonly RouterMount[]>();
  readonly #placesFound = new Map<Router, readonly RouterPlace[]>();

  /**
   * @param mounts by the keys of their calls
   * @param groups functions that put their routes under a prefix
   */
  constructor(search: Search, mounts: ReadonlyMap<string, readonly MountCall[]>, groups: readonly RouteGroup[]) {
    this.#search = search;
    this.#recogniser = search.knowledge.routers;
    this.#mounts = mounts;
    this.#groups = groups;
    this.#makers = new RouterMakers(search);
  }

  /** The prefixes that the router's routes are reached under; one empty prefix for a router that is not mounted. */
  prefixesOf(router: Router | undefined): readonly string[] {
    return this.of(router).map(({ prefix }) => prefix);
  }

  /** Where the router's routes are reached. */
  of(router: Router | undefined): readonly RouterPlace[] {
    if (!router) return [{ prefix: "", madeBy: [] }];
    const known = this.#placesFound.get(router) ?? this.placesFrom(router, []);
    this.#placesFound.set(router, known);
    return known;
  }

  private placesFrom(router: Router | undefined, seen: readonly Router[]): readonly RouterPlace[] {
    if (!router || seen.includes(router)) return [{ prefix: "", madeBy: [] }];
    const mounts = this.mountsOf(router);
    const derived = mounts.filter(({ mount }) => mount.puts === "result");
    const placed = mounts.filter(({ mount }) => mount.puts !== "result");
    const own = this.ownPrefixes(router, []);
    const outer: RouterPlace[] = placed.flatMap(({ call, visit, mount, above }) => {
      const prefixes = this.mountedUnder(router, mount, call, visit);
      const isBase = typedBase(router, mount);
      const makers = this.#makers.of(call);
      return (above.length > 0 ? above : [undefined]).flatMap((outerRouter) =>
        this.placesFrom(outerRouter, [...seen, router]).flatMap(({ prefix: path, madeBy }) =>
          prefixes.flatMap((prefix) =>
            own.map((below) => ({
              prefix: isBase && path.endsWith(prefix) ? joinRoute(path, below) : joinRoute(path, prefix, below),
              madeBy: [...madeBy, ...makers],
            })),
          ),
        ),
      );
    });
    // What is made of another router is reached where that is, unless it is put elsewhere itself.
    for (const { call, visit, mount, above } of derived)
      for (const from of above)
        if (placed.length === 0 || this.mountsOf(from).some((each) => each.mount.puts !== "result"))
          for (const { prefix: path, madeBy } of this.placesFrom(from, [...seen, router]))
            for (const prefix of this.mountedUnder(router, mount, call, visit))
              outer.push({ prefix: joinRoute(path, prefix), madeBy });
    const all = outer.filter((place, index) => outer.findIndex(({ prefix }) => prefix === place.prefix) === index);
    return all.length === 0 || all.length > MAX_PREFIXES ? own.map((prefix) => ({ prefix, madeBy: [] })) : all;
  }

  /** The prefixes that the router has wherever it is mounted: its own, below those of the router that it was made of. */
  private ownPrefixes(router: Router, seen: readonly Router[]): readonly string[] {
    const own = joinRoute(...router.prefixes);
    const derived = seen.includes(router) ? [] : this.mountsOf(router).filter(({ mount }) => mount.puts === "result");
    const all = derived.flatMap(({ call, visit, mount, above }) =>
      above.flatMap((from) =>
        this.ownPrefixes(from, [...seen, router]).flatMap((path) =>
          this.mountedUnder(router, mount, call, visit).map((prefix) => joinRoute(path, prefix, own)),
        ),
      ),
    );
    return all.length > 0 ? [...new Set(all)] : [own];
  }

  /** The routers that the plugin is registered on which shares what it puts around the router's routes. */
  sharedWith({ sharedBy }: Router): readonly Router[] {
    const passed = sharedBy ? closure(sharedBy).flatMap(({ node }) => (node as Node).passed) : [];
    return passed.flatMap(({ call }) => (this.#mounts.get(callKey(call)) ?? []).map(({ router }) => router));
  }

  /** The prefixes that a call gives the router: several where it mounts it several times. */
  private mountedUnder(router: Router, mount: Mount, call: Visit["call"], visit: Visit | undefined): readonly string[] {
    const mounting = mountingsOf(call, visit, this.#search.constants);
    const own = mounting.length < 2 ? mounting : mounting.filter(({ values }) => this.isAmong(router, values));
    const { constants } = this.#search;
    const prefixes = own.flatMap(
      ({ fact, turns }) => prefixOf(mount, { file: call.file, fact }, { visit, turns, constants }) ?? [],
    );
    return prefixes.length === 0 ? [""] : [...new Set(prefixes.flatMap((prefix) => prefix.split(PATH_SEPARATOR)))];
  }

  /** Whether one of the values is the router, or the function that receives it. */
  private isAmong({ node, receiver = node }: Router, values: readonly WrittenValue[]): boolean {
    const addresses = new Set(closure(receiver).flatMap((flow) => [...(flow.node as Node).addresses.keys()]));
    const functions = functionsIn(values).map(({ file, id }) => this.#search.values.known({ file, id }));
    return (
      functions.includes(receiver) ||
      mentionsIn(values).some(({ file, offset }) =>
        this.#search.inquiry
          .answered({ ask: "mention", file: file.path, offset })
          ?.some((reference) => reference.is === "declared" && addresses.has(addressKey(reference.at))),
      )
    );
  }

  /** The prefixes of the functions around a call that put all their routes under one. */
  groupedUnder({ file, fact }: Visit["call"]): string {
    const around = this.#groups.filter((group) => group.file === file && isInside(file, fact.function, group.function));
    // Functions are numbered in the order in which they begin.
    return joinRoute(...around.toSorted((a, b) => a.function - b.function).map(({ prefix }) => prefix));
  }

  /** The calls that put a router under others. */
  mountsOf(router: Router): readonly RouterMount[] {
    const known = this.#mountsFound.get(router) ?? this.findMounts(router);
    this.#mountsFound.set(router, known);
    return known;
  }

  private findMounts(router: Router): RouterMount[] {
    const passed = closure(router.node).flatMap(({ node }) => (node as Node).passed);
    const calls = [
      ...router.under.map((by) => ({ ...by, isPassed: false })),
      ...passed.map((by) => ({ ...by, isPassed: true })),
    ];
    return calls.flatMap(({ call, visit, isPassed }) => {
      const mention = call.fact.callee === undefined ? undefined : call.file.facts.mentions[call.fact.callee];
      const known = (this.#mounts.get(callKey(call)) ?? []).filter((mounting) => isSameVisit(mounting.visit, visit));
      const mounts =
        known.length > 0
          ? known.map(({ mount }) => mount)
          : mention
            ? this.#recogniser.mounts(router.typed, mention.name)
            : [];
      const mount = mounts.find(({ puts }) => (puts === "arguments") === isPassed);
      return mount ? [{ call, visit, mount, above: known.map((mounting) => mounting.router) }] : [];
    });
  }
}

function typedBase({ typed }: Router, { members }: Mount): boolean {
  return typed.shape.bases?.members === members;
}

function isSameVisit(one: Visit | undefined, other: Visit | undefined): boolean {
  return !one || !other || one.key === other.key;
}
