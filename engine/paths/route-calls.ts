/** What calls say that register routes: which argument handles them, and which objects describe them one by one. */
import type { RecognisedRegistration } from "../entrypoints/recognise.js";
import type { CallFact, ValueFact } from "../facts/facts.js";
import { ELEMENT, type Step } from "../reference.js";
import { receiverOf } from "./receivers.js";
import { writtenValue, type WrittenValue } from "./texts.js";

/** A call as one for a single route. */
export interface RouteDescription {
  readonly fact: CallFact;
  /** The first argument, where something else stands in the call: a list, a name. */
  readonly described?: WrittenValue;
}

type Recognise = (position: {
  readonly index: number;
  readonly properties: readonly Step[];
}) => RecognisedRegistration | undefined;

/** What the property that holds the handler is called, where others hold functions as well. */
const HANDLER = "handler";

const VALUES: ReadonlySet<ValueFact["is"]> = new Set(["string", "number", "boolean"]);

/** `app.get("/users", …)`, `app.route({ url: "/users", … })`. */
export function looksLikeRoute({ arguments: [first, ...others] }: CallFact): boolean {
  if (first?.is === "string") return /^[/*]/u.test(first.value) && others.length > 0 && others.at(-1)?.is !== "string";
  const listed = first?.is === "array" ? first.elements : [first];
  return listed.some((value) => value !== undefined && hasHandler(value, 2));
}

/** `server.route(routes)`, `server.route(require("./users"))`, `app.openapi(route, f)`, of a member that takes objects. */
export function namesDescriptions({ arguments: given }: CallFact): boolean {
  const [first, second] = given;
  const listed = first?.is === "array" ? first.elements : [first];
  const isAlone = !second || second.is === "function" || second.is === "mention";
  return isAlone && listed.some((value) => value?.is === "mention" || value?.is === "call" || value?.is === "spread");
}

/** Whether an object has a handler, or its options have. */
function hasHandler(value: ValueFact, depth: number): boolean {
  if (value.is !== "object" || depth === 0) return false;
  return value.properties.some(({ name, value: inner }) => name === "handler" || hasHandler(inner, depth - 1));
}

/** The call as one for each object that it is given: `server.route([{ path: "/users", … }, …])`, `server.route(routes)`. */
export function descriptionsIn(fact: CallFact, reading: Omit<WrittenValue, "value">): readonly RouteDescription[] {
  const [first, ...others] = fact.arguments;
  const objects = first ? objectsIn({ ...reading, value: first }) : [];
  if (objects.length === 0) return [{ fact }];
  return objects.map((described) => ({
    fact: { ...fact, arguments: [described.value, ...others] },
    ...(described.value !== first && { described }),
  }));
}

/** The objects that a value is, or lists. */
function objectsIn(written: WrittenValue): readonly WrittenValue[] {
  const found = writtenValue(written, []) ?? written;
  switch (found.value.is) {
    case "object":
      return [found];
    case "array":
      return found.value.elements.flatMap((value) => objectsIn({ ...found, value }));
    case "spread":
      return objectsIn({ ...found, value: found.value.value });
    case "call":
      return concatenated(found).flatMap(objectsIn);
    default:
      return [];
  }
}

/** The lists of which a call makes one: `users.concat(posts)`. */
function concatenated(written: WrittenValue): readonly WrittenValue[] {
  const { file, value } = written;
  const call = value.is === "call" ? file.facts.calls[value.call] : undefined;
  if (call?.callee === undefined || file.facts.mentions[call.callee]?.name !== "concat") return [];
  const receiver = receiverOf(file, call.callee);
  const first: ValueFact[] = receiver === undefined ? [] : [{ is: "mention", mention: receiver }];
  return [...first, ...call.arguments].map((each) => ({ ...written, value: each }));
}

/** The last argument that handles requests, and what the registration says of it. */
export function routeHandler(
  call: CallFact,
  recognise: Recognise,
):
  { readonly recognised: RecognisedRegistration; readonly handler: ValueFact; readonly isBeside: boolean } | undefined {
  const found = call.arguments
    .map((argument, index) => ({ argument, index }))
    .toReversed()
    .flatMap(({ argument, index }) =>
      positionsIn(argument).flatMap(({ properties, handler }) => {
        const recognised = recognise({ index, properties });
        if (recognised?.registration.kind !== "http" || !isRoute(recognised)) return [];
        if (VALUES.has(handler.is) && recognised.registration.takesValues !== true) return [];
        const isWhole = recognised.registration.takesMethods === true;
        return [{ recognised, handler: isWhole ? argument : handler, isBeside: index > 0 }];
      }),
    );
  // What options have besides runs before the handler, or after it.
  return found.find(({ recognised: { property = HANDLER } }) => property === HANDLER) ?? found[0];
}

function isRoute({ registration: { effect, method } }: RecognisedRegistration): boolean {
  return effect === "entry" && method !== undefined;
}

/** The functions that an argument can hold, the last of an array first. */
function positionsIn(argument: ValueFact): { readonly properties: readonly Step[]; readonly handler: ValueFact }[] {
  switch (argument.is) {
    case "function":
    case "mention":
    case "call":
      return [{ properties: [], handler: argument }];
    case "spread":
      return positionsIn(argument.value).map(({ properties, handler }) => ({
        properties: [ELEMENT, ...properties],
        handler,
      }));
    case "array":
      return argument.elements.toReversed().map((handler) => ({ properties: [ELEMENT], handler }));
    case "object":
      return argument.properties.flatMap(({ name, value }) =>
        value.is === "object"
          ? positionsIn(value).map(({ properties, handler }) => ({ properties: [name, ...properties], handler }))
          : [{ properties: [name], handler: value }],
      );
    default:
      return VALUES.has(argument.is) ? [{ properties: [], handler: argument }] : [];
  }
}
