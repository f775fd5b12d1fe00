/** Calls that go over a collection: methods of arrays, and the functions of libraries that are given one. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";

/** A call of something that goes over a collection, or may: only its name is known. */
export interface CollectionCall {
  /** The name of the method or the function: `filter`. */
  readonly name: string;
  readonly collection: ts.Expression;
  /** What is given besides the collection: what is looked for, or what is called with each element. */
  readonly given?: ts.Expression;
}

/** Names of what looks at the elements one after the other. */
export const SEARCHING: ReadonlySet<string> = new Set(
  "includes indexOf lastIndexOf find findIndex findLast findLastIndex some every filter".split(" "),
);
/** Names of what calls a function with each element. */
export const ITERATING: ReadonlySet<string> = new Set(
  "forEach map filter some every find findIndex flatMap reduce reduceRight".split(" "),
);
/** Names of what goes over all of it, and more than once. */
export const SORTING: ReadonlySet<string> = new Set(["sort", "toSorted"]);
/** Functions that go over all of what they are given. */
export const COPYING: ReadonlySet<string> = new Set(
  "JSON.parse JSON.stringify structuredClone cloneDeep _.cloneDeep lodash.cloneDeep".split(" "),
);
/** Functions that make a list of as many elements as they are told, or call a function as often. */
export const COUNTING: ReadonlySet<string> = new Set("_.range _.times lodash.range lodash.times".split(" "));
/** `Array.from`, whatever stands before the name. */
export const FROM = "from";
/** What the libraries are called whose functions take the collection first. */
const GIVEN_FIRST = /^(?:_|lodash)$/u;

/** Undefined for what is no call of a member: `filter(all)`. */
export function collectionCallOf(typescript: TypeScript, node: ts.Node): CollectionCall | undefined {
  if (!typescript.isCallExpression(node)) return undefined;
  const callee = unwrap(typescript, node.expression);
  if (!typescript.isPropertyAccessExpression(callee)) return undefined;
  const name = callee.name.text;
  const [first, second] = node.arguments;
  const isGivenFirst = typescript.isIdentifier(callee.expression) && GIVEN_FIRST.test(callee.expression.text);
  const [collection, given] = isGivenFirst ? [first, second] : [callee.expression, first];
  return collection && { name, collection, ...(given && { given }) };
}

/** The call of {@link ITERATING} that a function is written in as what is called with each element. */
export function iterationBy(typescript: TypeScript, callback: ts.Node): ts.CallExpression | undefined {
  const call = callback.parent;
  if (!typescript.isCallExpression(call)) return undefined;
  const found = collectionCallOf(typescript, call);
  return found?.given === callback && ITERATING.has(found.name) ? call : undefined;
}
