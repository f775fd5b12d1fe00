/** Fastify: routes, hooks, plugins. */
import { HELD } from "../reference.js";
import { chained } from "./chaining.js";
import type { ArgumentSelector, Framework, Registration } from "./framework.js";
import { httpMethods } from "./http-methods.js";

const requestHooks = [
  "onRequest", "preParsing", "preValidation", "preHandler", "preSerialization",
  "onSend", "onResponse", "onError", "onTimeout", "onRequestAbort",
] as const;

const shorthands = [...httpMethods, "all", "trace", "search", "propfind", "proppatch", "mkcol", "copy", "move", "lock", "unlock"];

/** What a route's options may carry besides its handler at argument `at`. */
function routeOptions(at: number): readonly ArgumentSelector[] {
  return ["wsHandler", "errorHandler", ...requestHooks, `schema.*.${HELD}`].map((property) => ({ at, property }));
}

/** What comes of a promise is the answer, unless the handler has answered by then. */
const since = { fastify: "0" };
const asynchronous = { since, mostParameters: 2, answersBy: 1 };

const shorthand: Registration = {
  on: ["FastifyInstance"],
  members: shorthands,
  effect: "entry",
  kind: "http",
  label: "{METHOD} {0}",
  method: "member",
  path: 0,
  parameters: ["FastifyRequest", "FastifyReply"],
};

const route: Registration = {
  on: ["FastifyInstance"],
  members: ["route"],
  effect: "entry",
  kind: "http",
  label: "{0.method} {0.url}",
  method: "0.method",
  path: "0.url",
  parameters: ["FastifyRequest", "FastifyReply"],
};

export const fastify: Framework = {
  name: "Fastify",
  page: {
    homepage: "https://fastify.dev",
    description:
      "Routes in both forms, hooks, error handlers and parsers. Plugins run while the server starts, and what they register is found in them, whoever loads them.",
    examples: ["fastify/route-shorthand.ts", "fastify/hooks.ts", "fastify/plugin.ts"],
  },
  modules: ["fastify", "fastify-plugin"],
  types: {
    FastifyInstance: {
      origins: [
        "default()",
        "fastify()",
        ...chained("FastifyInstance", [...shorthands, "route", "register", "addHook", "decorate", "withTypeProvider", "after"]),
      ],
      declaredAs: ["fastify#FastifyInstance"],
    },
    FastifyRequest: { origins: [], declaredAs: ["fastify#FastifyRequest"] },
    FastifyReply: { origins: [], declaredAs: ["fastify#FastifyReply"] },
  },
  routers: [
    {
      types: ["FastifyInstance"],
      mounts: [{ members: ["register"], prefix: "1.prefix", puts: "callback" }],
      surrounds: [{ members: ["addHook", "setErrorHandler"] }],
      sharers: ["default", "fastifyPlugin"],
    },
  ],
  namedValues: [
    {
      puts: [{ on: ["FastifyInstance"], call: "decorate" }],
      reads: [
        { on: ["FastifyInstance"], property: "*" },
        { on: ["FastifyInstance"], call: "getDecorator" },
        { on: ["FastifyRequest", "FastifyReply"], property: "server.*" },
      ],
    },
    {
      puts: [{ on: ["FastifyInstance"], call: "decorateRequest" }],
      reads: [{ on: ["FastifyRequest"], property: "*" }, { on: ["FastifyRequest"], call: "getDecorator" }],
    },
    {
      puts: [{ on: ["FastifyInstance"], call: "decorateReply" }],
      reads: [{ on: ["FastifyReply"], property: "*" }, { on: ["FastifyReply"], call: "getDecorator" }],
    },
  ],
  // Loaded from these folders by `@fastify/autoload`.
  files: [{ files: ["plugins/**/*", "routes/**/*"], exports: ["default", "autoConfig"], effect: "startup", parameters: ["FastifyInstance"] }],
  registrations: [
    { ...shorthand, handlers: [{ at: -1 }, { at: 1, property: "handler" }], asynchronous },
    { ...shorthand, handlers: routeOptions(1) },
    { ...route, handlers: [{ at: 0, property: "handler" }], asynchronous },
    { ...route, handlers: routeOptions(0) },
    {
      on: ["FastifyInstance"],
      members: ["addHook"],
      events: ["onReady", "onListen", "onRoute", "onRegister"],
      effect: "startup",
    },
    { on: ["FastifyInstance"], members: ["addHook"], events: ["onClose", "preClose"], effect: "ignored" },
    { on: ["FastifyInstance"], members: ["addHook"], handlers: [{ at: 1 }], effect: "entry", kind: "hook", label: "{0} hook" },
    {
      on: ["FastifyInstance"],
      members: ["register"],
      // `register(import("./users.js"))`
      handlers: [{ at: 0 }, { at: 0, property: "default" }],
      effect: "startup",
      parameters: ["FastifyInstance"],
    },
    // A plugin wrapped with `fp()` is often loaded by its file name, so nobody in the project registers it.
    { members: ["default", "fastifyPlugin"], handlers: [{ at: 0 }], effect: "startup", parameters: ["FastifyInstance"] },
    { on: ["FastifyInstance"], members: ["setErrorHandler"], effect: "entry", kind: "hook", label: "error handler", asynchronous: { since, mostParameters: 3, answersBy: 2 } },
    { on: ["FastifyInstance"], members: ["setNotFoundHandler"], handlers: [{ at: -1 }, { at: 0, property: "preHandler" }, { at: 0, property: "preValidation" }], effect: "entry", kind: "http", label: "not-found handler", asynchronous },
    {
      on: ["FastifyInstance"],
      members: ["addContentTypeParser"],
      handlers: [{ at: -1 }],
      effect: "entry",
      kind: "hook",
      label: "content type parser {0}",
    },
    {
      on: ["FastifyInstance"],
      members: ["setGenReqId", "setReplySerializer", "setSchemaErrorFormatter", "setChildLoggerFactory"],
      effect: "entry",
      kind: "hook",
      label: "{member} function",
    },
    {
      members: ["default", "fastify"],
      handlers: ["genReqId", "rewriteUrl", "querystringParser", "frameworkErrors", "clientErrorHandler"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "{property} function",
    },
    // What requests and replies are given is for their handlers.
    {
      on: ["FastifyInstance"],
      members: ["decorateRequest", "decorateReply"],
      handlers: [{ at: 1 }, { at: 1, property: "getter" }],
      effect: "entry",
      kind: "hook",
      label: "decorator {0}",
      isLikely: true,
    },
    // Compilers are called once per route, while the server gets ready.
    { on: ["FastifyInstance"], members: ["setValidatorCompiler", "setSerializerCompiler", "ready", "after", "listen"], effect: "startup" },
  ],
};
