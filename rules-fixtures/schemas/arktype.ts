/** Schemas of ArkType, read statically and compared with what ArkType itself says of them. */
import { type } from "arktype";

export const text = type("string");
export const limitedText = type("2 <= string <= 10");
export const email = type("string.email");
export const limitedNumber = type("number >= 1");
export const exclusive = type("0 < number < 10");
export const integer = type("number.integer % 5");
export const union = type("string | number | null");
export const choices = type("'a' | 'b'");
export const array = type("string[]");
export const limitedArray = type("number[] >= 1");
export const arrayOfUnion = type("(string | number)[]");
export const enumerated = type.enumerated("a", "b");
export const Address = type({ street: "string", zip: /^\d{5}$/ });
export const User = type({
  id: "string.email",
  "age?": "number.integer >= 0",
  address: Address,
  tags: "string[]",
  role: "'admin' | 'guest'",
  nested: { deep: "boolean" },
});
export const users = User.array();
export const picked = User.pick("id", "address");
export const omitted = Address.omit("zip");
export const partial = Address.partial();
export const merged = Address.merge({ country: "string" });
export const orMethod = Address.or("null");
