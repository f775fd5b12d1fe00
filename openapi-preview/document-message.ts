/** What the page is told of a document. */
import type { OpenApiResult } from "loopguard-language-server/protocol";
import type { DocumentMessage, ToPage } from "./messages.js";

export interface HostAbilities extends Pick<DocumentMessage, "server" | "can"> {
  /** A place as a person reads it: `src/users.ts:12`. */
  readonly placeOf: (location: OpenApiResult["operations"][number]["location"]) => string;
}

export function messageOf(result: OpenApiResult, { server, can, placeOf }: HostAbilities): ToPage {
  const { document, operations, apis, api, frameworks } = result;
  if (operations.length === 0) return { type: "empty", frameworks, documentation: DOCUMENTATION };
  return {
    ...{ type: "document", document, apis, server, can },
    ...(api !== undefined && { api }),
    operations: operations.map(({ operationId, method, path, location, blockingPaths }) => ({
      ...{ operationId, method, path, tags: tagsOf(document, method, path) },
      place: placeOf(location),
      blockingPaths: blockingPaths.map(({ blockingCall, hops }) => ({
        message: blockingCall.message,
        hops: hops.map((hop) => ({ name: hop.name, place: placeOf(hop.location) })),
      })),
    })),
  };
}

function tagsOf({ paths }: OpenApiResult["document"], method: string, path: string): readonly string[] {
  const item = paths[path] as Readonly<Record<string, { readonly tags?: readonly string[] }>> | undefined;
  return item?.[method]?.tags ?? [];
}

const DOCUMENTATION = "https://github.com/loopguard/loopguard/blob/main/docs/openapi.md";
