/** Schemas of TypeBox, which are JSON Schema when they run, read statically. */
import { Type } from "@sinclair/typebox";

export const text = Type.String({ minLength: 2, maxLength: 10 });
export const email = Type.String({ format: "email" });
export const number = Type.Number({ minimum: 1, exclusiveMaximum: 10 });
export const integer = Type.Integer({ multipleOf: 5 });
export const boolean = Type.Boolean({ default: true });
export const nothing = Type.Null();
export const anything = Type.Any();
export const literal = Type.Literal("on");
export const literals = Type.Union([Type.Literal("on"), Type.Literal("off")]);
export const role = Type.Enum({ Admin: "admin", Guest: "guest" });
export const array = Type.Array(Type.String(), { minItems: 1, uniqueItems: true });
export const tuple = Type.Tuple([Type.String(), Type.Number()]);
export const Address = Type.Object({ street: Type.String(), zip: Type.String({ pattern: String.raw`^\d{5}$` }) });
export const User = Type.Object(
  {
    id: Type.String({ format: "uuid" }),
    age: Type.Optional(Type.Integer({ minimum: 0 })),
    address: Address,
    role,
  },
  { additionalProperties: false, description: "Somebody" },
);
export const partial = Type.Partial(Address);
export const required = Type.Required(Type.Partial(Address));
export const picked = Type.Pick(Address, ["zip"]);
export const omitted = Type.Omit(Address, ["zip"]);
export const keys = Type.KeyOf(Address);
export const union = Type.Union([Type.String(), Type.Number(), Type.Null()]);
export const composite = Type.Composite([Address, Type.Object({ country: Type.String() })]);
export const Node = Type.Recursive((This) => Type.Object({ value: Type.String(), nodes: Type.Array(This) }), {
  $id: "Node",
});
const page = <T extends Parameters<typeof Type.Array>[0]>(item: T) => Type.Object({ items: Type.Array(item) });
export const pageOfUsers = page(User);
