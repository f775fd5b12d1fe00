/** What fixes know of worker pools: the package that they use, what a task costs, and what calls give. */
import type { OffloadCall, ResultByOption } from "../rewriter.js";
import type { Finding } from "../rules/finding.js";

/** The pool that work moves to. */
export const POOL = { module: "piscina", range: "^5.0.0" } as const;

/** Packages that put files together, a worker's too. */
export const BUNDLERS: readonly string[] = [
  "next",
  "vite",
  "webpack",
  "esbuild",
  "rollup",
  "rolldown",
  "tsup",
  "tsdown",
  "parcel",
];

/** Programs that run TypeScript without writing JavaScript. */
export const RUNNERS: readonly string[] = ["tsx", "ts-node"];

/**
 * What it takes to hand work to a thread that is idle, and to get its result back, in ms: median of 300 runs of Piscina
 * 5.3 with a function that returns its argument, on Node 20.
 */
export const ROUND_TRIP = { ms: 0.05, msPerMegabyte: 1.2, msOfNewThread: 50 } as const;

/**
 * Functions that give plain data (objects, arrays, texts, numbers, dates): parsers that are declared to give anything, and
 * those whose packages bring no types.
 */
const PLAIN_DATA: ReadonlySet<string> = new Set([
  "bcryptjs#compare",
  "bcryptjs#compareSync",
  "bcryptjs#hash",
  "bcryptjs#hashSync",
  "csv-parse/sync#parse",
  "fast-xml-parser#XMLParser.parse",
  "js-yaml#load",
  "js-yaml#safeLoad",
  "js-yaml#loadAll",
  "js-yaml#safeLoadAll",
  "papaparse#parse",
  "toml#parse",
  "xlsx#read",
  "xlsx#utils.sheet_to_json",
  "xml2js#parseStringPromise",
  "xml2js#Parser.parseStringPromise",
  "yaml#parse",
]);

/**
 * How many arguments of a function can only be plain data: it fails with all else, and does the same with a Uint8Array
 * that was a Buffer. So programs without types may hand them over.
 */
const PLAIN_ARGUMENTS: Readonly<Record<string, number>> = {
  "bcryptjs#compare": 2,
  "bcryptjs#compareSync": 2,
  "bcryptjs#hash": 2,
  "bcryptjs#hashSync": 2,
  "marked#marked": 1,
  "marked#marked.parse": 1,
  "marked#parse": 1,
  "xlsx#read": 2,
  "xlsx#utils.sheet_to_csv": 1,
  "xlsx#utils.sheet_to_html": 1,
  "xlsx#utils.sheet_to_json": 1,
  "xlsx#write": 2,
  "xlsx#writeXLSX": 2,
};

const WORKBOOK: ResultByOption = {
  argument: 1,
  option: "type",
  buffer: ["buffer"],
  plain: ["array", "base64", "binary", "string"],
};

/** Functions that are declared to give anything, and give what an option says. */
const RESULTS_BY_OPTION: Readonly<Record<string, ResultByOption>> = {
  "xlsx#write": WORKBOOK,
  "xlsx#writeXLSX": WORKBOOK,
};

/**
 * Packages that throw objects which only look like errors: structured cloning makes objects without a message of them.
 * Their constructors are functions, rather than classes that extend `Error`.
 */
export const THROWING_OBJECTS: readonly string[] = [
  "better-sqlite3",
  "better-sqlite3-multiple-ciphers",
  "handlebars",
  "js-yaml",
  "jsonwebtoken",
  "less",
  "libsql",
];

/** What is known of the values that go to a thread and come back, where their types do not say it. */
export function passedAsPlainData({
  identity,
}: Pick<Finding, "identity">): Pick<OffloadCall, "isPlainData" | "plainArguments" | "resultByOption"> {
  const resultByOption = RESULTS_BY_OPTION[identity];
  return {
    isPlainData: PLAIN_DATA.has(identity),
    plainArguments: PLAIN_ARGUMENTS[identity] ?? 0,
    ...(resultByOption && { resultByOption }),
  };
}

/** When the pool is worth it, as a sentence for a person. */
export function breakEven({ callee, cost }: Pick<Finding, "callee" | "cost">): string {
  const measured = cost.ms === undefined ? "" : `${callee} takes about ${String(cost.ms)} ms${ofWhat(cost.of)}. `;
  return (
    `${measured}A task for a pool costs ${String(ROUND_TRIP.ms)} ms, and ${String(ROUND_TRIP.msPerMegabyte)} ms for each MB ` +
    `that goes there or back: calls that take less are faster where they are.`
  );
}

function ofWhat(of: string | undefined): string {
  return of === undefined ? "" : ` for ${of}`;
}
