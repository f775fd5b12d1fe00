/** The OpenAPI document as the protocol has it: with places by line and character, and what operations reach. */
import { inVersion, type OpenApiVersion } from "@loopguard/engine";
import type { Description } from "./analysis/describing.js";
import type { AnalysisResult } from "./analysis/messages.js";
import { locationOf } from "./diagnostics.js";
import type { OpenApiParams, OpenApiResult, PathItem, RouteItem } from "./protocol.js";
import { DEFAULT_SETTINGS } from "./settings.js";
import { Snapshot } from "./snapshot.js";

/** What is known of the routes, as far as the settings show it. */
export interface Reached {
  readonly routes: readonly RouteItem[];
  readonly paths: readonly PathItem[];
}

/** @param uriOf the client's address of a file */
export function openApiResult(
  { document, operations, problems, apis, api, frameworks }: Description,
  { version = "3.1" }: Pick<OpenApiParams, "version">,
  { routes, paths }: Reached,
  uriOf: (file: string) => string,
): OpenApiResult {
  const blockingCalls = new Map(routes.map((route) => [placeKey(route.location), route.blockingCalls]));
  const blockingPaths = new Map<string, Pick<PathItem, "blockingCall" | "hops">[]>();
  for (const { route, blockingCall, hops } of paths) {
    const key = placeKey(route.location);
    blockingPaths.set(key, [...(blockingPaths.get(key) ?? []), { blockingCall, hops }]);
  }
  return {
    document: inVersion(document, version),
    operations: operations.map(({ operationId, method, path, handler }) => {
      const location = locationOf(handler, uriOf);
      const key = placeKey(location);
      return {
        ...{ operationId, method, path, location },
        blockingCalls: blockingCalls.get(key) ?? 0,
        blockingPaths: blockingPaths.get(key) ?? [],
      };
    }),
    problems: problems.map(({ message, location }) => ({ message, location: locationOf(location, uriOf) })),
    apis: apis.map(({ directory, name }) => ({ id: uriOf(directory), name })),
    ...(api !== undefined && { api: uriOf(api) }),
    frameworks,
  };
}

/** For hosts without settings: what is shown of blocking calls is what is shown by default. */
export function openApiOf(
  result: AnalysisResult,
  description: Description,
  version: OpenApiVersion,
  uriOf: (file: string) => string,
): OpenApiResult {
  return openApiResult(description, { version }, new Snapshot(result, () => DEFAULT_SETTINGS, uriOf), uriOf);
}

function placeKey({ uri, range }: RouteItem["location"]): string {
  return `${uri}#${String(range.start.line)}:${String(range.start.character)}`;
}
