/** Express 4 and 5, its router on its own, and servers with the same interface. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";
import { httpMethods, rareHttpMethods } from "./http-methods.js";

const verbs = [...httpMethods, ...rareHttpMethods, "del"];
const chainable = [...httpMethods, "all", "use", "param"];

/** A rejection goes to the handlers of errors, as an exception does; what a handler returns means nothing. */
const asynchronous = { since: { express: "5", router: "2" } };

export const express: Framework = {
  name: "Express",
  page: {
    homepage: "https://expressjs.com",
    description:
      "Routes, middleware, error handlers and parameters of applications and routers, of Express 4 and 5 and of servers with the same interface. Applications are followed through parameters and files, with and without types.",
    examples: ["express/route.ts", "express/error-handler.ts", "express/router-of-another-file.ts"],
  },
  modules: ["express", "router", "express-promise-router", "ultimate-express", "polka", "@tinyhttp/app", "express-ws"],
  types: {
    Application: {
      origins: ["default()", "new App", "Application.app", ...chained("Application", [...chainable, "set", "enable", "disable", "engine"])],
      declaredAs: [
        "express-serve-static-core#Application",
        "express-serve-static-core#IRouter",
        "express#Express",
        "express#Application",
        "polka#Polka",
        "@tinyhttp/app#App",
      ],
    },
    Router: {
      origins: ["Router()", "new Router", ...chained("Router", chainable)],
      declaredAs: ["express-serve-static-core#IRouter", "express-serve-static-core#Router", "express#Router", "express#IRouter", "router#Router"],
    },
    Route: {
      origins: ["Application.route()", "Router.route()", ...chained("Route", [...httpMethods, "all"])],
      declaredAs: ["express-serve-static-core#IRoute", "express#IRoute", "router#Route"],
    },
    Request: { origins: [], declaredAs: ["express-serve-static-core#Request", "express#Request"] },
    Response: { origins: [], declaredAs: ["express-serve-static-core#Response", "express#Response"] },
  },
  routers: [
    {
      types: ["Application", "Router"],
      mounts: [
        { members: ["use"], prefix: "0", puts: "arguments" },
        { members: ["route"], prefix: "0", puts: "result" },
      ],
      surrounds: [
        { members: ["use"], path: "0", isOrdered: true },
        { members: ["param"], parameter: "0" },
      ],
    },
    { types: ["Route"], surrounds: [{ members: ["all"], isOrdered: true }] },
  ],
  namedValues: [
    {
      puts: [{ on: ["Application"], call: "set" }],
      reads: [{ on: ["Application"], call: "get" }, { on: ["Request", "Response"], call: "app.get" }],
    },
    {
      puts: [{ on: ["Application"], property: "locals.*" }],
      reads: [{ on: ["Application"], property: "locals.*" }, { on: ["Request", "Response"], property: "app.locals.*" }],
    },
  ],
  registrations: [
    {
      on: ["Application", "Router"],
      members: verbs,
      handlers: [{ from: 1 }],
      effect: "entry",
      kind: "http",
      label: "{METHOD} {0}",
      method: "member",
      path: 0,
      parameters: ["Request", "Response"],
      asynchronous,
    },
    {
      on: ["Application", "Router"],
      members: ["all"],
      handlers: [{ from: 1 }],
      effect: "entry",
      kind: "http",
      label: "ALL {0}",
      method: "ALL",
      path: 0,
      parameters: ["Request", "Response"],
      asynchronous,
    },
    // The path was given to `route()`.
    {
      on: ["Route"],
      members: [...verbs, "all"],
      effect: "entry",
      kind: "http",
      label: "{METHOD} route handler",
      method: "member",
      parameters: ["Request", "Response"],
      asynchronous,
    },
    {
      on: ["Application", "Router"],
      members: ["use"],
      effect: "entry",
      kind: "middleware",
      label: "middleware {0}",
      // Error handlers take the error first; they are rare, and seldom listen to anything.
      parameters: ["Request", "Response"],
      asynchronous,
    },
    { on: ["Application", "Router"], members: ["ws"], handlers: [{ from: 1 }], effect: "entry", kind: "websocket", label: "WebSocket {0}" },
    { on: ["Application", "Router"], members: ["param"], effect: "entry", kind: "middleware", label: "parameter {0}", asynchronous },
    { on: ["Application"], members: ["engine"], effect: "entry", kind: "hook", label: "view engine {0}" },
    { on: ["Application"], members: ["listen"], effect: "startup" },
  ],
};
