// @valid
// The same shape in a map that no server is given, and the schema's text, read while it starts.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";

export const templates = { Query: { terms: (): string => readFileSync("terms.txt", "utf8") } };

export const server = new ApolloServer({
  typeDefs: [readFileSync("schema.graphql", "utf8")],
  resolvers: { Query: { terms: () => "none" } },
});
