/** tRPC: procedures, their middleware, and what an adapter calls for every request. */
import { HELD } from "../reference.js";
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const builderMembers = ["input", "output", "use", "unstable_concat", "concat", "meta"] as const;

/** The options of every adapter. */
const requestOptions = ["createContext", "onError", "responseMeta", "middleware", "onConnect"] as const;

export const trpc: Framework = {
  name: "tRPC",
  page: {
    homepage: "https://trpc.io",
    description:
      "Procedures, and the middleware and contexts around them.",
    examples: ["trpc/procedures.ts", "trpc/middleware-and-context.ts"],
  },
  modules: [
    "@trpc/server",
    "@hono/trpc-server",
    ...["standalone", "express", "fastify", "fetch", "ws", "node-http", "next", "next-app-dir", "aws-lambda"].map(
      (adapter) => `@trpc/server/adapters/${adapter}`,
    ),
  ],
  types: {
    Builder: {
      origins: ["initTRPC", ...chained("Builder", ["context", "meta"])],
      declaredAs: ["@trpc/server#TRPCBuilder"],
    },
    Root: { origins: ["Builder.create()"], declaredAs: ["@trpc/server#TRPCRootObject"] },
    Procedure: {
      origins: ["Root.procedure", ...chained("Procedure", builderMembers)],
      declaredAs: ["@trpc/server#ProcedureBuilder"],
    },
    Middleware: {
      origins: ["Root.middleware()", ...chained("Middleware", ["unstable_pipe"])],
      declaredAs: ["@trpc/server#MiddlewareBuilder"],
    },
  },
  procedures: {
    makers: ["router"],
    mergers: ["mergeRouters"],
    lazy: ["lazy", "experimental_lazy"],
    methods: { query: "GET", mutation: "POST", subscription: "GET" },
    adapters: [
      { members: ["createHTTPServer", "createHTTPHandler"], router: "0.router", base: "0.basePath" },
      { members: ["fetchRequestHandler"], router: "0.router", base: "0.endpoint" },
      { members: ["createExpressMiddleware", "nodeHTTPRequestHandler"], router: "0.router", mountedAt: "0" },
      { members: ["trpcServer"], router: "0.router", base: "0.endpoint", mountedAt: "0" },
      { members: ["createNextApiHandler"], router: "0.router" },
      { members: ["fastifyTRPCPlugin"], isHanded: true, router: "1.trpcOptions.router", base: "1.prefix" },
    ],
  },
  registrations: [
    {
      on: ["Procedure"],
      members: ["query", "mutation", "subscription"],
      effect: "entry",
      kind: "rpc",
      label: "tRPC {member}",
    },
    { on: ["Procedure"], members: ["use"], effect: "entry", kind: "middleware", label: "tRPC middleware" },
    {
      on: ["Procedure"],
      members: ["input", "output"],
      handlers: [{ at: 0, property: HELD }],
      effect: "entry",
      kind: "middleware",
      label: "tRPC {member}",
    },
    { on: ["Root"], members: ["middleware"], effect: "entry", kind: "middleware", label: "tRPC middleware" },
    { on: ["Middleware"], members: ["unstable_pipe"], effect: "entry", kind: "middleware", label: "tRPC middleware" },
    {
      on: ["Builder"],
      members: ["create"],
      handlers: [{ at: 0, property: "errorFormatter" }],
      effect: "entry",
      kind: "hook",
      label: "tRPC errorFormatter",
    },
    {
      members: [
        "createHTTPServer", "createHTTPHandler", "createExpressMiddleware", "nodeHTTPRequestHandler",
        "createNextApiHandler", "fetchRequestHandler", "applyWSSHandler", "awsLambdaRequestHandler",
      ],
      handlers: requestOptions.map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "tRPC {property}",
    },
  ],
};
