/**
 * The schema of `loopguard.config.json`: editors complete and check the file by it, and so does the engine.
 * `engine/schema/loopguard.config.json` is generated from it.
 */
import { CONFIGURATION_FILE } from "./configuration.js";

/** The part of JSON Schema that the file needs, and that {@link ./validate.ts} understands. */
export interface Schema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type: "object" | "array" | "string" | "integer" | "number";
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false;
  readonly required?: readonly string[];
  /** Of each of these groups at least one must be there. */
  readonly anyOf?: readonly { readonly required: readonly string[] }[];
  readonly items?: Schema;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly minLength?: number;
}

const module = text(
  "The package that the function comes from, as it is imported; or a file of the project, as a path " +
    "that starts with `./` and is relative to this file.",
);
const member = text(
  "The function: an exported name, `Class.method`, `create().method` for a method of what a function returns, " +
    "or `default` for the module itself.",
);
const argument: Schema = {
  description: "The argument that carries the function, from 0; -1 is the last one.",
  type: "integer",
};
const property = text("The property of that argument that holds the function, such as `handler`; `*` for any.");

/** What all settings about a function that is handed to another one have. */
const handed = { module, member, argument, property };

export const configurationSchema: Schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: CONFIGURATION_FILE,
  description: "What Loopguard cannot find out by itself. Comments and trailing commas are allowed.",
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: text("Where this schema is."),
    blocking: list("Calls that block the event loop.", {
      properties: {
        module,
        member,
        kind: {
          description: "What it does. Default: `cpu`.",
          type: "string",
          enum: ["sync-io", "cpu", "wait", "loop", "regex"],
        },
        ms: { description: "Time per call in milliseconds.", type: "number", minimum: 0 },
        twin: {
          description: "The asynchronous function to use instead.",
          type: "object",
          properties: { module, member },
          required: ["module", "member"],
          additionalProperties: false,
        },
        note: text("A sentence that is added to the message."),
      },
      required: ["module", "member"],
    }),
    entryPoints: list("Functions that the event loop calls while the process serves.", {
      properties: {
        ...handed,
        decorator: text("The decorator of the methods that are entry points, instead of `member`."),
        extends: text(
          "The class or interface of the package whose `member` is an entry point wherever it is implemented.",
        ),
        kind: {
          description: "What calls it. Default: `callback`.",
          type: "string",
          enum: [
            "http",
            "middleware",
            "hook",
            "websocket",
            "rpc",
            "timer",
            "listener",
            "queue",
            "schedule",
            "resolver",
            "callback",
          ],
        },
        label: text("How messages name it; `{0}` stands for the first argument of the call where that is a string."),
      },
      required: ["module"],
      anyOf: [{ required: ["member"] }, { required: ["decorator"] }],
    }),
    wrappers: list("Functions that give back the function they were given, in other clothes.", {
      properties: handed,
      required: ["module", "member"],
    }),
    offload: list("Functions that run what they are given on another thread or in another process.", {
      properties: handed,
      required: ["module", "member"],
    }),
    startup: list(
      "Functions that run while the process starts; with `argument`, functions that are handed to such a function.",
      { properties: handed, required: ["module", "member"] },
    ),
    security: list(
      "What the document of the API says of middleware, guards and decorators that let requests through.",
      {
        properties: {
          module,
          member,
          scheme: {
            description: "What requests must carry; `none` for what exempts from all.",
            type: "string",
            enum: ["bearer", "basic", "apiKey", "oauth2", "openIdConnect", "none"],
          },
          id: text("What the document calls it. Default: the scheme, or the name of the key."),
          in: {
            description: "Where an API key is sent. Default: `header`.",
            type: "string",
            enum: ["header", "query", "cookie"],
          },
          name: text("The header, parameter or cookie that carries an API key. Default: `x-api-key`."),
          authorizationUrl: text("Of `oauth2`: where people sign in."),
          tokenUrl: text("Of `oauth2`: where tokens come from."),
          openIdConnectUrl: text("Of `openIdConnect`: where it is described."),
          scopes: {
            description: "The scopes of `oauth2` and `openIdConnect` that are asked for.",
            type: "array",
            items: { type: "string", minLength: 1 },
          },
          status: { description: "What other requests are answered with, such as 401.", type: "integer", minimum: 400 },
        },
        required: ["module", "member", "scheme"],
      },
    ),
    ignore: {
      description: "Files whose blocking calls are not reported, as patterns of a `.gitignore` beside this file.",
      type: "array",
      items: { type: "string", minLength: 1 },
    },
    minCost: {
      description:
        "The least cost of one call to report where nothing else is asked for. 0: any. 1: from 0.05 ms. 2: from 1 ms. 3: from 20 ms.",
      type: "integer",
      enum: [0, 1, 2, 3],
    },
    confidence: {
      description: "The least certain finding to report where nothing else is asked for.",
      type: "string",
      enum: ["definite", "probable", "possible"],
    },
  },
};

function text(description: string): Schema {
  return { description, type: "string", minLength: 1 };
}

function list(description: string, items: Pick<Schema, "properties" | "required" | "anyOf">): Schema {
  return { description, type: "array", items: { type: "object", additionalProperties: false, ...items } };
}
