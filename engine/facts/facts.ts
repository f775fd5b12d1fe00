/**
 * Facts: what one source file says, as plain JSON, before any question of types.
 *
 * Facts depend on the text alone (never on the path, the configuration or other files), so they
 * can be cached by content hash, sent to a worker, and produced by another language's front end.
 * All offsets are UTF-16 code units from the start of the text.
 */

/** Bumped whenever the meaning or shape of facts changes; part of every cache key. */
export const FACTS_VERSION = 21;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Index into {@link FileFacts.functions}; 0 is the module's top level. */
export type FunctionId = number;
/** Index into {@link FileFacts.calls}. */
export type CallId = number;
/** Index into {@link FileFacts.mentions}. */
export type MentionId = number;
/** Index into {@link FileFacts.classes}. */
export type ClassId = number;

export interface FileFacts {
  readonly version: typeof FACTS_VERSION;
  /** Entry 0 is the module's top level. */
  readonly functions: readonly FunctionFact[];
  readonly classes: readonly ClassFact[];
  readonly mentions: readonly MentionFact[];
  readonly calls: readonly CallFact[];
  /** Every module specifier the file names: `import`, `export from`, `require`, `import()`. */
  readonly modules: readonly string[];
  readonly fileNames: readonly FileNameFact[];
  readonly lists: readonly ListFact[];
  readonly constants: readonly ConstantFact[];
  readonly guards: readonly GuardFact[];
  readonly environmentTests: readonly EnvironmentTestFact[];
  readonly loops: readonly LoopFact[];
  readonly regexUses: readonly RegexUseFact[];
  readonly repeatedWork: readonly RepeatedWorkFact[];
  /**
   * By {@link CallId}: where arguments come from, of those that come from a parameter or from another call; nothing is
   * told of calls at the top level. Read when it is first asked for: it takes long, and few files are asked about.
   */
  readonly passed: readonly (readonly PassedFact[])[];
  readonly directives: readonly DirectiveFact[];
  readonly taggedDeclarations: readonly TaggedDeclaration[];
  /** Offset of the first character of each line, to turn offsets into lines without the text. */
  readonly lineStarts: readonly number[];
  /** Syntax errors, as sentences; the facts hold what could still be read. */
  readonly syntaxErrors: readonly { readonly offset: number; readonly message: string }[];
  /** The text could not be read for a defect of the front end's, with its stack: the facts are those of an empty file. */
  readonly failure?: string;
}

export type FunctionKind =
  | "module"
  | "function"
  | "arrow"
  | "method"
  | "constructor"
  | "getter"
  | "setter"
  /** A class field's initialiser or a static block: runs when the class is instantiated or evaluated. */
  | "field-initialiser"
  | "static-block";

export interface FunctionFact {
  readonly id: FunctionId;
  readonly kind: FunctionKind;
  readonly span: Span;
  /** The name in the source, or the name of what it is assigned to. */
  readonly name?: string;
  /** Offset of the function's own name token (of the class's, for a constructor); absent for anonymous expressions, which are known by their site. */
  readonly nameOffset?: number;
  /** Lexically enclosing function; the module's is itself. */
  readonly parent: FunctionId;
  readonly class?: ClassId;
  readonly isStatic?: boolean;
  readonly isAsync?: boolean;
  readonly isGenerator?: boolean;
  readonly isExported?: boolean;
  readonly parameters: readonly ParameterFact[];
  /** Names in the declared return type, outermost first: `Promise<Response>` gives both. */
  readonly returnTypeNames?: readonly string[];
  /** Names in the declared type of the variable it initialises: `const load: PageServerLoad = () => …`. */
  readonly typeNames?: readonly string[];
  /** The directives it begins with, the module's for entry 0: `"use server"`. `"use strict"` is left out. */
  readonly prologue?: readonly string[];
  readonly decorators?: readonly DecoratorFact[];
  /** What its comment says about it. */
  readonly tags?: readonly TagFact[];
  /** Where the function's value goes, when it is written as an expression. */
  readonly site?: Site;
  /** Offsets of the `await`s (and `for await`s) directly in this function. */
  readonly awaits?: readonly number[];
}

/** A JSDoc tag: `@blocking 40ms It asks the directory.`, `@nonblocking`, `@startup`. */
export interface TagFact {
  readonly name: TagName;
  /** Time per call in milliseconds. */
  readonly ms?: number;
  readonly reason?: string;
}

export type TagName = "blocking" | "nonblocking" | "startup";

/** A declaration without a body that carries a tag: an interface's member, an overload, an ambient function. */
export interface TaggedDeclaration {
  readonly name: string;
  /** Offset of the name token. */
  readonly offset: number;
  readonly isMember: boolean;
  readonly tags: readonly TagFact[];
}

export interface ParameterFact {
  /** Absent for a destructuring pattern. */
  readonly name?: string;
  /** Offset of the name, or of the pattern's opening brace. */
  readonly offset: number;
  /** Bindings of a destructuring pattern: which member ends up in which local name. */
  readonly bindings?: readonly BindingFact[];
  readonly isRest?: boolean;
  /** Names in the declared type, outermost first. */
  readonly typeNames?: readonly string[];
  readonly decorators?: readonly DecoratorFact[];
}

/** Which member ends up in which local name; the whole value where the member path is empty. */
export interface BindingFact {
  readonly member: readonly string[];
  readonly name: string;
  readonly offset: number;
}

export interface DecoratorFact {
  readonly name: string;
  /** The decorator's name token, to ask the oracle what it is. */
  readonly mention: MentionId;
  /** Present when the decorator is called: `@Get(':id')`. */
  readonly call?: CallId;
}

export interface ClassFact {
  readonly id: ClassId;
  readonly name?: string;
  readonly nameOffset?: number;
  readonly span: Span;
  readonly isExported?: boolean;
  readonly decorators?: readonly DecoratorFact[];
  /** Mentions in the `extends` and `implements` clauses. */
  readonly extends?: MentionId;
  readonly implements?: readonly MentionId[];
  readonly decoratedFields?: readonly DecoratedFieldFact[];
  /** Where a class expression's value goes. */
  readonly site?: Site;
}

/** A field that decorators may give its value: `@inject("Ledger") ledger`. */
export interface DecoratedFieldFact {
  readonly name: string;
  readonly offset: number;
  readonly decorators: readonly DecoratorFact[];
}

/**
 * Where a value goes. Parentheses, casts, `await`, conditional branches and the operands of
 * `||`, `??` and `&&` are passed through: the value that comes out is the value that went in.
 */
export type Site =
  /** It is called (or constructed, see {@link CallFact.isNew}). */
  | { readonly to: "callee"; readonly call: CallId }
  | { readonly to: "argument"; readonly call: CallId; readonly index: number }
  /** It is the object of a further member access; `member` is the access's own mention. */
  | { readonly to: "receiver"; readonly member: MentionId }
  | Place
  /** An element of an array literal (whose own site is `of`), or `x[key] = value`, where `of` is the place `x`. */
  | { readonly to: "element"; readonly of: Site }
  /** Its members become those of an object literal, whose own site is `of`: `{ ...handlers }`. */
  | { readonly to: "spread"; readonly of: Site }
  /** Each of its elements in turn becomes the variable of a `for … of` loop, or is taken apart into several. */
  | { readonly to: "iterated"; readonly bindings: readonly BindingFact[] }
  | { readonly to: "return"; readonly function: FunctionId }
  /** `export default value`, `export = value`, `module.exports = value`; `offset` is the declaring token's. */
  | { readonly to: "export"; readonly name: string; readonly offset: number }
  /** Another name for the same thing, resolved as an alias: `import { a as name }`, `export { a as name }`. */
  | { readonly to: "rename"; readonly name: string; readonly offset: number; readonly isExport?: boolean }
  /** The class it is the base of. */
  | { readonly to: "heritage"; readonly class: ClassId }
  /** Tested, compared, spread, interpolated, discarded: the value goes no further. */
  | { readonly to: "nowhere" };

/** A named place that holds a value from then on. */
export interface Place {
  /** A variable or parameter; or a property: of an object literal, a class (its field), or `x.name = value`. */
  readonly to: "variable" | "property";
  readonly name: string;
  /** Offset of the name token. */
  readonly offset: number;
  /** The token only refers to the place (`x = value`, `x.name = value`): the oracle knows where it is declared. */
  readonly isReference?: boolean;
  /** The module exports it under its name: `export const name = value`, `exports.name = value`. */
  readonly isExported?: boolean;
  /** For a property: where the object goes, or which place it is. */
  readonly of?: Site;
}

/** One occurrence of a name that could stand for a function, an object or a module. */
export interface MentionFact {
  readonly name: string;
  /** Offset of the name token. A `require()` or `import()` is a mention of `default` at its specifier; `x[key]` is one of `[]` at its bracket. */
  readonly offset: number;
  /** The module specifier, for mentions in `import`, `export … from`, `require` and `import()`. */
  readonly module?: string;
  /** Whether it is the name after a dot: `x.name`. */
  readonly isMember?: boolean;
  /** Whether it is a member of `this`, which is no name: `this.path`. */
  readonly isOfThis?: boolean;
  /** Whether the name stands in brackets: `x["name"]`. */
  readonly isKeyed?: boolean;
  /** The mention that gives the key of `x[key]`. */
  readonly key?: MentionId;
  /** Enclosing function. */
  readonly function: FunctionId;
  readonly site: Site;
}

/** A call, `new` expression, tagged template, or JSX element of a component (`<Page />`), which calls the component. */
export interface CallFact {
  readonly id: CallId;
  readonly span: Span;
  /** Enclosing function. */
  readonly function: FunctionId;
  readonly isNew?: boolean;
  readonly isAwaited?: boolean;
  /** Number of loops around the call inside its function; a loop is also an array-method callback. */
  readonly loopDepth: number;
  /** The name called: `b` in `a.b()`; absent for a call of a call. */
  readonly callee?: MentionId;
  /** An immediately invoked function expression. */
  readonly calleeFunction?: FunctionId;
  /** `makeHandler()()`: the call whose result is called. */
  readonly calleeCall?: CallId;
  readonly arguments: readonly ValueFact[];
  /** Where the call's result goes. */
  readonly site: Site;
  /** The call runs at most once, because what it leads to is kept: `x ??= f()`, `if (!x) x = f()`, `if (done) return; done = true`. */
  readonly keptBy?: KeeperFact;
  /** It is made with the same each time: constants, and what the module holds. Not told of calls at the top level. */
  readonly isFixed?: boolean;
  /** Index into {@link FileFacts.guards}: the innermost guard around the call, within its function or outside. */
  readonly guard?: number;
}

/** Where an argument comes from, or a property of one that is written out as an object. */
export interface PassedFact {
  readonly argument: number;
  readonly property?: string;
  readonly from: readonly OriginFact[];
}

/**
 * In whose life a call runs at most once: the process (function 0), one run of a function, one instance of a class.
 * With a `key`, it runs once for each value of that parameter of the function around, or of that member of it.
 */
export type KeeperFact = { readonly function: FunctionId; readonly key?: string } | { readonly class: ClassId };

/** What an argument is, as far as syntax tells. */
export type ValueFact =
  | { readonly is: "function"; readonly function: FunctionId }
  | { readonly is: "mention"; readonly mention: MentionId }
  | { readonly is: "call"; readonly call: CallId }
  | { readonly is: "string"; readonly value: string }
  /** A string of which only the end is known: `__dirname + "/worker.js"`. */
  | { readonly is: "ending"; readonly value: string }
  /** A string without spaces that is put together of others, and of names: `${base}/users`, `base + "/users"`. */
  | { readonly is: "template"; readonly parts: readonly TextPartFact[] }
  | { readonly is: "number"; readonly value: number }
  | { readonly is: "boolean"; readonly value: boolean }
  | { readonly is: "regex"; readonly value: string }
  | { readonly is: "object"; readonly properties: readonly { readonly name: string; readonly value: ValueFact }[] }
  | { readonly is: "array"; readonly elements: readonly ValueFact[] }
  | { readonly is: "spread"; readonly value: ValueFact }
  | { readonly is: "other" };

/** `routes.users`: the first name, where it stands, and the members that lead on from it. */
export interface NamedPartFact {
  readonly is: "name";
  readonly name: string;
  readonly offset: number;
  readonly member: readonly string[];
}

export type TextPartFact = { readonly is: "string"; readonly value: string } | NamedPartFact;

/** The name of a source file, or its end, that is kept in a place: `const file = "./worker.js"`. */
export interface FileNameFact {
  readonly text: string;
  readonly site: Place;
}

/**
 * A list that is written out where a loop goes through it, or in a variable that a loop may go through:
 * `for (const path of ["/a", "/b"])`. So are objects, which calls list, and paths in variables and fields: `const base = "/api"`.
 */
export interface ListFact {
  readonly offset: number;
  readonly value: ValueFact;
  /** A variable, a field of a class, the bindings of a loop, or the member that is called on the list. */
  readonly site: Site;
}

/** A number that keeps its name: `const SALT_ROUNDS = 12`; one with members, `const hashing = { rounds: 12 }`, is several. */
export interface ConstantFact {
  /** `SALT_ROUNDS`, `hashing.rounds`. */
  readonly name: string;
  readonly offset: number;
  readonly value: number;
  /** The function that it is a name of. */
  readonly function: FunctionId;
}

/** A branch whose test depends on the environment: `if (process.env.NODE_ENV === "development")`, or on a flag. */
export interface GuardFact {
  readonly span: Span;
  /** What the test written out says; absent when a flag decides. */
  readonly environment?: Environment;
  /** The flag that decides: whether it holds such a test's value is for the search to find out. */
  readonly flag?: MentionId;
  /** The branch is taken when the flag is false. */
  readonly isNegated?: boolean;
  /** The next guard outwards. */
  readonly parent?: number;
}

/** `development`: anything but production, tests included. */
export type Environment = "development" | "production";

/** A value that tells the environment: `const isDev = process.env.NODE_ENV === "development"`. */
export interface EnvironmentTestFact {
  readonly environment: Environment;
  readonly site: Site;
}

export interface LoopFact {
  readonly span: Span;
  readonly function: FunctionId;
  readonly kind: "for" | "for-of" | "for-in" | "while" | "do";
  readonly hasAwait?: boolean;
  /** The loop only reads the clock until a moment has come: `while (Date.now() < end);`. */
  readonly isBusyWait?: boolean;
}

/**
 * Where a text or a collection comes from, followed back inside its function: through variables, destructuring,
 * templates, and calls that give back what they are given (`trim`, `String`, `JSON.parse`). What is no longer than
 * something else is not told: `text.slice(0, 100)`, or `text` after `if (text.length > 100) return`.
 */
export type OriginFact =
  /** What a parameter holds, or a member of it; `()` for the result of calling one, `{}` for the keys of an object. */
  | {
      readonly is: "parameter";
      readonly function: FunctionId;
      readonly index: number;
      readonly member: readonly string[];
    }
  | { readonly is: "call"; readonly call: CallId; readonly member: readonly string[] };

/** A regular expression that is written out, matched with a text that comes from a parameter. */
export interface RegexUseFact {
  readonly call: CallId;
  readonly pattern: string;
  readonly flags: string;
  readonly text: readonly OriginFact[];
}

/**
 * `search`: a collection is searched in a loop that it does not belong to. `loop`: it is gone over there. `copy`: it is
 * copied, sorted or parsed there. `accumulation`: what the loop makes is copied in each round. `rounds`: a loop of a
 * million rounds or more. `settled`: a loop that awaits only what has settled. `queued`: a function that queues itself
 * before anything else can run. `recursion`: each call makes two more.
 */
export type RepeatedWork = "search" | "loop" | "copy" | "accumulation" | "rounds" | "settled" | "queued" | "recursion";

/** Work that grows faster than what it is done on, or that is much in any case; nothing else runs in between. */
export interface RepeatedWorkFact {
  readonly what: RepeatedWork;
  readonly span: Span;
  readonly function: FunctionId;
  /** What is called, as written: `ids.includes`. */
  readonly name?: string;
  /** Where the collections come from that it is done on, those of the loop first. */
  readonly over: readonly (readonly OriginFact[])[];
}

/** An ESLint disable comment that can concern this project's rules. */
export interface DirectiveFact {
  readonly kind: "disable" | "enable" | "disable-line" | "disable-next-line";
  readonly offset: number;
  /** 0-based line of the comment's last character. */
  readonly line: number;
  /** Rule names as written; empty for all rules. */
  readonly rules: readonly string[];
  /** The text after `--`. */
  readonly reason?: string;
}
