/** Hono, on Node and wherever else it runs. */
import { HELD } from "../reference.js";
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";
import { httpMethods } from "./http-methods.js";

/** Responses and promises of them are the same to it. */
const asynchronous = { since: { hono: "0" } };

export const hono: Framework = {
  name: "Hono",
  page: {
    homepage: "https://hono.dev",
    description:
      "Routes and middleware, chained or not, and handlers that are made by factories.",
    examples: ["hono/route.ts", "hono/middleware-and-errors.ts"],
  },
  modules: ["hono", "hono/quick", "hono/tiny", "@hono/zod-openapi", "hono/factory"],
  types: {
    Hono: {
      origins: [
        "new Hono",
        "new OpenAPIHono",
        "createFactory().createApp()",
        ...chained("Hono", [...httpMethods, "all", "on", "use", "route", "basePath", "notFound", "onError", "openapi", "mount"]),
      ],
      declaredAs: ["hono#Hono", "@hono/zod-openapi#OpenAPIHono"],
    },
    Context: { origins: [], declaredAs: ["hono#Context"] },
  },
  namedValues: [
    {
      puts: [{ on: ["Context"], call: "set" }],
      reads: [{ on: ["Context"], call: "get" }, { on: ["Context"], property: "var.*" }],
    },
  ],
  routers: [
    {
      types: ["Hono"],
      mounts: [
        { members: ["route"], prefix: "0", puts: "arguments" },
        { members: ["basePath"], prefix: "0", puts: "result" },
      ],
      surrounds: [{ members: ["use"], path: "0", isWholePath: true, isOrdered: true }, { members: ["onError"] }],
      describers: ["createRoute"],
    },
  ],
  registrations: [
    { on: ["Hono"], members: httpMethods, effect: "entry", kind: "http", label: "{METHOD} {0}", method: "member", path: 0, parameters: ["Context"], asynchronous },
    { on: ["Hono"], members: ["all"], effect: "entry", kind: "http", label: "ALL {0}", method: "ALL", path: 0, parameters: ["Context"], asynchronous },
    { on: ["Hono"], members: ["on"], handlers: [{ from: 2 }], effect: "entry", kind: "http", label: "{0} {1}", method: "0", path: 1, parameters: ["Context"], asynchronous },
    {
      on: ["Hono"],
      members: ["openapi"],
      handlers: [{ from: 1 }],
      effect: "entry",
      kind: "http",
      label: "{0.method} {0.path}",
      method: "0.method",
      path: "0.path",
      hasBracedParameters: true,
      parameters: ["Context"], asynchronous,
    },
    { on: ["Hono"], members: ["use"], effect: "entry", kind: "middleware", label: "middleware {0}", parameters: ["Context"], asynchronous },
    { on: ["Hono"], members: ["mount"], handlers: [{ at: 1 }], effect: "entry", kind: "http", label: "HTTP request below {0}" },
    { on: ["Hono"], members: ["notFound"], effect: "entry", kind: "http", label: "not-found handler", parameters: ["Context"], asynchronous },
    { on: ["Hono"], members: ["onError"], effect: "entry", kind: "hook", label: "error handler", asynchronous },
  ],
};

/** Handlers and middleware made ahead of their registration; streams and sockets opened inside a handler. */
export const honoFactories: Framework = {
  name: "Hono factories",
  partOf: "Hono",
  modules: ["hono/factory", "hono/streaming", "hono/validator", "hono"],
  types: { Factory: { origins: ["createFactory()"], declaredAs: ["hono#Factory"] } },
  registrations: [
    { members: ["createMiddleware", "validator"], effect: "wrapped" },
    { on: ["Factory"], members: ["createMiddleware", "createHandlers"], effect: "wrapped" },
    { members: ["stream", "streamText", "streamSSE"], effect: "immediate" },
  ],
};

/** `serve({ fetch })`: the callback is told the address. */
export const honoNodeServer: Framework = {
  name: "Hono on Node",
  partOf: "Hono",
  modules: ["@hono/node-server"],
  registrations: [
    { members: ["serve", "createAdaptorServer"], handlers: [{ at: 0, property: "fetch" }], effect: "entry", kind: "http", label: "HTTP request" },
    { members: ["serve"], handlers: [{ at: 1 }], effect: "startup" },
  ],
};

/** Middleware that comes with Hono asks its options for every request. */
export const honoMiddleware: Framework = {
  name: "Hono middleware",
  partOf: "Hono",
  modules: [
    "hono/basic-auth", "hono/bearer-auth", "hono/body-limit", "hono/cache", "hono/cors", "hono/csrf", "hono/etag", "hono/ip-restriction",
    "hono/jwt", "hono/jwk", "hono/language", "hono/logger", "hono/request-id", "hono/secure-headers", "hono/timeout",
  ],
  registrations: [
    {
      members: [
        "basicAuth", "bearerAuth", "bodyLimit", "cache", "cors", "csrf", "etag", "ipRestriction", "jwt", "jwk", "languageDetector", "logger",
        "requestId", "secureHeaders", "timeout",
      ],
      handlers: [{ from: 0 }, { from: 0, property: "*" }],
      effect: "entry",
      kind: "middleware",
      label: "{member} middleware",
    },
  ],
};

export const honoValidators: Framework = {
  name: "Hono validators",
  partOf: "Hono",
  modules: ["@hono/zod-validator", "@hono/valibot-validator", "@hono/standard-validator", "hono-openapi", "hono-openapi/zod"],
  registrations: [
    {
      members: ["zValidator", "vValidator", "sValidator", "validator"],
      handlers: [{ at: 1, property: HELD }, { at: 2 }],
      effect: "entry",
      kind: "middleware",
      label: "validation of {0}",
    },
  ],
};

export const honoSockets: Framework = {
  name: "Hono WebSockets",
  partOf: "Hono",
  modules: ["hono/ws", "@hono/node-ws", "hono/bun", "hono/deno", "hono/cloudflare-workers", "@hono/node-server"],
  registrations: [
    {
      members: ["upgradeWebSocket", "createNodeWebSocket().upgradeWebSocket", "createBunWebSocket().upgradeWebSocket"],
      handlers: [{ at: 0 }, { at: 0, property: "*" }],
      effect: "entry",
      kind: "websocket",
      label: "WebSocket {property}",
    },
  ],
};
