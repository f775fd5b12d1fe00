/** Schemas of valibot, read statically and compared with what its own converter says of them. */
import * as v from "valibot";

export const text = v.string();
export const limitedText = v.pipe(v.string(), v.minLength(2), v.maxLength(10));
export const exactText = v.pipe(v.string(), v.length(4));
export const nonEmptyText = v.pipe(v.string(), v.nonEmpty());
export const email = v.pipe(v.string(), v.email());
export const url = v.pipe(v.string(), v.url());
export const uuid = v.pipe(v.string(), v.uuid());
export const date = v.pipe(v.string(), v.isoDate());
export const timestamp = v.pipe(v.string(), v.isoTimestamp());
export const ipv4 = v.pipe(v.string(), v.ipv4());
export const matching = v.pipe(v.string(), v.regex(/^[a-z]+$/));
export const limitedNumber = v.pipe(v.number(), v.minValue(1), v.maxValue(10));
export const integer = v.pipe(v.number(), v.integer(), v.multipleOf(5));
export const boolean = v.boolean();
export const nothing = v.null();
export const anything = v.any();
export const unknown = v.unknown();
export const literal = v.literal("on");
export const choices = v.picklist(["a", "b"]);
export const choicesOfObject = v.enum({ Admin: "admin", Guest: "guest" });
export const array = v.array(v.string());
export const limitedArray = v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(3));
export const tuple = v.strictTuple([v.string(), v.number()]);
export const tupleWithRest = v.tupleWithRest([v.string()], v.number());
export const record = v.record(v.string(), v.number());
export const Address = v.object({ street: v.string(), zip: v.pipe(v.string(), v.regex(/^\d{5}$/)) });
export const User = v.object({
  id: v.pipe(v.string(), v.uuid()),
  nickname: v.optional(v.string()),
  age: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  note: v.nullish(v.string()),
  tags: v.array(v.string()),
  address: Address,
});
export const strictObject = v.strictObject({ a: v.string() });
export const looseObject = v.looseObject({ a: v.string() });
export const objectWithRest = v.objectWithRest({ a: v.string() }, v.number());
export const partial = v.partial(User);
export const partialOfSome = v.partial(Address, ["zip"]);
export const picked = v.pick(User, ["id", "address"]);
export const omitted = v.omit(User, ["tags"]);
export const spread = v.object({ ...Address.entries, country: v.string() });
export const union = v.union([v.string(), v.number()]);
const Circle = v.object({ kind: v.literal("circle"), radius: v.number() });
const Square = v.object({ kind: v.literal("square"), side: v.number() });
export const variant = v.variant("kind", [Circle, Square]);
export const piped = v.pipe(v.string(), v.trim(), v.minLength(1), v.brand("Name"));
export const described = v.pipe(v.string(), v.title("Name"), v.description("A name"));
interface Node {
  readonly value: string;
  readonly next?: Node | undefined;
}
export const Node: v.GenericSchema<Node> = v.object({ value: v.string(), next: v.optional(v.lazy(() => Node)) });
