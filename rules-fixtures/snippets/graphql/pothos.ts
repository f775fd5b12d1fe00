import { readFileSync } from "node:fs";
import SchemaBuilder from "@pothos/core";

const builder = new SchemaBuilder({});

builder.objectRef<{ id: string }>("User").implement({
  fields: (t) => ({ avatar: t.string({ resolve: ({ id }) => readFileSync(`avatars/${id}`, "base64") }) }),
//                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL field → resolve → fs.readFileSync
});

builder.queryType({
  fields: (t) => ({
    terms: t.string({ resolve: () => readFileSync("terms.txt", "utf8") }),
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL field → resolve → fs.readFileSync
  }),
});

builder.mutationField("accept", (t) =>
  t.field({
    type: "Boolean",
    resolve: () => {
      readFileSync("accepted.txt");
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL field → resolve → fs.readFileSync
      return true;
    },
  }),
);
