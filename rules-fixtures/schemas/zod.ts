/** Schemas of zod, read statically and compared with what zod itself says of them. */
/* eslint-disable @typescript-eslint/no-deprecated -- the forms of zod 3 are read as well */
import { z } from "zod";

/* Text */
export const text = z.string();
export const limitedText = z.string().min(2).max(10);
export const exactText = z.string().length(4);
export const nonEmptyText = z.string().nonempty();
export const email = z.email();
export const emailMethod = z.string().email();
export const limitedEmail = z.string().email().max(254);
export const url = z.url();
export const uuid = z.uuid();
export const uuidMethod = z.string().uuid();
export const datetime = z.iso.datetime();
export const datetimeMethod = z.string().datetime();
export const date = z.iso.date();
export const time = z.iso.time();
export const duration = z.iso.duration();
export const ipv4 = z.ipv4();
export const ipv6 = z.ipv6();
export const base64 = z.base64();
export const cuid = z.cuid();
export const ulid = z.ulid();
export const nanoid = z.nanoid();
export const hostname = z.hostname();
export const jwt = z.jwt();
export const matching = z.string().regex(/^[a-z]+$/);
export const matchingBoth = z
  .string()
  .regex(/^[a-z]+/)
  .regex(/[0-9]+$/);
export const starting = z.string().startsWith("user-");
export const ending = z.string().endsWith(".ts");
export const containing = z.string().includes("@");
export const trimmed = z.string().trim().toLowerCase().min(1);
export const template = z.templateLiteral(["user-", z.enum(["a", "b"])]);

/* Numbers */
export const number = z.number();
export const limitedNumber = z.number().min(1).max(10);
export const exclusive = z.number().gt(0).lt(1);
export const inclusive = z.number().gte(0).lte(1);
export const integer = z.int();
export const integerMethod = z.number().int();
export const positive = z.number().positive();
export const nonNegative = z.number().nonnegative();
export const negative = z.number().negative();
export const multiple = z.number().multipleOf(5);
export const int32 = z.int32();
export const computedLimit = z.number().max(5 * 1024 * 1024);

/* Literals and enums */
export const boolean = z.boolean();
export const nothing = z.null();
export const anything = z.any();
export const unknown = z.unknown();
export const never = z.never();
export const literal = z.literal("on");
export const literals = z.literal(["on", "off", 1]);
export const choices = z.enum(["a", "b", "c"]);
export const choicesOfObject = z.enum({ Admin: "admin", Guest: "guest" });
const roles = ["admin", "guest"] as const;
export const choicesOfConstant = z.enum(roles);
export const extracted = choices.extract(["a"]);
export const choicesOfChoices = z.enum([...choices.options, "none"]);
export const excluded = choices.exclude(["a"]);
export const keys = z.object({ a: z.string(), b: z.string() }).keyof();

/* Arrays, tuples, records */
export const array = z.array(z.string());
export const arrayMethod = z.string().array();
export const limitedArray = z.array(z.number()).min(1).max(3);
export const exactArray = z.array(z.number()).length(2);
export const nonEmptyArray = z.array(z.number()).nonempty();
export const tuple = z.tuple([z.string(), z.number()]);
export const openTuple = z.tuple([z.string()], z.number());
export const openTupleMethod = z.tuple([z.string()]).rest(z.number());
export const record = z.record(z.string(), z.number());
export const recordOfChoices = z.record(z.enum(["a", "b"]), z.number());
export const partialRecord = z.partialRecord(z.enum(["a", "b"]), z.number());
export const recordOfLimitedKeys = z.record(z.string().min(3), z.boolean());

/* Objects */
export const Address = z.object({ street: z.string(), zip: z.string().regex(/^\d{5}$/) });
export const User = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(100),
  nickname: z.string().optional(),
  age: z.number().int().min(0).nullable(),
  note: z.string().nullish(),
  address: Address,
  tags: z.array(z.string()).default([]),
});
export const strictObject = z.strictObject({ a: z.string() });
export const strictMethod = z.object({ a: z.string() }).strict();
export const looseObject = z.looseObject({ a: z.string() });
export const passthrough = z.object({ a: z.string() }).passthrough();
export const catchall = z.object({ a: z.string() }).catchall(z.number());
export const partial = User.partial();
export const partialOfSome = User.partial({ name: true });
export const required = User.partial().required();
export const picked = User.pick({ id: true, address: true });
export const omitted = User.omit({ tags: true });
export const extendedUser = User.extend({ role: z.enum(["admin", "guest"]) });
export const mergedUser = Address.merge(z.object({ country: z.string() }));
export const spread = z.object({ ...Address.shape, country: z.string() });
const shape = { a: z.string(), b: z.number() };
export const ofConstantShape = z.object(shape);
export const ofMember = z.object({ zip: Address.shape.zip });

/* Unions and intersections */
export const union = z.union([z.string(), z.number()]);
export const orMethod = z.string().or(z.boolean());
export const unionOfObjects = z.union([Address, User]);
const Circle = z.object({ kind: z.literal("circle"), radius: z.number() });
const Square = z.object({ kind: z.literal("square"), side: z.number() });
export const discriminated = z.discriminatedUnion("kind", [Circle, Square]);
export const intersection = z.intersection(Address, z.object({ country: z.string() }));
export const andMethod = Address.and(z.object({ country: z.string() }));

/* What may be missing */
export const optional = z.object({ a: z.string().optional() });
export const nullable = z.string().nullable();
export const nullableLiteral = z.literal("a").nullable();
export const nullish = z.object({ a: z.number().nullish() });
export const defaulted = z.object({ a: z.string().default("x") });
export const prefaulted = z.object({ a: z.string().prefault("x") });
export const optionalThenDefault = z.object({ a: z.string().optional().default("x") });
export const caught = z.object({ a: z.string().catch("x") });
export const nonOptional = z.object({ a: z.nonoptional(z.string().optional()) });
export const unwrapped = z.object({ a: z.string().optional().unwrap() });

/* Input and output */
export const piped = z.string().pipe(z.email());
export const stringBoolean = z.object({ a: z.stringbool() });
export const codec = z.codec(z.iso.datetime(), z.number(), {
  decode: (text) => Date.parse(text),
  encode: (time) => new Date(time).toISOString(),
});
export const refined = z
  .string()
  .refine((value) => value.length > 1)
  .min(1);
export const branded = z.string().brand<"Id">();
export const readOnly = z.object({ a: z.string() }).readonly();

/* Recursion */
interface Node {
  readonly value: string;
  readonly next?: Node | undefined;
}
export const lazyNode: z.ZodType<Node> = z.lazy(() => z.object({ value: z.string(), next: lazyNode.optional() }));
export const Category = z.object({
  name: z.string(),
  get children() {
    return z.array(Category);
  },
});

/* Words */
export const described = z.string().describe("A name");
export const annotated = z.number().meta({ title: "Age", description: "In years", examples: [42] });
export const describedProperty = z.object({
  a: z.string().describe("First"),
  b: z.number().meta({ deprecated: true }),
});

/* Helpers */
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.number().int() });
export const pageOfUsers = page(User);
function nullableOf<T extends z.ZodType>(inner: T) {
  return inner.nullable();
}
export const helped = z.object({ address: nullableOf(Address) });
const schemas = { item: z.object({ id: z.string() }) };
export const member = schemas.item;
