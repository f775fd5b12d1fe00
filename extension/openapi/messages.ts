/** What the preview's page and the extension say to each other. */
import type { OpenApiOperationItem, OpenApiResult } from "loopguard-language-server/protocol";

export type OperationPlace = Pick<OpenApiOperationItem, "method" | "path">;

export type ToPage =
  | {
      readonly type: "document";
      readonly document: OpenApiResult["document"];
      readonly operations: readonly (OperationPlace & Pick<OpenApiOperationItem, "blockingCalls">)[];
    }
  /** The cursor is in the operation's handler. */
  | { readonly type: "reveal"; readonly operationId: string }
  /** There is no document yet, or none any more: a sentence says why. */
  | { readonly type: "message"; readonly text: string };

export type FromPage =
  /** The page listens. */
  | { readonly type: "ready" }
  /** Show the operation's handler. */
  | { readonly type: "open"; readonly operation: OperationPlace };
