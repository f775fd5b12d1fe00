/** Puts together what is said of single fields of an object: `email`, `address.city`, `tags.*`. */
import type { JsonSchema, SchemaAnswer } from "../schema-reader.js";

export interface Field {
  /** `*` for the elements of a list. */
  readonly path: readonly string[];
  readonly answer: SchemaAnswer;
}

interface Branch {
  schema: JsonSchema;
  isRequired: boolean;
  readonly inner: Map<string, Branch>;
}

export function objectOf(fields: readonly Field[]): SchemaAnswer {
  const root: Branch = { schema: {}, isRequired: true, inner: new Map() };
  for (const { path, answer } of fields) {
    let at = root;
    for (const [index, name] of path.entries()) {
      const branch = at.inner.get(name) ?? { schema: {}, isRequired: false, inner: new Map() };
      at.inner.set(name, branch);
      // What is inside of something that must be there is only there if that is.
      if (index < path.length - 1 && path[index + 1] !== ELEMENT && answer.absent === undefined)
        branch.isRequired = true;
      at = branch;
    }
    at.schema = { ...at.schema, ...answer.schema };
    if (path.at(-1) !== ELEMENT) at.isRequired = answer.absent === undefined;
  }
  return { schema: schemaOf(root), problems: fields.flatMap(({ answer }) => answer.problems) };
}

const ELEMENT = "*";

function schemaOf({ schema, inner }: Branch): JsonSchema {
  const element = inner.get(ELEMENT);
  if (element) return { ...schema, type: "array", items: schemaOf(element) };
  if (inner.size === 0) return schema;
  const required = [...inner].filter(([, { isRequired }]) => isRequired).map(([name]) => name);
  return {
    ...schema,
    type: "object",
    properties: Object.fromEntries([...inner].map(([name, each]) => [name, schemaOf(each)])),
    ...(required.length > 0 && { required }),
  };
}
