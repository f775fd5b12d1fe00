/** Koa, and its routers. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";
import { httpMethods, rareHttpMethods } from "./http-methods.js";

const verbs = [...httpMethods, ...rareHttpMethods, "del"];

/** Middleware is waited for. */
const asynchronous = { since: { koa: "2" } };

export const koa: Framework = {
  name: "Koa",
  page: {
    homepage: "https://koajs.com",
    description:
      "Middleware, composed as deep as it may be, and the routes of its routers.",
    examples: ["koa/middleware.ts", "koa/router.ts", "koa/composed-middleware.js"],
  },
  modules: ["koa"],
  types: {
    Application: {
      origins: ["new default", "default()", ...chained("Application", ["use"])],
      declaredAs: ["koa#Application"],
    },
    Context: { origins: [], declaredAs: ["koa#ParameterizedContext", "koa#ExtendableContext", "koa#BaseContext", "koa#DefaultContext"] },
  },
  namedValues: [{ puts: [{ on: ["Application"], property: "context.*" }], reads: [{ on: ["Context"], property: "*" }] }],
  routers: [
    { types: ["Application"], mounts: [{ members: ["use"], puts: "arguments" }], surrounds: [{ members: ["use"], isOrdered: true }] },
  ],
  registrations: [
    { on: ["Application"], members: ["use"], effect: "entry", kind: "middleware", label: "middleware", parameters: ["Context"], asynchronous },
    { on: ["Application"], members: ["listen"], effect: "startup" },
    { on: ["Application"], members: ["on", "once", "addListener"], handlers: [{ at: 1 }], effect: "entry", kind: "listener", label: '"{0}" listener' },
  ],
};

const asynchronousRoutes = { since: { "@koa/router": "0", "koa-router": "7" } };

export const koaRouter: Framework = {
  name: "Koa router",
  partOf: "Koa",
  modules: ["@koa/router", "koa-router", "koa-tree-router", "koa-joi-router"],
  types: {
    Router: {
      origins: ["new default", "default()", "new Router", "Router()", ...chained("Router", [...httpMethods, "all", "use", "param", "prefix"])],
      declaredAs: ["@koa/router#RouterImplementation", "@koa/router#Router", "koa-router#Router"],
    },
  },
  routers: [
    {
      types: ["Router"],
      prefix: "0.prefix",
      standIns: ["routes", "middleware"],
      mounts: [
        { members: ["use"], prefix: "0", puts: "arguments" },
        { members: ["prefix"], prefix: "0", puts: "itself" },
      ],
      surrounds: [
        { members: ["use"], path: "0", isOrdered: true },
        { members: ["param"], parameter: "0" },
      ],
    },
  ],
  registrations: [
    { on: ["Router"], members: verbs, firstArgument: "path", effect: "entry", kind: "http", label: "{METHOD} {0}", method: "member", path: 0, asynchronous: asynchronousRoutes },
    // A route with a name: `router.get("user", "/users/:id", handler)`.
    { on: ["Router"], members: verbs, firstArgument: "string", effect: "entry", kind: "http", label: "{METHOD} {1}", method: "member", path: 1, pathWithoutName: 0, asynchronous: asynchronousRoutes },
    { on: ["Router"], members: verbs, effect: "entry", kind: "http", label: "{METHOD} {0}", method: "member", path: 0, asynchronous: asynchronousRoutes },
    { on: ["Router"], members: ["all"], effect: "entry", kind: "http", label: "ALL {0}", method: "ALL", path: 0, asynchronous: asynchronousRoutes },
    { on: ["Router"], members: ["register"], handlers: [{ from: 2 }], effect: "entry", kind: "http", label: "{1} {0}", method: "1", path: 0, asynchronous: asynchronousRoutes },
    { on: ["Router"], members: ["use"], effect: "entry", kind: "middleware", label: "middleware {0}", asynchronous: asynchronousRoutes },
    { on: ["Router"], members: ["param"], effect: "entry", kind: "middleware", label: "parameter {0}", asynchronous: asynchronousRoutes },
  ],
};

/** Middleware that is made of middleware: what comes out is registered, what goes in is called. */
export const koaComposition: Framework = {
  name: "Koa composition",
  partOf: "Koa",
  modules: ["koa-compose", "koa-mount", "koa-convert"],
  registrations: [{ members: ["default"], effect: "wrapped" }],
};
