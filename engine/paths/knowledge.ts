/** What searches know of packages and frameworks. It is built once: a search after an edit takes less time than that. */
import { createCatalogue, type Catalogue } from "../catalogue/lookup.js";
import type { CataloguePackage } from "../catalogue/row.js";
import { ShapeIndex } from "../catalogue/shapes.js";
import type { Framework } from "../entrypoints/framework.js";
import { createRecogniser, type Recogniser } from "../entrypoints/recognise.js";
import {
  calledName,
  createNamedValueRecogniser,
  type NamedValueRecogniser,
  putPlaces,
} from "../entrypoints/recognise-named-values.js";
import { createRouteSettingRecogniser, type RouteSettingRecogniser } from "../entrypoints/recognise-route-settings.js";
import { createRouterRecogniser, type RouterRecogniser } from "../entrypoints/recognise-routers.js";

export interface Knowledge {
  readonly catalogue: Catalogue;
  readonly frameworks: readonly Framework[];
  readonly recogniser: Recogniser;
  readonly routers: RouterRecogniser;
  readonly routeSettings: RouteSettingRecogniser;
  readonly namedValues: NamedValueRecogniser;
  /** The frameworks whose routes are procedures. */
  readonly procedures: ShapeIndex<Framework>;
  /** Every module that is spoken of, files of the project among them. */
  readonly modules: ReadonlySet<string>;
  /** Names that are looked for in every call of every file, whatever leads to it. */
  readonly calledNames: ReadonlySet<string>;
}

/** @param frameworks those that count first where several describe the same, first */
export function createKnowledge(packages: readonly CataloguePackage[], frameworks: readonly Framework[]): Knowledge {
  const catalogue = createCatalogue(packages);
  const known = {
    catalogue,
    frameworks,
    recogniser: createRecogniser(frameworks),
    routers: createRouterRecogniser(frameworks),
    routeSettings: createRouteSettingRecogniser(frameworks),
    namedValues: createNamedValueRecogniser(frameworks),
    procedures: new ShapeIndex(frameworks.filter(({ procedures }) => procedures)),
    modules: new Set([...catalogue.modules, ...frameworks.flatMap(({ modules }) => modules)]),
  };
  return { ...known, calledNames: calledNamesIn(known) };
}

function calledNamesIn({
  frameworks,
  modules,
  routers,
  routeSettings,
}: Omit<Knowledge, "calledNames">): ReadonlySet<string> {
  return new Set([
    ...routers.makers,
    ...routers.registering,
    ...routeSettings.members,
    ...routeSettings.makers.flatMap(({ from, member }) => [from, member]),
    ...putPlaces(frameworks, modules).flatMap((place) => calledName(place) ?? []),
    ...frameworks.flatMap(({ workerMarkers = [], pageStarts = [], handedOut, placeTests = {}, registrations = [] }) => [
      ...workerMarkers,
      ...pageStarts,
      ...(handedOut?.globals ?? []),
      ...Object.keys(placeTests),
      ...registrations.flatMap(({ effect, members }) =>
        effect === "offload" ? members.map((member) => member.replace(/^new /u, "")) : [],
      ),
    ]),
  ]);
}
