/** The pairs that are read otherwise, each with the reason. Data. */

export interface Exception {
  /**
   * `not-json`: expects a schema for what JSON does not carry. `not-the-type`: expects what TypeScript does not say of
   * the type, or does not compile. `otherwise`: both can be meant.
   */
  readonly is: "not-json" | "not-the-type" | "otherwise";
  readonly because: string;
}

const FUNCTION: Exception = { is: "not-json", because: "a function: JSON leaves it out" };
const SYMBOL: Exception = { is: "not-json", because: "symbols, which JSON leaves out" };
const INITIALISER: Exception = {
  is: "not-the-type",
  because: "the initialiser's value is expected, but the type is that of anything assigned later",
};

/** By the folder of the pair. */
export const exceptions: Readonly<Record<string, Exception>> = {
  "array-function-generics": FUNCTION,
  "function-parameters-default-value": FUNCTION,
  "function-parameters-jsdoc": FUNCTION,
  "function-parameters-optional": FUNCTION,
  "function-parameters-required": FUNCTION,
  "type-typeof-class": { is: "not-json", because: "the class itself is a function: JSON leaves it out" },
  "type-typeof-function": FUNCTION,
  symbol: SYMBOL,
  "unique-symbol": SYMBOL,
  "type-mapped-symbol": { is: "not-json", because: "properties whose names are symbols, which JSON leaves out" },
  "generic-void": { is: "not-json", because: "a property that is `void` is undefined: JSON leaves it out" },
  "undefined-alias": { is: "not-json", because: "JSON has no form of `undefined`: it is said to be absent" },
  "type-regexp": { is: "not-json", because: "a RegExp becomes `{}` in JSON, not its source" },
  "type-primitives": { is: "not-json", because: "JSON.stringify throws on a bigint: an integer, with a problem" },
  "enums-mixed": { is: "not-the-type", because: "`E = null` does not compile" },
  "type-mapped-enum-null": { is: "not-the-type", because: "`A = null` does not compile" },
  "literal-index-type": INITIALISER,
  "literal-object-type": INITIALISER,
  "type-typeof-class-static-property": INITIALISER,
  "type-typeof-object-property": INITIALISER,
  "type-conditional-tuple-narrowing": {
    is: "not-the-type",
    because: "`unknown` is expected to be an object; it can be anything",
  },
  "type-intersection-additional-props": {
    is: "not-the-type",
    because: "`(number | string) & (A | number)` is no `A`: of objects only what is a string too is left",
  },
  "type-keyof-tuple": {
    is: "not-the-type",
    because: '`keyof` a tuple is `number | "0" | "length" | …`, not its two indices alone',
  },
  "type-mapped-union-union": {
    is: "not-the-type",
    because: "further properties are expected of a type that lists all of them",
  },
  "type-typeof-enum": {
    is: "not-the-type",
    because: "an enum of numbers also holds its members' names by their values",
  },
  "type-recursive-deep-exclude": {
    is: "otherwise",
    because: "a tuple of one `never` is a tuple that no value fits, not nothing at all",
  },
  "annotation-ref": { is: "otherwise", because: "`@ref` is that generator's own tag" },
  "object-required": { is: "otherwise", because: "`@required` is that generator's own tag" },
  "class-jsdoc": { is: "otherwise", because: "the slashes around a `@pattern` are not part of it" },
  "class-single": { is: "otherwise", because: "a property without a type is `any`, and said to be so" },
  "string-template-expression-literals": { is: "otherwise", because: "`${number}%` has a pattern here" },
  "type-conditional-jsdoc": {
    is: "otherwise",
    because: "comments of an alias do not hold for what conditional types leave of it",
  },
};
