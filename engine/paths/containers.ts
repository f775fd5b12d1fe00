/** How the language's own collections and promises hand on what they hold. */

/** Members that put an argument into their receiver: `list.push(f)`, `map.set(key, f)`. */
export const stores: ReadonlySet<string> = new Set(["push", "unshift", "set", "add"]);

/** Members that give back one element. */
export const retrievers: ReadonlySet<string> = new Set(["get", "at", "pop", "shift", "find", "findLast"]);

/** Members that give back a collection of the same elements. */
export const passers: ReadonlySet<string> = new Set([
  "filter",
  "slice",
  "concat",
  "reverse",
  "sort",
  "toSorted",
  "values",
  "flat",
]);

/** Members of `Object` that list an object's properties: how deep in the list their values are. */
export const listings: ReadonlyMap<string, number> = new Map([
  ["values", 1],
  ["entries", 2],
]);

/** Members of `Object` that give back what they are given. */
export const keepers: ReadonlySet<string> = new Set(["freeze", "seal", "preventExtensions"]);

/** Members of `Object` that tell the names of properties alone. */
export const namers: ReadonlySet<string> = new Set(["keys", "getOwnPropertyNames", "hasOwn"]);

/** Members that call their first argument for every element, with the element as its first parameter. */
export const iterators: ReadonlySet<string> = new Set([
  "forEach",
  "map",
  "flatMap",
  "filter",
  "some",
  "every",
  "find",
  "findIndex",
  "findLast",
  "findLastIndex",
  "reduce",
  "reduceRight",
  "sort",
  "toSorted",
]);

/** Collections that are made of what a list holds: how deep in the list it is. */
export const collections: ReadonlyMap<string, number> = new Map([
  ["Set", 1],
  ["Map", 2],
]);

/** Members of promises that call their arguments when it is settled. */
export const continuations: ReadonlySet<string> = new Set(["then", "catch", "finally"]);
