/** What is built once and used for every request: schemas, clients, keys. Other rows of that sort lie with their packages. */
import { estimated, measured } from "../cost.js";
import type { CataloguePackage, CatalogueRow } from "../row.js";

/** A validator of some fields: quick to build, but slower than to use it. */
const schema = (member: string, cost = estimated(1, "an object of some fields")): CatalogueRow => ({
  member,
  kind: "cpu",
  cost,
  setup: { builds: "a schema", isQuick: true },
});

/** A client: it reads its configuration, makes agents and pools, and opens connections of its own. */
const client = (member: string, of = "its configuration and its connections"): CatalogueRow => ({
  member,
  kind: "cpu",
  cost: estimated(1, of),
  setup: { builds: "a client", isQuick: true },
  note: "A client for each request also opens its own connections, instead of using those that are open.",
});

/** Each of AWS's services has a package of its own. */
const awsClients = {
  s3: "S3Client",
  dynamodb: "DynamoDBClient",
  sqs: "SQSClient",
  sns: "SNSClient",
  ses: "SESClient",
  sesv2: "SESv2Client",
  lambda: "LambdaClient",
  "secrets-manager": "SecretsManagerClient",
  ssm: "SSMClient",
  kms: "KMSClient",
  sts: "STSClient",
  "cognito-identity-provider": "CognitoIdentityProviderClient",
  cloudfront: "CloudFrontClient",
  "bedrock-runtime": "BedrockRuntimeClient",
} as const;

export const setUps: readonly CataloguePackage[] = [
  {
    module: "zod",
    aliases: ["zod/v3", "zod/v4"],
    rows: ["object", "strictObject", "looseObject", "discriminatedUnion"].flatMap((member) => [
      schema(member, measured(0.15, "an object of four fields, and its first use")),
      schema(`z.${member}`, measured(0.15, "an object of four fields, and its first use")),
    ]),
  },
  { module: "joi", aliases: ["@hapi/joi"], rows: [schema("object")] },
  { module: "yup", rows: [schema("object")] },
  {
    module: "@sinclair/typebox/compiler",
    aliases: ["typebox/compile"],
    rows: [
      {
        member: "TypeCompiler.Compile",
        kind: "cpu",
        cost: measured(0.083, "a schema of ten properties"),
        setup: { builds: "a validator" },
      },
    ],
  },
  {
    module: "fast-json-stringify",
    rows: [
      {
        member: "default",
        kind: "cpu",
        cost: measured(0.18, "a schema of ten properties"),
        setup: { builds: "a serialiser" },
      },
    ],
  },
  {
    module: "graphql",
    rows: [
      {
        member: "buildSchema",
        kind: "cpu",
        cost: measured(0.66, "a schema of 20 types"),
        setup: { builds: "a schema" },
      },
    ],
  },
  {
    module: "@graphql-tools/schema",
    rows: [
      {
        member: "makeExecutableSchema",
        kind: "cpu",
        cost: estimated(2, "a schema of some types"),
        setup: { builds: "a schema" },
      },
    ],
  },
  {
    module: "jose",
    rows: [
      {
        member: "createRemoteJWKSet",
        kind: "cpu",
        cost: measured(0.063),
        setup: { builds: "a key set", isQuick: true },
        note: "A new key set has no keys yet, and asks for them over the network again.",
      },
    ],
  },
  {
    module: "jwks-rsa",
    rows: [
      {
        member: "default",
        kind: "cpu",
        cost: measured(0.039),
        setup: { builds: "a key set", isQuick: true },
        note: "A new key set has no keys yet, and asks for them over the network again.",
      },
    ],
  },
  ...Object.entries(awsClients).map(([service, name]) => ({
    module: `@aws-sdk/client-${service}`,
    rows: [client(`new ${name}`)],
  })),
  { module: "@google-cloud/storage", rows: [client("new Storage")] },
  { module: "openai", rows: [client("new default"), client("new OpenAI")] },
  { module: "@anthropic-ai/sdk", rows: [client("new default"), client("new Anthropic")] },
  { module: "stripe", rows: [client("new default"), client("default")] },
  { module: "twilio", rows: [client("default")] },
  { module: "@prisma/client", rows: [{ ...client("new PrismaClient"), cost: estimated(2, "a query engine and its connections") }] },
  { module: "pg", rows: [client("new Pool", "a pool of connections")] },
  { module: "mysql2", aliases: ["mysql2/promise"], rows: [client("createPool", "a pool of connections")] },
  { module: "mongodb", rows: [client("new MongoClient", "a pool of connections")] },
  { module: "ioredis", rows: [client("new default"), client("new Redis")] },
  { module: "redis", rows: [client("createClient")] },
  { module: "nodemailer", rows: [client("createTransport")] },
];
