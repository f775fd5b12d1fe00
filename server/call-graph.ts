/** Blocking paths as a graph of functions and calls: what is at a place, who calls it, and what it leads to. */
import type { BlockingPath, Finding, Location } from "@loopguard/engine";
import type { FunctionOutline, FunctionOutlines } from "./analysis/functions.js";

/** A function on some blocking path, a blocking call, or an entry point that the loop calls. */
export type GraphNode =
  | { readonly is: "function"; readonly key: string; readonly name: string; readonly outline: FunctionOutline }
  | { readonly is: "blocking-call"; readonly key: string; readonly name: string; readonly finding: Finding }
  | { readonly is: "entry-point"; readonly key: string; readonly name: string; readonly location: Location };

export interface GraphEdge {
  readonly caller: GraphNode;
  readonly callee: GraphNode;
  /** The call, or for an entry point the function that is registered. */
  readonly site: Location;
}

/** A path, with the finding that it belongs to. */
export interface FindingPath {
  readonly finding: Finding;
  readonly path: BlockingPath;
}

/** What there is at a position. */
export interface Place {
  readonly node: GraphNode;
  /** The range that stands for it there: a name, a call. */
  readonly location: Location;
  readonly paths: readonly FindingPath[];
}

export class CallGraph {
  readonly #outlines: FunctionOutlines;
  readonly #nodes = new Map<string, GraphNode>();
  readonly #edges = new Map<string, GraphEdge>();
  /** By key of the node: the paths that it is on. */
  readonly #paths = new Map<string, FindingPath[]>();

  /** @param findings those that are shown */
  constructor(findings: readonly Finding[], outlines: FunctionOutlines) {
    this.#outlines = outlines;
    for (const finding of findings) {
      const blocking = this.blockingCall(finding);
      if (finding.paths.length === 0) this.#paths.set(blocking.key, []);
      for (const path of finding.paths) this.add(finding, path);
    }
  }

  node(key: string): GraphNode | undefined {
    return this.#nodes.get(key);
  }

  callersOf(key: string): readonly GraphEdge[] {
    return [...this.#edges.values()].filter(({ callee }) => callee.key === key);
  }

  calleesOf(key: string): readonly GraphEdge[] {
    return [...this.#edges.values()].filter(({ caller }) => caller.key === key);
  }

  pathsThrough(key: string): readonly FindingPath[] {
    return this.#paths.get(key) ?? [];
  }

  /**
   * The blocking call, the call on the way to one, or the function at a position; the innermost of several.
   *
   * @param line from 1
   * @param column from 1
   */
  at(file: string, line: number, column: number): Place | undefined {
    const places = [...this.#nodes.values(), ...this.#edges.values()].flatMap((each): Place[] => {
      const [node, location] = "caller" in each ? [each.callee, each.site] : [each, placeOf(each)];
      if (node.is === "entry-point" || ("caller" in each && each.caller.is === "entry-point")) return [];
      const isHere = location.file === file && contains(location, line, column);
      return isHere ? [{ node, location, paths: this.pathsAt(each, node) }] : [];
    });
    return places.reduce<Place | undefined>(
      (best, place) => (best && size(best.location) <= size(place.location) ? best : place),
      undefined,
    );
  }

  /** A call is waited on by fewer than the function that it enters. */
  private pathsAt(each: GraphNode | GraphEdge, node: GraphNode): readonly FindingPath[] {
    const paths = this.pathsThrough(node.key);
    if (!("caller" in each)) return paths;
    return paths.filter(({ path }) => path.hops.some(({ location }) => isSame(location, each.site)));
  }

  private add(finding: Finding, path: BlockingPath): void {
    const { entryPoint, hops } = path;
    const sites = hops.map(({ location }) => location).filter((location) => !isSame(location, entryPoint.location));
    const entry = this.enter({
      is: "entry-point",
      key: `entry ${entryPoint.label} ${entryPoint.location.file}:${entryPoint.location.start}`,
      name: entryPoint.label,
      location: entryPoint.location,
    });
    const entered = sites.map((site) => this.functionAround(site, entryPoint.location, entryPoint.label));
    const nodes = [entry, ...entered, this.blockingCall(finding)].filter((node) => node !== undefined);
    for (const node of new Set(nodes)) {
      this.#paths.set(node.key, [...(this.#paths.get(node.key) ?? []), { finding, path }]);
    }
    if (entered[0]) this.edge({ caller: entry, callee: entered[0], site: entryPoint.location });
    for (const [index, site] of sites.entries()) {
      const caller = entered[index] ?? entry;
      const callee = index === sites.length - 1 ? this.blockingCall(finding) : entered[index + 1];
      if (callee) this.edge({ caller, callee, site });
    }
  }

  private blockingCall(finding: Finding): GraphNode {
    const { file, start } = finding.location;
    return this.enter({ is: "blocking-call", key: `call ${file}:${start}`, name: finding.callee, finding });
  }

  /** The function that makes a call: the innermost that has a name or is registered. Its callbacks belong to it. */
  private functionAround(site: Location, registered: Location, label: string): GraphNode | undefined {
    const around = (this.#outlines[site.file] ?? []).filter(
      ({ location }) => location.start <= site.start && site.end <= location.end,
    );
    const outline = around.findLast(
      (each) => each.name !== undefined || (each.location.file === registered.file && isWithin(registered, each)),
    );
    if (!outline) return undefined;
    const { name = label, location } = outline;
    return this.enter({ is: "function", key: `function ${location.file}:${location.start}`, name, outline });
  }

  private enter(node: GraphNode): GraphNode {
    const known = this.#nodes.get(node.key) ?? node;
    this.#nodes.set(node.key, known);
    return known;
  }

  private edge(edge: GraphEdge): void {
    this.#edges.set(`${edge.caller.key}\0${edge.callee.key}\0${edge.site.file}:${edge.site.start}`, edge);
  }
}

/** Where a node is written. */
export function placeOf(node: GraphNode): Location {
  if (node.is === "function") return node.outline.nameLocation;
  return node.is === "blocking-call" ? node.finding.location : node.location;
}

function isWithin({ start }: Location, { location, nameLocation }: FunctionOutline): boolean {
  return start === location.start || start === nameLocation.start;
}

function isSame(a: Location, b: Location): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

function contains({ line, column, endLine, endColumn }: Location, atLine: number, atColumn: number): boolean {
  const isAfterStart = atLine > line || (atLine === line && atColumn >= column);
  return isAfterStart && (atLine < endLine || (atLine === endLine && atColumn <= endColumn));
}

function size({ start, end }: Location): number {
  return end - start;
}
