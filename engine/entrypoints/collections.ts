/** Functions called before the call that takes them returns: `array.map(f)`, `text.replace(/x/, f)`. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const typedArrays = [
  "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float16Array",
  "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
] as const;

/** Members of arrays that take a function; Map, Set, iterators and typed arrays have some of them. */
export const arrayMembers = [
  "every", "filter", "find", "findIndex", "findLast", "findLastIndex", "flatMap", "forEach", "map", "reduce", "reduceRight", "some",
  "sort", "toSorted",
] as const;

export const collections: Framework = {
  name: "collections",
  modules: ["global"],
  types: {
    Collection: {
      origins: [
        "new Array", "Array()", "Array.from()", "Array.of()", "new Map", "new Set", "Object.keys()", "Object.values()", "Object.entries()",
        ...typedArrays.map((name) => `new ${name}`),
        "Buffer.from()", "Buffer.alloc()",
        ...chained("Collection", ["filter", "map", "flatMap", "sort", "toSorted", "slice", "concat", "reverse", "keys", "values", "entries"]),
        ...chained("Text", ["split", "match", "matchAll"]),
      ],
      declaredAs: [
        ...["Array", "ReadonlyArray", "Map", "ReadonlyMap", "Set", "ReadonlySet", "IteratorObject", "Iterator", "NodeList", ...typedArrays],
        ...["Headers", "FormData", "URLSearchParams"],
      ]
        .map((name) => `global#${name}`)
        .concat("node:url#URLSearchParams", "undici-types#Headers", "undici-types#FormData", "node:buffer#Buffer"),
    },
    Text: {
      origins: ["String()", ...chained("Text", ["trim", "slice", "toLowerCase", "toUpperCase", "replace", "replaceAll", "concat"]), "Collection.join()"],
      declaredAs: ["global#String"],
    },
    ArrayConstructor: { origins: ["Array", ...typedArrays], declaredAs: ["global#ArrayConstructor", ...typedArrays.map((name) => `global#${name}Constructor`)] },
    ObjectConstructor: { origins: ["Object"], declaredAs: ["global#ObjectConstructor"] },
    MapConstructor: { origins: ["Map"], declaredAs: ["global#MapConstructor"] },
    JSON: { origins: ["JSON"], declaredAs: ["global#JSON"] },
    Reflect: { origins: ["Reflect"], declaredAs: ["global#Reflect"] },
  },
  registrations: [
    { on: ["Collection"], members: arrayMembers, handlers: [{ at: 0 }], effect: "immediate", kind: "callback" },
    { on: ["Text"], members: ["replace", "replaceAll"], handlers: [{ at: 1 }], effect: "immediate", kind: "callback" },
    { on: ["ArrayConstructor"], members: ["from", "fromAsync"], handlers: [{ at: 1 }], effect: "immediate", kind: "callback" },
    { on: ["ObjectConstructor", "MapConstructor"], members: ["groupBy"], handlers: [{ at: 1 }], effect: "immediate", kind: "callback" },
    { on: ["JSON"], members: ["parse", "stringify"], handlers: [{ at: 1 }], effect: "immediate", kind: "callback" },
    { on: ["Reflect"], members: ["apply", "construct"], handlers: [{ at: 0 }], effect: "immediate", kind: "callback" },
  ],
};

const lodashMembers = [
  ...arrayMembers,
  "all", "any", "assignInWith", "assignWith", "attempt", "cloneDeepWith", "cloneWith", "collect", "countBy", "detect", "differenceBy",
  "differenceWith", "dropRightWhile", "dropWhile", "each", "eachRight", "findKey", "findLastKey", "flatMapDeep", "flatMapDepth",
  "foldl", "foldr", "forEachRight", "forIn", "forInRight", "forOwn", "forOwnRight", "groupBy", "indexBy", "inject",
  "intersectionBy", "intersectionWith", "isEqualWith", "isMatchWith", "keyBy", "mapKeys", "mapObject", "mapValues", "max", "maxBy",
  "meanBy", "mergeWith", "min", "minBy", "omitBy", "orderBy", "partition", "pickBy", "pullAllBy", "pullAllWith", "reject", "remove",
  "select", "sortBy", "sortedIndexBy", "sumBy", "takeRightWhile", "takeWhile", "tap", "thru", "times", "transform", "unionBy",
  "unionWith", "uniq", "uniqBy", "uniqWith", "unzipWith", "updateWith", "xorBy", "xorWith", "zipWith",
];

const lodashChain = ["chain", ...lodashMembers, "value"].map((member) => `${member}()`);

export const lodash: Framework = {
  name: "lodash",
  modules: ["lodash", "lodash-es", "lodash/fp", "underscore"],
  types: {
    Lodash: { origins: ["default"], declaredAs: ["lodash#LoDashStatic", "lodash#LoDashFp", "lodash/fp#LoDashFp", "underscore#UnderscoreStatic"] },
    Chain: {
      origins: ["default()", ...lodashChain, ...lodashChain.map((call) => `Chain.${call}`)],
      declaredAs: [
        ...["Collection", "CollectionChain", "Object", "ObjectChain", "Primitive", "PrimitiveChain", "String", "StringChain", "Function", "FunctionChain"],
        ...["LoDashImplicitWrapper", "LoDashExplicitWrapper"],
      ]
        .map((name) => `lodash#${name}`)
        .concat("underscore#Underscore", "underscore#_Chain"),
    },
  },
  registrations: [
    { members: lodashMembers, effect: "immediate", kind: "callback" },
    { on: ["Lodash", "Chain"], members: lodashMembers, effect: "immediate", kind: "callback" },
    { members: ["once"], effect: "memoised" },
    { members: ["memoize"], effect: "memoised", isPerArgument: true },
    { on: ["Lodash"], members: ["once"], effect: "memoised" },
    { on: ["Lodash"], members: ["memoize"], effect: "memoised", isPerArgument: true },
    { members: ["defer", "delay"], handlers: [{ at: 0 }], effect: "continuation", kind: "callback" },
    { on: ["Lodash"], members: ["defer", "delay"], handlers: [{ at: 0 }], effect: "continuation", kind: "callback" },
    ...[undefined, ["Lodash"]].map(
      (on) =>
        ({
          ...(on && { on }),
          members: [
            "after", "ary", "bind", "before", "compose", "curry", "curryRight", "debounce", "flip", "flow", "flowRight", "negate", "over",
            "overArgs", "overEvery", "overSome", "partial", "partialRight", "rearg", "rest", "spread", "throttle", "unary", "wrap",
          ],
          effect: "wrapped",
        }) as const,
    ),
  ],
};

/** One object of several. */
export const mergers: Framework = {
  name: "mergers of objects",
  modules: ["lodash", "lodash-es", "lodash.merge", "lodash/merge", "lodash-es/merge", "deepmerge", "ts-deepmerge", "defu"],
  types: { Lodash: { origins: ["default"], declaredAs: ["lodash#LoDashStatic"] } },
  registrations: [undefined, ["Lodash"]].map((on) => ({
    ...(on && { on }),
    members: [...(on ? [] : ["default"]), "merge", "assign", "assignIn", "extend", "defaults", "defaultsDeep", "deepmerge", "defu"],
    handlers: [{ from: 0, property: "*" }],
    effect: "merged",
  })),
};

export const ramda: Framework = {
  name: "Ramda",
  modules: ["ramda", "remeda", "rambda"],
  registrations: [
    { members: ["once"], effect: "memoised" },
    { members: ["memoizeWith"], effect: "memoised", isPerArgument: true },
    {
      members: [
        "always", "allPass", "anyPass", "apply", "both", "complement", "compose", "composeWith", "converge", "curry", "curryN", "either", "flip",
        "ifElse", "nAry", "o", "partial", "pipe", "pipeWith", "unary", "unless", "useWith", "when",
      ],
      effect: "wrapped",
    },
    {
      members: [
        ...arrayMembers,
        "all", "any", "chain", "countBy", "evolve", "forEachObjIndexed", "groupBy", "indexBy", "mapAccum", "mapObjIndexed", "maxBy", "minBy",
        "modify", "none", "over", "partition", "pickBy", "reject", "sortBy", "sortWith", "tap", "times", "tryCatch", "unfold", "uniqBy", "zipWith",
      ],
      effect: "immediate",
      kind: "callback",
    },
  ],
};

/** Observables: operators and observers run when a value comes, on behalf of whoever subscribed. */
export const rxjs: Framework = {
  name: "RxJS",
  modules: ["rxjs", "rxjs/operators"],
  types: {
    Observable: {
      origins: [
        "new Observable", "of()", "from()", "timer()", "defer()", "merge()", "combineLatest()", "forkJoin()", "concat()", "Observable.pipe()",
      ],
      declaredAs: ["rxjs#Observable"],
    },
    // Whoever subscribes is called for as long as the process lives.
    Source: {
      origins: [
        "new Subject", "new BehaviorSubject", "new ReplaySubject", "interval()", "fromEvent()",
        ...chained("Source", ["pipe", "asObservable"]),
      ],
      declaredAs: ["rxjs#Subject", "rxjs#BehaviorSubject", "rxjs#ReplaySubject"],
    },
  },
  registrations: [
    { members: ["new Observable", "defer"], handlers: [{ at: 0 }], effect: "continuation", kind: "callback" },
    { on: ["Source"], members: ["subscribe", "forEach"], handlers: [{ at: 0 }, { at: 0, property: "next" }], effect: "entry", kind: "listener", label: "subscription" },
    { on: ["Observable"], members: ["subscribe", "forEach"], effect: "continuation", kind: "callback" },
    { on: ["Observable"], members: ["subscribe"], handlers: [{ at: 0, property: "*" }], effect: "continuation", kind: "callback" },
    {
      members: [
        "map", "tap", "filter", "switchMap", "mergeMap", "flatMap", "concatMap", "exhaustMap", "catchError", "finalize", "scan", "reduce",
        "takeWhile", "skipWhile", "distinctUntilChanged", "debounce", "bufferToggle", "retryWhen", "repeatWhen", "groupBy", "find", "every", "expand",
      ],
      effect: "continuation",
      kind: "callback",
    },
  ],
};
