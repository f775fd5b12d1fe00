import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

const resolvers = {
  Query: {
    terms: () => readFileSync("terms.txt", "utf8"),
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL Query.terms → terms → fs.readFileSync
  },
  User: {
    avatar: { resolve: (user: { id: string }) => readFileSync(`avatars/${user.id}`, "base64") },
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL User.avatar.resolve → resolve → fs.readFileSync
  },
};

const server = new ApolloServer({
  typeDefs: readFileSync("schema.graphql", "utf8"),
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  resolvers,
  formatError: (error) => {
    readFileSync("errors.txt");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Apollo formatError → formatError → fs.readFileSync
    return error;
  },
  plugins: [
    {
      async serverWillStart() {
        readFileSync("banner.txt");
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
        return {
          async drainServer() {
            readFileSync("goodbye.txt");
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
          },
        };
      },
      async requestDidStart() {
        readFileSync("quota.txt");
//      ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Apollo requestDidStart → requestDidStart → fs.readFileSync
        return {};
      },
    },
  ],
});

await startStandaloneServer(server, {
  context: async () => ({ key: readFileSync("session.key") }),
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Apollo context → context → fs.readFileSync
});
