import { readFileSync } from "node:fs";
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";

const query = new GraphQLObjectType({
  name: "Query",
  fields: {
    terms: {
      type: GraphQLString,
      resolve: () => readFileSync("terms.txt", "utf8"),
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL Query.terms → resolve → fs.readFileSync
    },
  },
});

const user = new GraphQLObjectType({
  name: "User",
  fields: () => ({
    avatar: {
      type: GraphQLString,
      resolve: (source: { id: string }) => readFileSync(`avatars/${source.id}`, "base64"),
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL User.avatar → resolve → fs.readFileSync
    },
  }),
});

export const schema = new GraphQLSchema({ query, types: [user] });
