// @only: typed because the fields to map are named by a constant of the package
import { readFileSync } from "node:fs";
import { MapperKind, mapSchema } from "@graphql-tools/utils";
import { defaultFieldResolver, type GraphQLSchema } from "graphql";

export function translated(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) => {
      const { resolve = defaultFieldResolver } = field;
      field.resolve = async (source, args, context, info) => {
        const text = String(await resolve(source, args, context, info));
        return readFileSync(`texts/${text}`, "utf8");
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GraphQL field → resolve → fs.readFileSync
      };
      return field;
    },
  });
}
