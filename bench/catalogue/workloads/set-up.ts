/** What is built once and kept: schemas, clients, pools. */
import { catalogue } from "@loopguard/engine";

import { defaultOf, member } from "../member-call.js";
import {
  type Loaded,
  type PackageWorkloads,
  type Unmeasured,
  unmeasured,
  type Workload,
  type Workloads,
} from "../workload.js";

const SDL = Array.from(
  { length: 20 },
  (_, at) => `type T${String(at)} { id: ID! name: String items: [T${String((at + 1) % 20)}!]! }`,
).join("\n");
const QUERY = "type Query { first: T0 }\n";
const ofTypes = { of: () => "a schema of 20 types" } as const;
const ofProperties = { of: () => "a schema of ten properties" } as const;
const PROPERTIES = Array.from({ length: 10 }, (_, at) => `p${String(at)}`);
const another = (name: string): Unmeasured => unmeasured(`Another name of ${name}, which is measured.`);

/** Properties of a validator's own strings. */
const shape = (string: () => unknown): Record<string, unknown> =>
  Object.fromEntries(PROPERTIES.map((name) => [name, string()]));
const schemaOf = (build: (module: Loaded) => unknown): Workload => ({
  ...ofProperties,
  call: (module) => () => build(module),
});

const awsClient = (path: string): Workload =>
  member(path, () => [{ region: "eu-central-1", credentials: { accessKeyId: "id", secretAccessKey: "secret" } }]);
/** Each of AWS's services has a package of its own, with one client. */
const awsClients = catalogue.flatMap(({ module, rows }): [string, PackageWorkloads][] =>
  module.startsWith("@aws-sdk/client-")
    ? rows.map((row) => [module, { rows: { [row.member]: awsClient(row.member) } }])
    : [],
);
const generated = unmeasured("What it builds is generated for each project from its own schema.");

const PORT = 1;
/** A client that connects only when it is used. */
const client = (path: string, ...given: readonly unknown[]): Workload => member(path, () => given);

export const setUp: Workloads = {
  zod: {
    rows: {
      object: schemaOf(({ z }) => z.object(shape(() => z.string().min(1)))),
      "z.object": another("object"),
      strictObject: schemaOf(({ z }) => z.strictObject(shape(() => z.string().min(1)))),
      "z.strictObject": another("strictObject"),
      looseObject: schemaOf(({ z }) => z.looseObject(shape(() => z.string().min(1)))),
      "z.looseObject": another("looseObject"),
      discriminatedUnion: schemaOf(({ z }) =>
        z.discriminatedUnion(
          "p",
          PROPERTIES.map((name) => z.object({ p: z.literal(name), value: z.string() })),
        ),
      ),
      "z.discriminatedUnion": another("discriminatedUnion"),
    },
  },
  joi: {
    rows: { object: schemaOf((module) => defaultOf(module).object(shape(() => defaultOf(module).string().min(1)))) },
  },
  yup: { rows: { object: schemaOf((module) => module.object(shape(() => module.string().min(1)))) } },
  "@sinclair/typebox/compiler": {
    rows: {
      "TypeCompiler.Compile": {
        ...ofProperties,
        call: async (module, _, { load }) => {
          const { Type }: Loaded = await load("@sinclair/typebox");
          const type: unknown = Type.Object(shape(() => Type.String({ minLength: 1 })));
          return () => module.TypeCompiler.Compile(type);
        },
      },
    },
  },
  "fast-json-stringify": {
    rows: {
      default: member(
        "default",
        () => [{ type: "object", properties: shape(() => ({ type: "string" })) }],
        ofProperties,
      ),
    },
  },
  graphql: { rows: { buildSchema: member("buildSchema", () => [QUERY + SDL], ofTypes) } },
  "@graphql-tools/schema": {
    install: [],
    rows: { makeExecutableSchema: unmeasured("It builds the schema with graphql's buildSchema, which is measured.") },
  },
  jose: { rows: { createRemoteJWKSet: client("createRemoteJWKSet", new URL("https://127.0.0.1/keys")) } },
  "jwks-rsa": { rows: { default: client("default", { jwksUri: "https://127.0.0.1/keys" }) } },
  ...Object.fromEntries(awsClients),
  "@google-cloud/storage": { rows: { "new Storage": client("new Storage", { projectId: "measured" }) } },
  openai: { rows: { "new default": client("new default", { apiKey: "key" }), "new OpenAI": another("new default") } },
  "@anthropic-ai/sdk": {
    rows: { "new default": client("new default", { apiKey: "key" }), "new Anthropic": another("new default") },
  },
  stripe: { rows: { "new default": client("new default", "key"), default: another("new default") } },
  twilio: { rows: { default: client("default", "AC00000000000000000000000000000000", "token") } },
  "@prisma/client": { install: [], rows: { "new PrismaClient": generated } },
  pg: { rows: { "new Pool": client("new Pool", { port: PORT }) } },
  mysql2: { rows: { createPool: client("createPool", { port: PORT }) } },
  mongodb: { rows: { "new MongoClient": client("new MongoClient", "mongodb://127.0.0.1:1") } },
  ioredis: {
    rows: {
      "new default": client("new default", { port: PORT, lazyConnect: true }),
      "new Redis": another("new default"),
    },
  },
  redis: { rows: { createClient: client("createClient", { url: "redis://127.0.0.1:1" }) } },
  nodemailer: { rows: { createTransport: client("createTransport", { port: PORT }) } },
};
