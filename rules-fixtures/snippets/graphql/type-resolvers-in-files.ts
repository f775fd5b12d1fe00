// @filename: package.json
{ "name": "resolvers", "type": "module" }
// @filename: hash.ts
import { pbkdf2Sync } from "node:crypto";

export function hash(password: string): string {
  return pbkdf2Sync(password, "salt", 100_000, 32, "sha256").toString("hex");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: GraphQL Mutation.login → login → hash → crypto.pbkdf2Sync
}
// @filename: users.ts
import { hash } from "./hash.js";

async function login(_parent: unknown, { password }: { password: string }): Promise<string> {
  return hash(password);
}

export const users = { Mutation: { login } };
// @filename: schema.ts
import { makeExecutableSchema } from "@graphql-tools/schema";
import { users } from "./users.js";

export const schema = makeExecutableSchema({
  typeDefs: "type Mutation { login(password: String): String }",
  resolvers: [users],
});
