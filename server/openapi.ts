/** The OpenAPI document as the protocol has it: with places by line and character, and what operations reach. */
import { type ApiDocument, inVersion } from "@loopguard/engine";
import type { OpenApiParams, OpenApiResult, RouteItem } from "./protocol.js";
import { locationOf } from "./diagnostics.js";

/**
 * @param routes the workspace's, with the number of blocking calls that they reach
 * @param uriOf the client's address of a file
 */
export function openApiResult(
  { document, operations, problems }: ApiDocument,
  { version = "3.1" }: OpenApiParams,
  routes: readonly RouteItem[],
  uriOf: (file: string) => string,
): OpenApiResult {
  const blockingCalls = new Map(routes.map((route) => [placeKey(route.location), route.blockingCalls]));
  return {
    document: inVersion(document, version),
    operations: operations.map(({ operationId, method, path, handler }) => {
      const location = locationOf(handler, uriOf);
      return { operationId, method, path, location, blockingCalls: blockingCalls.get(placeKey(location)) ?? 0 };
    }),
    problems: problems.map(({ message, location }) => ({ message, location: locationOf(location, uriOf) })),
  };
}

function placeKey({ uri, range }: RouteItem["location"]): string {
  return `${uri}#${String(range.start.line)}:${String(range.start.character)}`;
}
