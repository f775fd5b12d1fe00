/** What a document of an API asks of a front end about the code of handlers: requests and answers are plain JSON. */
import type { Span } from "./facts/facts.js";

export type HandlerRequest =
  /** A function, with the functions inside it. */
  | { readonly read: "function"; readonly file: string; readonly function: Span }
  /** A class: what its instances hold. */
  | { readonly read: "class"; readonly file: string; readonly class: Span }
  /** A call; `call` may begin at the called member's name. */
  | { readonly read: "call"; readonly file: string; readonly call: Span };

export interface HandlerAnswer {
  /** Of the function. */
  readonly parameters: readonly ReadParameter[];
  /** The function has type parameters, which its calls tell. */
  readonly isGeneric?: boolean;
  /** Of the method, and of its class. */
  readonly decorators: readonly ReadDecorator[];
  readonly classDecorators: readonly ReadDecorator[];
  /** The class of the method. */
  readonly owner?: Span;
  /** Everything that is done with names, in order of the source. Of a call: the call itself, and what its arguments do. */
  readonly uses: readonly Use[];
  /** What the function returns, and those inside it: a value for each branch. */
  readonly returns: readonly Returned[];
  readonly comment?: ReadComment;
  /** Of a class. */
  readonly class?: ReadClass;
}

export interface ReadClass {
  readonly name?: string;
  /** What it extends. */
  readonly base?: Written;
  readonly decorators: readonly ReadDecorator[];
  /** Where its constructor begins, as the roots of chains have it; absent where it has none. */
  readonly constructedBy?: number;
  /** Of the constructor. */
  readonly parameters: readonly { readonly default?: Written }[];
  /** What the constructor hands to that of the base. */
  readonly superArguments: readonly Written[];
  /** Fields, and what the constructor sets; of several with a name the last counts. */
  readonly properties: readonly { readonly name: string; readonly value: Written }[];
}

export interface ReadParameter {
  readonly name?: string;
  readonly isOptional?: boolean;
  /** What it is where nothing is given. */
  readonly default?: Written;
  /** It has a declared type. */
  readonly isTyped?: boolean;
  readonly decorators: readonly ReadDecorator[];
}

export interface ReadDecorator {
  readonly name: string;
  /** What the name is a member of: `EncryptedRoute` of `@EncryptedRoute.Get()`. */
  readonly owner?: string;
  /** Of the name. */
  readonly offset: number;
  readonly arguments: readonly Written[];
  /** The call, where it has arguments that are types. */
  readonly typed?: Span;
}

/** What a documentation comment says. */
export interface ReadComment {
  readonly text: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

/** A value as it is written. Parentheses, casts and `await` are seen through; variables are, as far as they are constant. */
export type Written = { readonly span: Span } & (
  | { readonly is: "literal"; readonly value: string | number | boolean | null }
  | {
      readonly is: "object";
      readonly properties: readonly { readonly name: string; readonly value: Written }[];
      /** It has more properties than these. */
      readonly isOpen?: boolean;
    }
  | { readonly is: "array"; readonly elements: readonly Written[] }
  | { readonly is: "function"; readonly function: Span }
  /** A regular expression. */
  | { readonly is: "pattern"; readonly source: string }
  | { readonly is: "chain"; readonly chain: Chain }
  /** One or the other: `isNew ? 201 : 200`, `name ?? "world"`. */
  | { readonly is: "either"; readonly values: readonly Written[] }
  | { readonly is: "other" }
);

/** A name, and what is done with it: `res.status(404).json(user)`. */
export interface Chain {
  readonly root: Root;
  readonly steps: readonly ChainStep[];
}

export type Root =
  /** A parameter of the function that begins at the offset; or what the `catch` clause takes that begins there. */
  | { readonly is: "parameter"; readonly function: number; readonly index: number }
  /** Any other name, or `this`. */
  | { readonly is: "name"; readonly name: string; readonly offset: number }
  /** A regular expression. */
  | { readonly is: "pattern"; readonly source: string }
  | { readonly is: "other" };

export type ChainStep =
  | { readonly do: "member"; readonly name: string; readonly offset: number }
  | {
      readonly do: "call";
      readonly arguments: readonly Written[];
      readonly isNew?: boolean;
      readonly typeArguments: readonly Span[];
      /** From the root to the closing parenthesis. */
      readonly span: Span;
    };

/** A chain that is part of no longer one. */
export interface Use {
  readonly chain: Chain;
  readonly span: Span;
  /** The innermost block, case or function body around it. */
  readonly block: Span;
  /** The function around it. */
  readonly function: Span;
  /** What is assigned to it: `ctx.body = user`. */
  readonly assigned?: Written;
  /** A default stands in where it is undefined: `{ page = 1 }`, `query.page ?? 1`. */
  readonly default?: Written;
  /** The expression whose type says what it is taken for: a cast, or the variable of a declared type that it initialises. */
  readonly typed?: Span;
  /** What it is compared with for equality, or by the cases of a `switch`. */
  readonly compared?: readonly Written[];
  /** It is thrown. */
  readonly isThrown?: boolean;
  /** The innermost `catch` clause around it. */
  readonly caught?: Span;
  /** The `catch` clauses of its function that take what it throws, the innermost first. */
  readonly tried?: readonly Span[];
  /** What must hold for it to run, by the branches around it in its function: each of them, one way or another. */
  readonly when?: readonly (readonly Test[])[];
}

export type Test =
  /** The chain equals one of the values. */
  | { readonly is: "equal"; readonly chain: Chain; readonly values: readonly Written[] }
  /** The chain is an instance of the class. */
  | { readonly is: "instance"; readonly chain: Chain; readonly class: Written }
  /** Something else about the chain: what a call is given first, or the value itself. */
  | { readonly is: "other"; readonly chain?: Chain; readonly call?: Chain };

export interface Returned {
  readonly value: Written;
  /** The function that returns it. */
  readonly function: Span;
}

export interface HandlerReader {
  /** Answers in the order of the requests; empty ones for what is not there. Never throws. */
  read(requests: readonly HandlerRequest[]): readonly HandlerAnswer[];
}
