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
  /** The call gives a promise already, and does its work on the loop all the same. */
  readonly isPromise?: boolean;
}

/** Say something about the function around a place, in its documentation comment. */
export interface TagFunction {
  readonly rewrite: "tag-function";
  readonly around: Span;
  readonly tag: TagName;
}

/** Make a function asynchronous: its keyword, and its declared return type. */
export interface MakeAsynchronous {
  readonly rewrite: "make-asynchronous";
  readonly function: Span;
}

/** Let a declaration without a body say that it returns a promise. */
export interface PromiseResult {
  readonly rewrite: "promise-result";
  readonly declaration: Span;
}

/** Make a call wait for its result. */
export interface AwaitCall {
  readonly rewrite: "await-call";
  readonly call: Span;
  /** It is a method of an array whose callback becomes asynchronous: the results are waited for all together. */
  readonly isGathered?: boolean;
}

/** Let a thread of a worker pool do what a call does, or the whole function around it where that only computes. */
export interface OffloadCall {
  readonly rewrite: "offload-call";
  readonly call: Span;
  /** The package of the pool, for the manifest. */
  readonly pool: { readonly module: string; readonly range: string };
  /** Packages that put files together, and those that run sources without building them: for what a person has to see to. */
  readonly bundlers: readonly string[];
  readonly runners: readonly string[];
  /** Modules whose functions compute, and do nothing else. */
  readonly computing: readonly string[];
  /** Modules that throw what only looks like an error, which structured cloning does not bring to another thread. */
  readonly throwingObjects: readonly string[];
  /** What the call gives is plain data, even where its type does not say so. */
  readonly isPlainData: boolean;
  /** The first so many arguments are plain data, even where their types do not say so. */
  readonly plainArguments: number;
  /** One of its options says what the call gives. */
  readonly resultByOption?: ResultByOption;
  /** The call runs a statement of a database, which each thread can open for itself. */
  readonly database?: SharedDatabase;
}

/** An option of a function, with the values that make it give a Buffer, and those that make it give other plain data. */
export interface ResultByOption {
  /** Index of the argument that the option is a property of. */
  readonly argument: number;
  readonly option: string;
  readonly buffer: readonly string[];
  readonly plain: readonly string[];
}

/** A kind of database that lies in a file, and what makes one connection to it differ from another. */
export interface SharedDatabase {
  /** Those that open it by what they export by default. */
  readonly modules: readonly string[];
  /** The method that makes a statement of a text. */
  readonly prepares: string;
  /** Methods that are given statements as texts. */
  readonly executes: readonly string[];
  /** Methods by which a connection is set up, which any other can be as well. */
  readonly settings: readonly string[];
  /** Methods that give a connection something of this thread. */
  readonly additions: readonly string[];
  readonly writes: readonly string[];
  /** Names of files that stand for a database that nobody else can open. */
  readonly inMemory: readonly string[];
}

/** Make a constant of the module of what a function builds the same each time. */
export interface Hoist {
  readonly rewrite: "hoist";
  /** The call, or the `new`. */
  readonly call: Span;
  /** What is built: `a schema`. */
  readonly builds: string;
}

/** Let others run between the rounds of a loop. */
export interface YieldInLoop {
  readonly rewrite: "yield-in-loop";
  /** The loop, or what it does in each round. */
  readonly within: Span;
  /** How many rounds may go by: where what they do is the work, and where the work is that they are many. */
  readonly rounds: { readonly ofWork: number; readonly ofLoop: number };
}

export type Rewrite =
  AwaitTwin | TagFunction | MakeAsynchronous | PromiseResult | AwaitCall | OffloadCall | Hoist | YieldInLoop;

/** Everything that is to change in one file, so that its imports are changed once. */
export interface FileRewrite {
  readonly file: string;
  readonly rewrites: readonly Rewrite[];
}

export type Rewritten =
  | {
      readonly is: "edits";
      /** In order, without overlaps. */
      readonly edits: readonly TextEdit[];
      /** Of other files, which the rewrites need. */
      readonly others?: readonly OtherFile[];
    }
  /** A sentence for a person: why it cannot be done there, or would change what the code means. */
  | { readonly is: "refused"; readonly reason: string };

/** What else changes with a file: a new file, or an addition to one that is there. */
export interface OtherFile {
  readonly file: string;
  readonly edits: readonly TextEdit[];
  readonly isNew: boolean;
}

/** A function, or a declaration of one. */
export interface FunctionPlace extends Span {
  readonly file: string;
  /** Offset of the name that the rest of the program refers to it by; its own first character where it has none. */
  readonly nameOffset: number;
}

/** What would have to change, were a function asynchronous? */
export interface FormQuestion {
  readonly function: FunctionPlace;
  /** Whoever registered it waits for what it returns. */
  readonly isAwaited: boolean;
  /** Whoever registered it ignores what it returns, and treats a rejection as an exception. */
  readonly isIgnored: boolean;
  /** Calls that register it, and take asynchronous functions as well. */
  readonly registrations: readonly RegistrationPlace[];
  /** Functions that the package offers to others may change: a person has chosen that. */
  readonly mayChangeOffer: boolean;
  /** What it is to wait for only reads: it may as well run for several elements of an array at once. */
  readonly isReading: boolean;
  /** Functions that ignore what a callback returns, and treat a rejection as they treat an exception. */
  readonly indifferent: readonly {
    readonly module: string;
    /** Absent where all members of the module are meant. */
    readonly member?: string;
    /** From this version of the package. */
    readonly since?: string;
    /** A callback with more parameters calls back, and must not be asynchronous. */
    readonly mostParameters?: number;
  }[];
}

/** A call that registers a handler. */
export interface RegistrationPlace extends Span {
  readonly file: string;
  /** Asynchronous handlers are fine with these versions of its packages, and later ones. */
  readonly since: Readonly<Record<string, string>>;
  /** The handler must have no more parameters than these. */
  readonly mostParameters?: number;
  /** Index of the parameter by which the handler answers: nobody may do so after its promise is kept. */
  readonly answersBy?: number;
}

export type AsynchronousForm =
  | {
      readonly is: "possible";
      /** What others who install the package call it by. */
      readonly offeredAs?: string;
      /** It is already, or gives promises: whoever calls it waits. */
      readonly isAsynchronous: boolean;
      /** The calls that do not wait yet, each with the function that it is in. */
      readonly calls: readonly (Span & {
        readonly file: string;
        readonly within: FunctionPlace;
        readonly isGathered?: boolean;
      })[];
      /** Functions that have to be of the same form: implementations of the same interface, overrides. */
      readonly alike: readonly FunctionPlace[];
      /** Declarations without a body that have to say the same: of interfaces, overloads, abstract methods. */
      readonly signatures: readonly FunctionPlace[];
    }
  | { readonly is: "refused"; readonly reason: string };

/** How the work of a call would leave the loop. */
export type OffloadForm =
  | {
      readonly is: "possible";
      /** What moves, as a person names it. */
      readonly name: string;
      /** The function around the call has to wait for the pool. */
      readonly waits: boolean;
    }
  | { readonly is: "refused"; readonly reason: string };

export type Reach = "file" | "importers";

export interface Rewriter {
  /** Answers in the order of the requests. Never throws. */
  rewrite(requests: readonly FileRewrite[]): readonly Rewritten[];
  /** As it was read. */
  textOf(file: string): string | undefined;
  /** The innermost function around a place; undefined at a module's top level. */
  functionAround(file: string, span: Span): FunctionPlace | undefined;
  /** Answers in the order of the questions. */
  asynchronousForms(questions: readonly FormQuestion[]): readonly AsynchronousForm[];
  offloadForm(file: string, request: OffloadCall): OffloadForm;
  /**
   * What the type checker would complain about that it does not complain about now, as sentences: in the files
   * themselves, or also in those that import them, directly or through others.
   */
  newErrors(texts: ReadonlyMap<string, string>, reach: Reach): readonly string[];
  /** What could come in between, were another part of the program to run at the new `await`s: warnings for a person. */
  cautions(requests: readonly FileRewrite[]): readonly string[];
}
