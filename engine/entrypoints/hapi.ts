/** hapi: routes, extension points, plugins. */
import type { ArgumentSelector, Framework } from "./framework.js";

/** What a route carries, at the top level or among its options. */
const routeProperties: readonly ArgumentSelector[] = [
  "handler", "options.handler", "config.handler", "options.pre", "options.pre.method", "config.pre.method",
  "options.validate.failAction", "options.response.failAction",
].map((property) => ({ at: 0, property }));

/** Extension points, given as `(event, method)` or as `{ type, method }`. */
const extension: readonly ArgumentSelector[] = [{ at: 1 }, { at: 0, property: "method" }];

export const hapi: Framework = {
  name: "hapi",
  page: {
    homepage: "https://hapi.dev",
    description:
      "Routes, extension points and authentication of hapi servers.",
    examples: ["hapi/routes.ts"],
  },
  modules: ["@hapi/hapi", "hapi"],
  types: { Server: { origins: ["server()", "new Server"], declaredAs: ["@hapi/hapi#Server"] } },
  routers: [
    { types: ["Server"], mounts: [{ members: ["register"], prefix: ["1.routes.prefix", "0.routes.prefix"], puts: "callback" }] },
  ],
  registrations: [
    {
      on: ["Server"],
      members: ["route"],
      handlers: routeProperties,
      effect: "entry",
      kind: "http",
      label: "{0.method} {0.path}",
      method: "0.method",
      path: "0.path",
    },
    { on: ["Server"], members: ["ext"], events: ["onPreStart", "onPostStart"], handlers: extension, effect: "startup" },
    { on: ["Server"], members: ["ext"], events: ["onPreStop", "onPostStop"], handlers: extension, effect: "ignored" },
    { on: ["Server"], members: ["ext"], handlers: extension, effect: "entry", kind: "hook", label: "{0} hook" },
    {
      on: ["Server"],
      members: ["method"],
      handlers: [{ at: 1 }, { at: 0, property: "method" }],
      effect: "entry",
      kind: "callback",
      label: "server method {0}",
    },
    {
      on: ["Server"],
      members: ["auth.strategy"],
      handlers: [{ at: 2, property: "*" }],
      effect: "entry",
      kind: "middleware",
      label: "authentication {0} {property}",
    },
    {
      on: ["Server"],
      members: ["events.on", "events.once"],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'server event "{0}"',
    },
    {
      on: ["Server"],
      members: ["register"],
      handlers: ["register", "plugin.register", "plugin.plugin.register"].map((property) => ({ at: 0, property })),
      effect: "startup",
      parameters: ["Server"],
    },
  ],
  // A plugin is an object with a declared type: `export const users: Plugin<void> = { register(server) { … } }`.
  heritage: [
    {
      types: ["Plugin", "PluginBase", "PluginNameVersion", "PluginPackage"],
      members: ["register"],
      effect: "startup",
      parameters: ["Server"],
    },
  ],
};
