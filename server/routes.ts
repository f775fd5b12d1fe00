/** Findings seen from the other end: routes and other entry points, each with the blocking calls it reaches. */
import type { BlockingPath, Finding, Location as EngineLocation, Route } from "@loopguard/engine";
import { documentationOf, locationOf } from "./diagnostics.js";
import type { BlockingCallItem, PathItem, RouteItem } from "./protocol.js";

export interface Routes {
  readonly items: readonly RouteItem[];
  readonly paths: readonly RoutePath[];
}

/** A path as the protocol says it, with the finding that it comes from. */
export interface RoutePath {
  readonly item: PathItem;
  readonly path: BlockingPath;
  readonly finding: Finding;
}

/**
 * @param findings those that the settings show
 * @param routes all HTTP routes, whatever they reach
 */
export function routesOf(
  findings: readonly Finding[],
  routes: readonly Route[],
  uriOf: (file: string) => string,
): Routes {
  const paths = findings.flatMap((finding) => {
    const blockingCall = blockingCallOf(finding, uriOf);
    return finding.paths.map((path): RoutePath => ({ item: pathItemOf(path, blockingCall, uriOf), path, finding }));
  });
  const byRoute = new Map<string, RoutePath[]>();
  for (const path of paths) byRoute.set(path.item.route.id, [...(byRoute.get(path.item.route.id) ?? []), path]);
  const items = [...byRoute.values()].flatMap((reaching): RouteItem[] => {
    const [first] = reaching;
    if (!first) return [];
    const worstTier = reaching.reduce<0 | 1 | 2 | 3>((worst, { finding }) => maxTier(worst, finding.cost.tier), 0);
    return [{ ...first.item.route, blockingCalls: new Set(reaching.map(({ finding }) => finding)).size, worstTier }];
  });
  const others = new Map(
    routes.flatMap((route): [string, RouteItem][] => {
      const label = `${route.method} ${route.path}`;
      const id = routeId(label, route.location);
      const location = locationOf(route.location, uriOf);
      return byRoute.has(id) ? [] : [[id, { id, label, kind: "http", location, blockingCalls: 0 }]];
    }),
  );
  items.push(...others.values());
  return { items: items.sort((a, b) => compareText(a.label, b.label) || compareText(a.id, b.id)), paths };
}

function blockingCallOf(finding: Finding, uriOf: (file: string) => string): BlockingCallItem {
  const { rule, kind, callee, message, cost } = finding;
  return {
    ...{ rule, kind, callee, message, tier: cost.tier },
    ...(cost.ms !== undefined && { milliseconds: cost.ms }),
    location: locationOf(finding.location, uriOf),
    documentation: documentationOf(rule),
  };
}

function pathItemOf(path: BlockingPath, blockingCall: BlockingCallItem, uriOf: (file: string) => string): PathItem {
  const { entryPoint, hops, confidence } = path;
  const { label, kind } = entryPoint;
  return {
    route: { id: routeId(label, entryPoint.location), label, kind, location: locationOf(entryPoint.location, uriOf) },
    blockingCall,
    hops: hops.map(({ name, location }) => ({ name, location: locationOf(location, uriOf) })),
    confidence,
  };
}

function routeId(label: string, { file, start }: EngineLocation): string {
  return `${label} ${file}:${start}`;
}

function maxTier(a: 0 | 1 | 2 | 3, b: 0 | 1 | 2 | 3): 0 | 1 | 2 | 3 {
  return a >= b ? a : b;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
