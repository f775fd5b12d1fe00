/** What a mention stands for, as the oracle answers it: plain data that any front end can produce. */

/** A step from one value to the next: a member's name, `()` for the result of a call, `new` for an instance. */
export type Step = string;

export const CALLED: Step = "()";
export const CONSTRUCTED: Step = "new";
/** The element of a collection, whatever its key. */
export const ELEMENT: Step = "[]";
/** What an object keeps to run it when a member of the object is called: a schema's refinements. */
export const HELD: Step = "{}";

/** A place in the project's own source that declares something: the offset of the declaring name. */
export interface Address {
  readonly file: string;
  readonly offset: number;
}

export type Reference =
  /** Something declared in the project's own source; `steps` lead on from it where types ended. */
  | { readonly is: "declared"; readonly at: Address; readonly steps: readonly Step[]; readonly isUncertain?: boolean }
  /**
   * Something from outside: `node:fs` `["readFileSync"]`, `express` `["default", "()", "get"]`,
   * `better-sqlite3` `["Statement", "get"]`. Globals and the language's own library are of module `global`.
   * `byType` says that the first step names a declared type and the value is an instance of it.
   */
  | { readonly is: "external"; readonly module: string; readonly steps: readonly Step[]; readonly byType?: boolean }
  | { readonly is: "unresolved"; readonly why: UnresolvedReason };

export type UnresolvedReason =
  | "untyped-receiver"
  | "dynamic-member"
  | "unknown-name"
  | "unreadable-file"
  | "no-program"
  | "checker-failed"
  | "common-name";

export type Question =
  /**
   * What does the name stand for? Import and export aliases are seen through, to the declaration that
   * holds the value; the holder itself (a variable, a property, a parameter) is not looked into.
   */
  | { readonly ask: "mention"; readonly file: string; readonly offset: number }
  /** What value does the name have? As `mention`, and through initialisers, assignments and returns as far as they can be read. */
  | { readonly ask: "value"; readonly file: string; readonly offset: number }
  /** Which base-class, interface or contextual-type members does the member declared here stand in for? */
  | { readonly ask: "overridden"; readonly at: Address };

/** All the things it can be; several where the type is a union. Never empty: `unresolved` says why. */
export type Answer = readonly Reference[];

export interface Oracle {
  /** Answers in the order of the questions. Asked in batches: one round trip per call. Never throws. */
  ask(questions: readonly Question[]): readonly Answer[];
}
