/** GraphQL: resolvers in maps, in types and in builders; contexts and plugins of the servers; batch functions. */
import type { Framework } from "./framework.js";

/** Plugin members that are called while the server starts or stops. */
const startUp = [
  "serverWillStart", "onPluginInit", "onSchemaChange", "schemaDidLoadOrUpdate", "renderLandingPage",
] as const;
const farewells = ["drainServer", "serverWillStop", "onDispose"] as const;

/** Plugin members that are called for every request. */
const requestHooks = [
  // Apollo Server
  "requestDidStart",
  "unexpectedErrorProcessingRequest",
  "contextCreationDidFail",
  "invalidRequestWasReceived",
  "startupDidFail",
  // Envelop and Yoga
  "onRequest",
  "onRequestParse",
  "onParams",
  "onParse",
  "onValidate",
  "onContextBuilding",
  "onExecute",
  "onSubscribe",
  "onResultProcess",
  "onExecutionResult",
  "onResponse",
  "onEnveloped",
] as const;

/** Modules whose functions take `{ typeDefs, resolvers }`. */
const schemaModules = [
  "@graphql-tools/schema", "graphql-tools", "graphql-yoga", "@graphql-yoga/node", "@apollo/server", "apollo-server",
  "apollo-server-express", "apollo-server-koa", "apollo-server-fastify", "apollo-server-lambda", "apollo-server-core",
  "@apollo/subgraph", "@apollo/federation", "@graphql-tools/merge", "mercurius",
];

export const graphqlSchemas: Framework = {
  name: "GraphQL schemas",
  partOf: "graphql-js",
  modules: schemaModules,
  registrations: [
    {
      members: [
        "makeExecutableSchema", "createSchema", "new ApolloServer", "buildSubgraphSchema", "buildFederatedSchema",
        "new GraphQLServer",
      ],
      handlers: [{ at: 0, property: "resolvers.*" }],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {property}",
    },
    // `buildSubgraphSchema([{ typeDefs, resolvers }])`, `defineLoaders`: what is merged is still a map of resolvers.
    {
      members: ["mergeResolvers"],
      handlers: [{ at: 0, property: "*" }],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {property}",
    },
  ],
};

export const apolloServer: Framework = {
  name: "Apollo Server",
  partOf: "graphql-js",
  modules: [
    "@apollo/server", "@apollo/server/standalone", "@apollo/server/express4", "@as-integrations/express4",
    "@as-integrations/express5", "@as-integrations/fastify", "@as-integrations/koa", "@as-integrations/next",
    "@as-integrations/aws-lambda", "apollo-server", "apollo-server-express", "apollo-server-koa",
    "apollo-server-fastify", "apollo-server-lambda", "apollo-server-core",
  ],
  registrations: [
    {
      members: ["new ApolloServer"],
      handlers: ["", "serverWillStart."].flatMap((before) =>
        startUp.map((member) => ({ at: 0, property: `plugins.${before}${member}` })),
      ),
      effect: "startup",
    },
    {
      members: ["new ApolloServer"],
      handlers: ["", "serverWillStart."].flatMap((before) =>
        farewells.map((member) => ({ at: 0, property: `plugins.${before}${member}` })),
      ),
      effect: "ignored",
    },
    {
      members: ["new ApolloServer"],
      handlers: [{ at: 0, property: "plugins.*" }],
      effect: "entry",
      kind: "hook",
      label: "Apollo {property}",
    },
    {
      members: ["new ApolloServer"],
      handlers: ["formatError", "context", "formatResponse", "fieldResolver"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "Apollo {property}",
    },
    {
      members: [
        "startStandaloneServer", "expressMiddleware", "koaMiddleware", "fastifyApolloHandler",
        "startServerAndCreateNextHandler", "startServerAndCreateLambdaHandler",
      ],
      handlers: [{ at: 1, property: "context" }],
      effect: "entry",
      kind: "hook",
      label: "Apollo {property}",
    },
  ],
  heritage: [
    { types: ["ApolloServerPlugin"], members: startUp, effect: "startup" },
    { types: ["ApolloServerPlugin"], members: requestHooks, effect: "entry", kind: "hook", label: "Apollo plugin" },
  ],
};

export const graphqlYoga: Framework = {
  name: "GraphQL Yoga",
  partOf: "graphql-js",
  modules: ["graphql-yoga", "@graphql-yoga/node", "@envelop/core", "@envelop/types"],
  registrations: [
    {
      members: ["createYoga", "createServer", "envelop"],
      handlers: [...startUp, ...farewells].map((member) => ({ at: 0, property: `plugins.${member}` })),
      effect: "startup",
    },
    {
      members: ["createYoga", "createServer", "envelop"],
      handlers: ["plugins.*", "context", "cors", "graphiql", "maskedErrors.maskError"].map((property) => ({
        at: 0,
        property,
      })),
      effect: "entry",
      kind: "hook",
      label: "GraphQL {property}",
    },
    { members: ["useExtendContext"], effect: "entry", kind: "hook", label: "GraphQL context" },
  ],
  heritage: [{ types: ["Plugin"], members: requestHooks, effect: "entry", kind: "hook", label: "GraphQL plugin" }],
};

/** Functions that plugins of their own call for every request. */
export const envelopPlugins: Framework = {
  name: "Envelop plugins",
  partOf: "graphql-js",
  modules: [
    "@graphql-yoga/plugin-response-cache", "@envelop/response-cache", "@envelop/generic-auth",
    "@graphql-yoga/plugin-persisted-operations", "@envelop/rate-limiter", "@graphql-yoga/plugin-jwt",
  ],
  registrations: [
    {
      members: ["useResponseCache", "useGenericAuth", "usePersistedOperations", "useRateLimiter", "useJWT"],
      handlers: [
        "session", "enabled", "buildResponseCacheKey", "getScope", "shouldCacheResult", "resolveUserFn", "validateUser",
        "getPersistedOperation", "identifyFn", "tokenLookupLocations", "getToken",
      ].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "GraphQL {property}",
    },
  ],
};

/** The reference implementation: types made of fields. */
export const graphqlJs: Framework = {
  name: "graphql-js",
  page: {
    title: "GraphQL",
    homepage: "https://graphql.org",
    description:
      "Resolvers, wherever they are declared: in objects beside a schema, in types built by code, in classes with decorators.",
    examples: ["graphql/apollo.ts", "graphql/object-type.ts", "graphql/pothos.ts"],
  },
  modules: ["graphql", "graphql-compose"],
  registrations: [
    {
      members: ["new GraphQLObjectType", "new GraphQLInterfaceType"],
      handlers: [
        { at: 0, property: "fields.*.resolve" },
        { at: 0, property: "fields.*.subscribe" },
      ],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {0.name}.{property}",
    },
    {
      members: ["new GraphQLObjectType", "new GraphQLInterfaceType", "new GraphQLUnionType"],
      handlers: [
        { at: 0, property: "resolveType" },
        { at: 0, property: "isTypeOf" },
      ],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {0.name} {property}",
    },
    {
      members: ["new GraphQLScalarType"],
      handlers: ["serialize", "parseValue", "parseLiteral"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {0.name} {property}",
    },
    // Field maps are written in files of their own: `export const terms: GraphQLFieldConfig = { resolve }`.
    {
      members: ["graphql", "execute", "subscribe"],
      handlers: [{ at: 0, property: "rootValue.*" }],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {property}",
    },
  ],
  heritage: [
    {
      types: ["GraphQLFieldConfig"],
      members: ["resolve", "subscribe"],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL field",
    },
    {
      types: ["GraphQLScalarTypeConfig", "GraphQLScalarType"],
      members: ["serialize", "parseValue", "parseLiteral"],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL scalar",
    },
  ],
};

/** `express-graphql`, `graphql-http` and their like: a root value and a context. */
export const graphqlOverHttp: Framework = {
  name: "GraphQL over HTTP",
  partOf: "graphql-js",
  modules: [
    "express-graphql", "koa-graphql", "graphql-http", "graphql-http/lib/use/express", "graphql-http/lib/use/http",
    "graphql-http/lib/use/koa", "graphql-http/lib/use/fastify", "graphql-ws", "graphql-ws/use/ws",
    "graphql-ws/lib/use/ws", "subscriptions-transport-ws",
  ],
  registrations: [
    {
      members: ["graphqlHTTP", "createHandler"],
      handlers: [{ at: 0, property: "rootValue.*" }],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {property}",
    },
    {
      members: ["graphqlHTTP", "createHandler", "useServer", "makeServer"],
      handlers: [
        "context", "formatError", "customFormatErrorFn", "onSubscribe", "onConnect", "onDisconnect", "onOperation",
        "onNext", "onError", "onComplete",
      ].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "GraphQL {property}",
    },
    { members: ["graphqlHTTP"], handlers: [{ at: 0 }], effect: "entry", kind: "hook", label: "GraphQL options" },
  ],
};

/** Pothos: functions that define fields run while the schema is built, and are handed a builder. */
export const pothos: Framework = {
  name: "Pothos",
  partOf: "graphql-js",
  modules: ["@pothos/core"],
  types: {
    SchemaBuilder: {
      origins: ["new default", "new SchemaBuilder"],
      declaredAs: [
        "@pothos/core#SchemaBuilder", "global#PothosSchemaTypes.SchemaBuilder", "PothosSchemaTypes#SchemaBuilder",
      ],
    },
    Ref: {
      origins: ["objectRef", "interfaceRef", "loadableObjectRef", "loadableInterfaceRef", "prismaObject"].map(
        (member) => `SchemaBuilder.${member}()`,
      ),
      declaredAs: ["ObjectRef", "InterfaceRef", "ImplementableObjectRef", "ImplementableInterfaceRef"].map(
        (name) => `@pothos/core#${name}`,
      ),
    },
    FieldBuilder: {
      origins: [],
      declaredAs: [
        "RootFieldBuilder", "FieldBuilder", "QueryFieldBuilder", "MutationFieldBuilder", "SubscriptionFieldBuilder",
        "ObjectFieldBuilder", "InterfaceFieldBuilder",
      ].flatMap((name) => [`@pothos/core#${name}`, `global#PothosSchemaTypes.${name}`]),
    },
  },
  registrations: [
    {
      members: ["new default", "new SchemaBuilder"],
      handlers: ["scopeAuth.*", "authScopes", "errors.*", "validation.*", "relay.*", "complexity.*"].map((property) => ({
        at: 0,
        property,
      })),
      effect: "entry",
      kind: "hook",
      label: "GraphQL {property}",
    },
    {
      on: ["SchemaBuilder"],
      members: [
        "objectType", "interfaceType", "prismaObject", "prismaNode", "node", "loadableObject", "loadableNode",
        "loadableInterface", "loadableObjectRef", "loadableNodeRef", "loadableInterfaceRef", "unionType",
      ],
      handlers: ["load", "isTypeOf", "resolveType", "authScopes", "loadOne", "loadMany", "toKey"].map((property) => ({
        at: 1,
        property,
      })),
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {0} {property}",
    },
    {
      on: ["Ref"],
      members: ["implement"],
      handlers: ["load", "isTypeOf", "resolveType", "authScopes"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {property}",
    },
    {
      on: ["Ref"],
      members: ["implement"],
      handlers: [{ at: 0, property: "fields" }],
      effect: "startup",
      parameters: ["FieldBuilder"],
    },
    {
      on: ["SchemaBuilder"],
      members: ["relayMutationField"],
      handlers: [{ at: 2, property: "resolve" }, { at: 2, property: "authScopes" }],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL Mutation.{0}",
    },
    {
      on: ["SchemaBuilder"],
      members: ["relayMutationField"],
      handlers: [{ at: 1, property: "inputFields" }, { at: 3, property: "outputFields" }],
      effect: "startup",
      parameters: ["FieldBuilder"],
    },
    {
      on: ["FieldBuilder"],
      members: [
        "field", "string", "stringList", "int", "intList", "float", "floatList", "boolean", "booleanList", "id",
        "idList", "expose", "connection", "node", "nodeList", "prismaField", "prismaConnection", "loadable",
        "loadableList", "withAuth", "fieldWithInput", "listRef", "relation", "variant",
      ],
      handlers: [
        ...["resolve", "subscribe", "load", "authScopes", "byPath", "sort", "extensions"].map((property) => ({
          at: -1,
          property,
        })),
      ],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL field",
    },
    {
      on: ["SchemaBuilder"],
      members: ["queryType", "mutationType", "subscriptionType"],
      handlers: [{ at: 0, property: "fields" }],
      effect: "startup",
      parameters: ["FieldBuilder"],
    },
    {
      on: ["SchemaBuilder"],
      members: ["objectType", "interfaceType", "prismaObject", "prismaNode", "node", "loadableObject", "loadableNode"],
      handlers: [{ at: 1, property: "fields" }],
      effect: "startup",
      parameters: ["FieldBuilder"],
    },
    {
      on: ["SchemaBuilder"],
      members: ["queryFields", "mutationFields", "subscriptionFields"],
      handlers: [{ at: 0 }],
      effect: "startup",
      parameters: ["FieldBuilder"],
    },
    {
      on: ["SchemaBuilder"],
      members: ["queryField", "mutationField", "subscriptionField", "objectFields", "interfaceFields"],
      handlers: [{ at: 1 }],
      effect: "startup",
      parameters: ["FieldBuilder"],
    },
    {
      on: ["SchemaBuilder"],
      members: ["objectField", "interfaceField", "prismaObjectField"],
      handlers: [{ at: 2 }],
      effect: "startup",
      parameters: ["FieldBuilder"],
    },
    {
      on: ["SchemaBuilder"],
      members: ["scalarType"],
      handlers: [
        { at: 1, property: "serialize" },
        { at: 1, property: "parseValue" },
      ],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {0} {property}",
    },
  ],
};

/** Schemas made of schemas: what changes fields on the way gives them resolvers. */
export const graphqlTools: Framework = {
  name: "GraphQL Tools",
  partOf: "graphql-js",
  modules: ["@graphql-tools/utils"],
  types: { Field: { origins: [], declaredAs: ["graphql#GraphQLFieldConfig"] } },
  registrations: [
    { members: ["mapSchema"], handlers: [{ at: 1, property: "*" }], effect: "startup", parameters: ["Field"] },
  ],
  handlerProperties: [
    { on: ["Field"], properties: ["resolve", "subscribe"], effect: "entry", kind: "resolver", label: "GraphQL field" },
  ],
};

/** What resolvers ask other servers through. */
export const apolloDataSources: Framework = {
  name: "Apollo data sources",
  partOf: "graphql-js",
  modules: ["@apollo/datasource-rest", "apollo-datasource-rest"],
  heritage: [
    {
      types: ["RESTDataSource"],
      members: [
        "willSendRequest", "resolveURL", "cacheKeyFor", "cacheOptionsFor", "requestDeduplicationPolicyFor", "parseBody",
        "didReceiveResponse", "didEncounterError", "errorFromResponse", "throwIfResponseIsError",
      ],
      effect: "entry",
      kind: "hook",
      label: "data source",
    },
  ],
};

/** Resolvers as decorated methods. */
export const typeGraphql: Framework = {
  name: "type-graphql",
  partOf: "graphql-js",
  modules: ["type-graphql"],
  decorators: [
    {
      decorators: ["Query", "Mutation", "Subscription", "FieldResolver"],
      on: "method",
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {member}",
    },
    { decorators: ["Resolver"], on: "class", members: ["constructor"], effect: "startup" },
  ],
  heritage: [
    {
      types: ["MiddlewareInterface"],
      members: ["use"],
      effect: "entry",
      kind: "middleware",
      label: "GraphQL middleware",
    },
  ],
};

/** GraphQL on Fastify: resolvers and loaders are options of the plugin, or defined on the instance. */
export const mercurius: Framework = {
  name: "mercurius",
  partOf: "graphql-js",
  modules: ["mercurius", "fastify"],
  types: {
    Mercurius: { origins: ["default().graphql", "fastify().graphql"], declaredAs: ["mercurius#MercuriusPlugin"] },
  },
  registrations: [
    {
      on: ["Mercurius"],
      members: ["defineResolvers", "defineLoaders"],
      handlers: [{ at: 0, property: "*" }],
      effect: "entry",
      kind: "resolver",
      label: "GraphQL {property}",
    },
    {
      on: ["Mercurius"],
      members: ["addHook"],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "hook",
      label: "GraphQL {0} hook",
    },
  ],
};

/** Keys are collected over a turn of the loop, and loaded by one call. */
export const dataLoader: Framework = {
  name: "DataLoader",
  partOf: "graphql-js",
  modules: ["dataloader"],
  registrations: [
    {
      members: ["new default", "new DataLoader"],
      handlers: [{ at: 0 }],
      effect: "entry",
      kind: "callback",
      label: "DataLoader batch",
    },
    {
      members: ["new default", "new DataLoader"],
      handlers: [{ at: 1, property: "cacheKeyFn" }],
      effect: "entry",
      kind: "callback",
      label: "DataLoader {property}",
    },
  ],
};
