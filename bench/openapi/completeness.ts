/** How much a document says, so that one that is made fast because it is empty is seen to be. */

export interface Completeness {
  readonly operations: number;
  /** The schemas among the components. */
  readonly schemas: number;
  /** Of all responses, those whose content has a schema that says something, or that have none to send. */
  readonly describedResponses: number;
  readonly responses: number;
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses?: Readonly<Record<string, Response>> }>>>
  >;
  readonly components?: { readonly schemas?: Readonly<Record<string, object>> };
}

/** @param text the document as JSON */
export function completenessOf(text: string): Completeness {
  const { paths, components } = JSON.parse(text) as Document;
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  const responses = operations.flatMap((operation) => Object.values(operation.responses ?? {}));
  return {
    operations: operations.length,
    schemas: Object.keys(components?.schemas ?? {}).length,
    describedResponses: responses.filter(isDescribed).length,
    responses: responses.length,
  };
}

/** A method that returns `void` sends nothing: there, no content is the description. */
function isDescribed({ content = {} }: Response): boolean {
  return Object.values(content).every(({ schema = {} }) => Object.keys(schema).length > 0);
}
