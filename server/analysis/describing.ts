/** The OpenAPI document as the analysis thread makes it, of what it analysed last. */
import {
  type ApiDocument,
  type Api,
  apisOf,
  dispatchedRoutes,
  documentedFrameworks,
  openApiDocument,
  packageInfo,
  type ProjectHost,
} from "@loopguard/engine";
import type { Analysed } from "./fixing.js";

export interface Description extends ApiDocument {
  readonly apis: readonly Pick<Api, "directory" | "name">[];
  /** The directory of the one that the document is of; absent when it is of all. */
  readonly api?: string;
  /** Whose handlers are read. */
  readonly frameworks: readonly string[];
}

/**
 * @param roots the directories that are analysed
 * @param wanted the directory of the API to describe; all together where it is absent, or has no routes
 */
export function describe(
  { project, analysis }: Analysed,
  host: Pick<ProjectHost, "readFile">,
  roots: readonly string[],
  wanted: string | undefined,
): Description {
  const routes = [...analysis.routes, ...dispatchedRoutes(project)];
  const apis = apisOf(routes, host, roots);
  const one = apis.find(({ directory }) => directory === wanted);
  const info = packageInfo(host, one?.directory ?? roots[0] ?? "");
  return {
    ...openApiDocument(project, one?.routes ?? routes, { info }),
    apis: apis.map(({ directory, name }) => ({ directory, name })),
    ...(one && { api: one.directory }),
    frameworks: documentedFrameworks,
  };
}
