/** Recognises routers: what makes one, and what a member of one does with routes. */
import { ShapeIndex, parsePath, type ExternalReference } from "../catalogue/shapes.js";
import { CALLED, CONSTRUCTED, ELEMENT } from "../reference.js";
import type { Framework, Mount, RouterShape, Surround } from "./framework.js";

/** A type whose instances are routers. */
export interface RouterType {
  readonly framework: Framework;
  readonly shape: RouterShape;
  readonly type: string;
}

export interface RouterRecogniser {
  /** Modules whose exports make routers. */
  readonly modules: ReadonlySet<string>;
  /** Names that make them, other than the module itself: `Router`, `Hono`. */
  readonly makers: ReadonlySet<string>;
  /** Members that register routes on a router. */
  readonly registering: ReadonlySet<string>;
  /** Those of them that are given an object that describes the route. */
  readonly describing: ReadonlySet<string>;
  /** Exports that give back the description of a route that they are given. */
  readonly describers: ReadonlySet<string>;
  /** The type of router that a reference stands for. */
  typeOf(reference: ExternalReference): RouterType | undefined;
  /** The member of a router, as a reference. */
  memberOf(router: RouterType, member: string): ExternalReference;
  /** What the member does with routes. */
  mounts(router: RouterType, member: string): readonly Mount[];
  /** What the member puts around routes. */
  surrounds(router: RouterType, member: string): readonly Surround[];
  /** Members that functions call on the router that they are handed, and that hand it on, of the frameworks that are among the modules. */
  handing(modules: ReadonlySet<string>): ReadonlySet<string>;
}

export function createRouterRecogniser(frameworks: readonly Framework[]): RouterRecogniser {
  const withRouters = frameworks.filter(({ routers = [] }) => routers.length > 0);
  const index = new ShapeIndex(withRouters);
  const makers = withRouters.flatMap(({ types = {}, routers = [] }) =>
    routers.flatMap((shape) => shape.types.flatMap((type) => (types[type]?.origins ?? []).flatMap(makerName))),
  );
  const routes = withRouters.flatMap(({ registrations = [] }) =>
    registrations.filter(({ on, kind }) => on && kind === "http"),
  );
  return {
    modules: new Set(withRouters.flatMap(({ modules }) => modules)),
    makers: new Set(makers),
    registering: new Set([...routes.flatMap(membersOf), ELEMENT]),
    describing: new Set(routes.filter(({ path }) => String(path).startsWith("0.")).flatMap(membersOf)),
    describers: new Set(
      withRouters.flatMap(({ routers = [] }) => routers.flatMap(({ describers = [] }) => describers)),
    ),
    typeOf(reference) {
      for (const { shape: framework, type, steps } of index.read(reference)) {
        const shape =
          type !== undefined && steps.length === 0
            ? framework.routers?.find(({ types }) => types.includes(type))
            : undefined;
        if (shape && type !== undefined) return { framework, shape, type };
      }
      return undefined;
    },
    memberOf: ({ framework, type }, member) => ({
      is: "external",
      module: framework.modules[0] ?? "",
      steps: [type, member],
      byType: true,
    }),
    mounts: ({ shape }, member) => (shape.mounts ?? []).filter(({ members }) => members.includes(member)),
    surrounds: ({ shape }, member) => (shape.surrounds ?? []).filter(({ members }) => members.includes(member)),
    handing: (imported) => {
      const shapes = withRouters
        .filter(({ modules }) => modules.some((module) => imported.has(module)))
        .flatMap(({ routers = [] }) => routers);
      return new Set([
        ...shapes.flatMap(({ mounts = [] }) => mounts.filter(({ puts }) => puts === "callback").flatMap(membersOf)),
        ...shapes.flatMap(({ surrounds = [], sharers }) => (sharers ? surrounds.flatMap(membersOf) : [])),
      ]);
    },
  };
}

function membersOf({ members }: { readonly members: readonly string[] }): readonly string[] {
  return members;
}

/** `new Router` and `Router()` give `Router`; members of instances and the module itself give nothing. */
function makerName(origin: string): string[] {
  const [name, ...others] = parsePath(origin);
  const isMaker = name !== undefined && name !== CALLED && name !== CONSTRUCTED && others.length === 1;
  return isMaker ? [name] : [];
}
