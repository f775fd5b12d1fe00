/** Calls that check or turn what requests carry, by their names: those of validation libraries are much alike. */

/** `schema.parse(request.body)`, `v.parse(schema, request.body)`. */
export const CHECKS: ReadonlySet<string> = new Set([
  ...["parse", "safeParse", "parseAsync", "safeParseAsync", "spa", "validate", "validateSync", "validateAsync", "is"],
  ...[
    "assert",
    "allows",
    "Parse",
    "Check",
    "Decode",
    "Assert",
    "Convert",
    "Clean",
    "cast",
    "decode",
    "parseOrThrow",
    "attempt",
  ],
]);

/** Those that throw where what they check does not match. */
export const THROWING_CHECKS: ReadonlySet<string> = new Set([
  ...[
    "parse",
    "parseAsync",
    "validateSync",
    "validateAsync",
    "assert",
    "Parse",
    "Assert",
    "cast",
    "parseOrThrow",
    "attempt",
  ],
]);

/** Functions of the language that turn a text into another value. */
export const COERCIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Number: { type: "number" },
  parseFloat: { type: "number" },
  parseInt: { type: "integer" },
  BigInt: { type: "integer" },
};
