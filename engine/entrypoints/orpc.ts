/** oRPC: procedures, middleware, and the interceptors of its handlers. */
import { HELD } from "../reference.js";
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const builderMembers = [
  "$context", "$config", "$route", "$input", "errors", "use", "meta", "route", "input", "output", "prefix", "tag",
  "router",
] as const;

const handlers = ["new RPCHandler", "new OpenAPIHandler"] as const;

export const orpc: Framework = {
  name: "oRPC",
  page: {
    homepage: "https://orpc.dev",
    description:
      "Procedures and their middleware.",
    examples: ["orpc/procedures.ts"],
  },
  modules: [
    "@orpc/server",
    ...["node", "fetch", "ws", "fastify", "aws-lambda", "websocket", "message-port"].flatMap((adapter) => [
      `@orpc/server/${adapter}`, `@orpc/openapi/${adapter}`,
    ]),
  ],
  types: {
    Builder: {
      origins: ["os", ...chained("Builder", builderMembers)],
      declaredAs: [
        "Builder", "BuilderWithMiddlewares", "ProcedureBuilder", "ProcedureBuilderWithInput",
        "ProcedureBuilderWithOutput", "ProcedureBuilderWithInputOutput", "RouterBuilder", "ImplementerInternal",
        "ProcedureImplementer", "DecoratedProcedure",
      ].map((name) => `@orpc/server#${name}`),
    },
    // What implements a contract has the contract's own names: `implement(contract).planets.list.handler(…)`.
    Implementer: { origins: ["implement()", "Implementer.*", ...chained("Implementer", builderMembers)] },
    Middleware: {
      origins: ["Builder.middleware()", ...chained("Middleware", ["concat", "mapInput"])],
      declaredAs: ["@orpc/server#DecoratedMiddleware"],
    },
  },
  registrations: [
    { on: ["Builder", "Implementer"], members: ["handler"], effect: "entry", kind: "rpc", label: "oRPC handler" },
    {
      on: ["Builder"],
      members: ["input", "output"],
      handlers: [{ at: 0, property: HELD }],
      effect: "entry",
      kind: "middleware",
      label: "oRPC {member}",
    },
    {
      on: ["Builder", "Implementer"],
      members: ["use", "middleware"],
      effect: "entry",
      kind: "middleware",
      label: "oRPC middleware",
    },
    {
      on: ["Middleware"],
      members: ["concat", "mapInput"],
      effect: "entry",
      kind: "middleware",
      label: "oRPC middleware",
    },
    {
      members: handlers,
      handlers: ["interceptors", "rootInterceptors", "clientInterceptors", "adapterInterceptors"].map((property) => ({
        at: 1,
        property,
      })),
      effect: "entry",
      kind: "middleware",
      label: "oRPC interceptor",
    },
    { members: ["onError", "onStart", "onSuccess", "onFinish"], effect: "wrapped" },
  ],
};
