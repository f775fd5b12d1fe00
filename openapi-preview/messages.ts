/** What the preview's page and its host, an editor or a server, say to each other. */
import type { OpenApiPackage, OpenApiResult } from "loopguard-language-server/protocol";

export type ToPage =
  | DocumentMessage
  /** The cursor is in the operation's handler; in none where it is absent. */
  | { readonly type: "reveal"; readonly operationId?: string }
  /** There is not one route. */
  | {
      readonly type: "empty";
      /** Whose routes would appear. */
      readonly frameworks: readonly string[];
      /** An address. */
      readonly documentation: string;
    }
  /** There is no document yet, or none any more: a sentence says why. */
  | { readonly type: "message"; readonly text: string }
  | { readonly type: "answer"; readonly id: number; readonly answer: Answer };

export interface DocumentMessage {
  readonly type: "document";
  readonly document: OpenApiResult["document"];
  readonly operations: readonly ShownOperation[];
  readonly apis: readonly OpenApiPackage[];
  /** The one that is shown; absent when it is all of them. */
  readonly api?: string;
  /** The address that requests are sent to. */
  readonly server: string;
  /** What the host can do. */
  readonly can: {
    /** Show source code. */
    readonly open: boolean;
    /** Let a person change the address that requests are sent to. */
    readonly configure: boolean;
  };
}

export interface ShownOperation {
  readonly operationId: string;
  /** In small letters. */
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  /** Where its handler is, for a person: `src/users.ts:12`. */
  readonly place: string;
  readonly blockingPaths: readonly ShownPath[];
}

export interface ShownPath {
  /** What blocks, how long, who waits, what to do. */
  readonly message: string;
  /** From the handler to the blocking call. */
  readonly hops: readonly { readonly name: string; readonly place: string }[];
}

export type FromPage =
  /** The page listens. */
  | { readonly type: "ready"; readonly api?: string }
  /** Show the operation's handler, or a hop of one of its blocking paths. */
  | {
      readonly type: "open";
      readonly operationId: string;
      readonly hop?: { readonly path: number; readonly hop: number };
    }
  /** Show another API; all where it is absent. */
  | { readonly type: "choose"; readonly api?: string }
  /** Let the person change the address that requests are sent to. */
  | { readonly type: "configure" }
  | { readonly type: "send"; readonly id: number; readonly request: TriedRequest };

/** A request as a person filled it in. */
export interface TriedRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In base64. */
  readonly body?: string;
}

export type Answer =
  | {
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
      /** In base64. */
      readonly body: string;
    }
  /** A sentence: why there is no answer. */
  | { readonly error: string };
