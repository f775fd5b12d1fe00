/** AdonisJS: routes, controllers, middleware, providers and events. */
import { HELD } from "../reference.js";
import { chained } from "./chaining.js";
import type { Framework, Registration } from "./framework.js";

const verbs = ["get", "post", "put", "patch", "delete"] as const;
const configuration = ["use", "middleware", "as", "name", "where", "prefix", "domain"];

/** What the methods of a resource's controller answer. */
const actions = {
  index: { method: "GET", path: "" },
  create: { method: "GET", path: "/create" },
  store: { method: "POST", path: "" },
  show: { method: "GET", path: "/:id" },
  edit: { method: "GET", path: "/:id/edit" },
  update: { method: "PUT, PATCH", path: "/:id" },
  destroy: { method: "DELETE", path: "/:id" },
} satisfies Registration["actions"];

/** Controllers and middleware are named by strings and lazy imports: what they take tells them. */
export const adonis: Framework = {
  name: "AdonisJS",
  page: {
    homepage: "https://adonisjs.com",
    description:
      "Routes name controllers by lazy imports and the names of methods; controllers and middleware are also found by the context that their methods take.",
    examples: ["adonis/controller.ts", "adonis/event-listener.ts"],
  },
  modules: ["@adonisjs/core", "@ioc:Adonis"],
  signatures: [
    { parameterTypes: ["HttpContext", "HttpContextContract"], isMethod: true, kind: "http", label: "{name}" },
    { parameterTypes: ["WsContext"], isMethod: true, kind: "websocket", label: "{name}" },
  ],
};

/** Validators, which requests run. */
export const adonisValidation: Framework = {
  name: "AdonisJS validation",
  partOf: "AdonisJS",
  modules: ["@adonisjs/core/http"],
  types: {
    Context: { origins: [], declaredAs: ["@adonisjs/core/http#HttpContext", "@adonisjs/http-server#HttpContext"] },
    Request: { origins: ["Context.request"], declaredAs: ["@adonisjs/http-server#HttpRequest", "@adonisjs/http-server#Request"] },
  },
  registrations: [
    {
      on: ["Request"],
      members: ["validateUsing"],
      handlers: [{ at: 0, property: HELD }],
      effect: "entry",
      kind: "middleware",
      label: "validator",
    },
  ],
};

export const adonisRouter: Framework = {
  name: "AdonisJS router",
  partOf: "AdonisJS",
  modules: ["@adonisjs/core/services/router", "@ioc:Adonis/Core/Route"],
  types: {
    Router: { origins: ["default"], declaredAs: ["@adonisjs/http-server#Router"] },
    Route: {
      origins: [...["route", "any", ...verbs].map((member) => `Router.${member}()`), ...chained("Route", configuration)],
      declaredAs: ["@adonisjs/http-server#Route"],
    },
    RouteGroup: { origins: ["Router.group()", ...chained("RouteGroup", configuration)], declaredAs: ["@adonisjs/http-server#RouteGroup"] },
  },
  routers: [{ types: ["Router"], mounts: [{ members: ["group"], prefixedBy: "prefix", puts: "inside" }] }],
  registrations: [
    { on: ["Router"], members: ["resource"], handlers: [{ at: 1 }], effect: "entry", kind: "http", label: "resource {0}", method: "GET", path: 0, actions },
    { on: ["Router"], members: verbs, handlers: [{ from: 1 }], effect: "entry", kind: "http", label: "{METHOD} {0}", method: "member", path: 0, takesMethods: true },
    { on: ["Router"], members: ["any"], handlers: [{ from: 1 }], effect: "entry", kind: "http", label: "ALL {0}", method: "ALL", path: 0, takesMethods: true },
    { on: ["Router"], members: ["route"], handlers: [{ at: 2 }], effect: "entry", kind: "http", label: "{1} {0}", method: "1", path: 0, takesMethods: true },
    { on: ["Router"], members: ["group"], handlers: [{ at: 0 }], effect: "immediate" },
    { on: ["Route", "RouteGroup"], members: ["use", "middleware"], effect: "entry", kind: "middleware", label: "middleware" },
  ],
};

export const adonisEvents: Framework = {
  name: "AdonisJS events",
  partOf: "AdonisJS",
  modules: ["@adonisjs/core/services/emitter", "@ioc:Adonis/Core/Event"],
  types: { Emitter: { origins: ["default"], declaredAs: ["@adonisjs/events#Emitter"] } },
  registrations: [
    { on: ["Emitter"], members: ["on", "once", "onAny"], handlers: [{ at: -1 }], effect: "entry", kind: "listener", label: '"{0}" listener' },
  ],
};

export const adonisCommands: Framework = {
  name: "AdonisJS commands",
  partOf: "AdonisJS",
  modules: ["@adonisjs/core/ace"],
  heritage: [{ types: ["BaseCommand"], members: ["run", "prepare", "completed"], effect: "ignored" }],
};
