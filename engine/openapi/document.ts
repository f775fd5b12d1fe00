/** OpenAPI documents, as far as they are written here: version 3.1, whose schemas are JSON Schema 2020-12. */
import type { Json, JsonSchema } from "../schema-reader.js";

export type OpenApiVersion = "3.0" | "3.1" | "3.2";

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: OpenApiInfo;
  readonly servers?: readonly { readonly url: string; readonly description?: string }[];
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>;
  };
}

export interface OpenApiInfo {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: { readonly name: string };
}

/** The methods that a path can have in every version. */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export type Method = (typeof METHODS)[number];

export type PathItem = Readonly<Partial<Record<Method, Operation>>> & {
  /** Since 3.2. */
  readonly query?: Operation;
  readonly additionalOperations?: Readonly<Record<string, Operation>>;
};

export interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: Readonly<Record<string, Response>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly schema?: JsonSchema;
  /** Of what is carried in another form, such as JSON; instead of a schema. */
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly example?: Json;
}

export interface RequestBody {
  readonly description?: string;
  readonly required?: boolean;
  readonly content: Readonly<Record<string, MediaType>>;
}

export interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  readonly schema?: JsonSchema;
  /** Since 3.2: of each item of a stream. */
  readonly itemSchema?: JsonSchema;
}

export interface SecurityScheme {
  readonly type: "http" | "apiKey" | "oauth2" | "openIdConnect";
  readonly scheme?: string;
  readonly in?: "header" | "query" | "cookie";
  readonly name?: string;
  readonly description?: string;
  readonly flows?: Readonly<Record<string, OAuthFlow>>;
  readonly openIdConnectUrl?: string;
}

export interface OAuthFlow {
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly scopes: Readonly<Record<string, string>>;
}
