/** What fixes ask of a front end, which alone knows a language's syntax: requests and answers are plain JSON. */
import type { Twin } from "./catalogue/row.js";
import type { Span, TagName } from "./facts/facts.js";

/** Text that takes the place of other text. Offsets are UTF-16 code units. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** Make a call wait for its asynchronous twin, in a function that is asynchronous already. */
export interface AwaitTwin {
  readonly rewrite: "await-twin";
  readonly call: Span;
  /** The call's row in the catalogue, and what to use instead. */
  readonly module: string;
  readonly member: string;
  readonly twin: Twin;
}

/** Say something about the function around a place, in its documentation comment. */
export interface TagFunction {
  readonly rewrite: "tag-function";
  readonly around: Span;
  readonly tag: TagName;
}

export type Rewrite = AwaitTwin | TagFunction;

/** Everything that is to change in one file, so that its imports are changed once. */
export interface FileRewrite {
  readonly file: string;
  readonly rewrites: readonly Rewrite[];
}

export type Rewritten =
  /** In order, without overlaps. */
  | { readonly is: "edits"; readonly edits: readonly TextEdit[] }
  /** A sentence for a person: why it cannot be done there, or would change what the code means. */
  | { readonly is: "refused"; readonly reason: string };

export interface Rewriter {
  /** Answers in the order of the requests. Never throws. */
  rewrite(requests: readonly FileRewrite[]): readonly Rewritten[];
}
