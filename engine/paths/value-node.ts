/** A value while the search looks for what becomes of it, and how it came to a place. */
import type { CatalogueMatch } from "../catalogue/lookup.js";
import type { ExternalReference } from "../catalogue/shapes.js";
import type { FunctionId, MentionId } from "../facts/facts.js";
import type { Step } from "../reference.js";
import type { Confidence } from "../rules/finding.js";
import type { Memo, SourceFile, ValueNode, Visit } from "./graph.js";

/** A value node while it is being explored. */
export interface Node extends ValueNode {
  /** What a mention must stand for to be this value, or to hold it after further steps. */
  readonly addresses: Map<string, { readonly steps: readonly Step[]; readonly confidence: Confidence }[]>;
  readonly match?: CatalogueMatch;
  readonly isAccessor?: boolean;
  /** The value of a class, whose construction runs its constructor. */
  readonly isClass?: boolean;
  /** The function's id in its file, when it is a method or a function in an object literal. */
  readonly method?: FunctionId | undefined;
  /** A property whose value only holds the value in question. */
  readonly isContainer?: boolean;
  /** What is said of an interface's member counts for whatever implements it. */
  readonly isContract?: boolean;
  /** Where the value first stands, for `export default` names. */
  readonly home?: SourceFile;
  readonly visit?: Visit | undefined;
  readonly lookups: Set<string>;
  /** The types of the parameters that registrations call the value with, by index. */
  readonly parameterTypes: ((index: number) => ExternalReference | undefined)[];
  /** Members accessed on the value, and calls that it is passed to: what is done with a router. */
  readonly accesses: { readonly file: SourceFile; readonly member: MentionId; readonly visit: Visit | undefined }[];
  readonly passed: { readonly call: Visit["call"]; readonly visit: Visit | undefined }[];
  pending: number;
}

/** How a value came to a place. */
export interface Hop {
  readonly confidence: Confidence;
  readonly memo: Memo;
  /** Whose call the place is looked at for. */
  readonly visit?: Visit | undefined;
}

export const CERTAIN: Hop = { confidence: "definite", memo: "none" };
