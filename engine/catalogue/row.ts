/** The catalogue's data model: what blocks, what it costs, what to use instead. */

export type Kind = "sync-io" | "cpu" | "wait" | "loop" | "regex";

/** 0: under 0.05 ms, 1: under 1 ms, 2: under 20 ms, 3: above. */
export type CostTier = 0 | 1 | 2 | 3;

export interface Cost {
  readonly tier: CostTier;
  /** Median time per call in ms, where it was measured. */
  readonly ms?: number;
  /** Of what only looks asynchronous: the time in ms until its result is there, of which {@link ms} is on the loop. */
  readonly totalMs?: number;
  /** The same as a part of its time, from 0 to 1, where the time itself depends on too much to be told. */
  readonly loopShare?: number;
  /** What was measured: `a 60 KB buffer`, `cost factor 10`. */
  readonly of?: string;
  /** Where the tier comes from: `measured` (with `ms`), `estimated` from what the call does, or `declared` by the project. */
  readonly source: "measured" | "estimated" | "declared";
}

/** The real asynchronous replacement. Absent where the only way out is another thread. */
export interface Twin {
  readonly module: string;
  readonly member: string;
  /** It takes a callback as its last argument: wrap it in `util.promisify` to await it. */
  readonly isCallback?: boolean;
  /** How its arguments, its result or its errors differ: it cannot simply take the call's place. */
  readonly note?: string;
  /** What else a person may want to know; it can take the call's place all the same. */
  readonly remark?: string;
  /** It only reads: calls of it may overlap, and change places. */
  readonly isReading?: boolean;
  /** In which form it gives what the call gives; the same, where nothing is said. */
  readonly gives?: TwinForm;
  /** The version that it is there from, as a promise: of its package, or of Node. `9`, `24.7`. */
  readonly since?: string;
  /** Options of the blocking call that it does not know. */
  readonly lacksOptions?: readonly string[];
  /** It takes no file descriptor as its first argument, which the blocking call does. */
  readonly lacksDescriptors?: boolean;
  /** Where {@link Twin.note} does not matter: only a text is wanted, which is in the result. */
  readonly text?: TwinText;
}

/**
 * `success`: it fulfils where the call gives `true`, and rejects where it gives `false`.
 * `process`: how a program ended, in an error where it failed, of which the result of the call can be made.
 * `value`: an object at once, whose `value` is what the call gives, or a promise of it.
 * `items`: it gives an async iterable of the items of the array that the call gives.
 */
export type TwinForm = "success" | "process" | "value" | "items";

/** A twin that resolves to an object with a text in it, where the blocking call returns the text or its bytes. */
export interface TwinText {
  readonly property: string;
  /** The index of the argument that holds options, and those that mean the same to both. */
  readonly optionsAt: number;
  readonly options: readonly string[];
  /** Properties of an error that are not on the twin's, or are something else there. */
  readonly errorProperties: readonly string[];
  /** What else a person will notice. */
  readonly caution: string;
}

/** The call blocks only when its arguments say so. All given conditions must hold. */
export interface ArgumentCondition {
  /** Blocks only when no function is passed at or after this argument index (callback forms do not block). */
  readonly withoutCallbackFrom?: number;
  /** Blocks only when a function is passed at or after this argument index (without one it returns a stream). */
  readonly withCallbackFrom?: number;
  /** Blocks only when argument `index` is an object literal that has property `property` set to `true`. */
  readonly optionTrue?: { readonly index: number; readonly property: string };
  /** Blocks unless argument `index` is an object literal that has property `property` set to `true`. */
  readonly unlessOptionTrue?: { readonly index: number; readonly property: string };
  /** Blocks unless the argument at this index names a module that is loaded already: Node's own, or one imported at start. */
  readonly unlessLoaded?: number;
}

/**
 * What the cost follows, where an argument says it: rounds, iterations, the size of a key, an algorithm. The first that
 * the arguments tell counts; without any, the row's own cost is that of the default.
 */
export type ArgumentCost = CostOfNumber | CostOfText;

export interface CostOfNumber {
  /** A path into the arguments: `2`, `1.modulusLength`, `1.params.[BROTLI_PARAM_QUALITY]`. */
  readonly argument: string;
  /** What was measured, with the number for `#`: `# iterations`, `cost factor #`. */
  readonly of: string;
  /** Two or more measured numbers in ascending order, each with the time in ms. In between, powers are assumed. */
  readonly figures: readonly (readonly [value: number, ms: number])[];
  /** The time is multiplied where the number is added to: a cost factor, a quality. */
  readonly isExponential?: true;
  /** Only where the argument at this path is this text. */
  readonly where?: { readonly argument: string; readonly is: string };
}

export interface CostOfText {
  readonly argument: string;
  readonly is: readonly string[];
  readonly cost: Cost;
}

/** What a call builds could be kept: to build it over and over is set-up in the wrong place. */
export interface SetUp {
  /** As the message says it: `a schema`, `a template`, `a client`. */
  readonly builds: string;
  /**
   * It is quick by itself: there is only something to say where the same is built each time. Other rows block
   * like any call where what they build differs.
   */
  readonly isQuick?: boolean;
  /** What it builds is remembered for the next call: only the first one takes long. */
  readonly isRemembered?: boolean;
}

/**
 * How the time grows with the size of the input. `shift` is quadratic too: a regular expression that is tried anew
 * from every place of the text.
 */
export type Growth = "quadratic" | "polynomial" | "shift" | "exponential";

export interface CatalogueRow {
  /**
   * Exported name, or a member of a type of {@link CataloguePackage.types}: `readFileSync`,
   * `Statement.get`, `new XMLParser` (constructing it blocks). `default` is the module itself when called.
   */
  readonly member: string;
  readonly kind: Kind;
  readonly cost: Cost;
  /** How arguments that are written out change the cost. */
  readonly costFrom?: readonly ArgumentCost[];
  readonly twin?: Twin;
  /** No asynchronous form exists: move the call to a worker thread. */
  readonly offload?: boolean;
  /** The name looks asynchronous, but the work is done on the loop all the same. */
  readonly isFakeAsync?: boolean;
  /**
   * The cost follows the size of the input: next to nothing for small input, seconds for large.
   * The tier is that of a typical, request-sized input, which {@link Cost.of} names.
   */
  readonly sizeDependent?: boolean;
  readonly when?: ArgumentCondition;
  /** Made with the same arguments each time, it belongs at module scope. */
  readonly setup?: SetUp;
  /** Faster than the size of its input. */
  readonly growth?: Growth;
  readonly note?: string;
}

/**
 * How instances of a package's types come about, so that a value is recognised even where the
 * package is not installed. Each origin is a member path: `new default`, `default()`,
 * `Database.prepare()`, `createClient()`. A path may start with another type of the same package; `*` in it is a
 * member of any name.
 */
export interface TypeOrigins {
  readonly origins: readonly string[];
  /** The same type as other packages' declarations call it: `express-serve-static-core#Application`. */
  readonly declaredAs?: readonly string[];
}

export interface CataloguePackage {
  readonly module: string;
  /** Other specifiers that mean the same module: `fs` for `node:fs`. */
  readonly aliases?: readonly string[];
  /** Modules whose exports this one passes on: `fs-extra` passes on `node:fs`. */
  readonly reexports?: readonly string[];
  readonly types?: Readonly<Record<string, TypeOrigins>>;
  readonly rows: readonly CatalogueRow[];
}
