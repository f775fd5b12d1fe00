import { ApolloServer } from "@apollo/server";
import express from "express";

/** A schema bounds the keys of what a client sends to a resolver, and not how many elements its lists have. */
const resolvers = {
  Mutation: {
    updateProduct: (_parent: unknown, { input }: { input: Record<string, unknown> }) =>
      Object.keys(input).reduce((kept, key) => (key === "id" ? kept : { ...kept, [key]: input[key] }), {}),
    updateProducts: (_parent: unknown, { inputs }: { inputs: { code: string; name: string }[] }) =>
      inputs.reduce((names, { code, name }) => ({ ...names, [code]: name }), {}),
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop probable: GraphQL Mutation.updateProducts → updateProducts → copy of what a loop has made, in each of its rounds
  },
};

export const server = new ApolloServer({ typeDefs: "type Mutation { updateProduct: ID }", resolvers });

const app = express();
app.use(express.json());

app.put("/settings", (request, response) => {
  const settings = Object.keys(request.body).reduce((kept, key) => ({ ...kept, [key]: String(request.body[key]) }), {});
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-blocking-loop possible: PUT /settings → copy of what a loop has made, in each of its rounds
  response.json(settings);
});
