import { readFileSync } from "node:fs";
import { makeExecutableSchema } from "@graphql-tools/schema";
import merge from "lodash.merge";

const users = { Query: { user: () => readFileSync("user.json", "utf8") } };
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL Query.user → user → fs.readFileSync
const terms = { Query: { terms: () => readFileSync("terms.txt", "utf8") } };
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL Query.terms → terms → fs.readFileSync

export const schema = makeExecutableSchema({
//                    ^^^^^^^^^^^^^^^^^^^^^^ startup
  typeDefs: "type Query { user: String, terms: String }",
  resolvers: merge({}, users, terms),
//           ^^^^^^^^^^^^^^^^^^^^^^^ startup
});
