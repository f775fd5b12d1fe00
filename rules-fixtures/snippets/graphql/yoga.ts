import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createSchema, createYoga } from "graphql-yoga";

const yoga = createYoga({
  schema: createSchema({
    typeDefs: "type Query { terms: String }",
    resolvers: {
      Query: { terms: () => readFileSync("terms.txt", "utf8") },
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL Query.terms → terms → fs.readFileSync
    },
  }),
  context: () => ({ key: readFileSync("session.key") }),
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL context → context → fs.readFileSync
  maskedErrors: { maskError: (error) => new Error(readFileSync("error.txt", "utf8"), { cause: error }) },
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL maskError → maskError → fs.readFileSync
  plugins: [
    {
      onExecute() {
        readFileSync("quota.txt");
//      ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL onExecute → onExecute → fs.readFileSync
      },
    },
  ],
});

createServer(yoga).listen(4000);
