/** h3, and Nitro and Nuxt, whose servers are files in the style of h3. */
import { chained } from "./chaining.js";
import type { FileRoute, Framework, Registration } from "./framework.js";
import { httpMethods } from "./http-methods.js";

const definitions = ["defineEventHandler", "eventHandler", "defineHandler", "defineCachedEventHandler", "cachedEventHandler", "defineCachedHandler"];

export const h3: Framework = {
  name: "h3",
  page: {
    homepage: "https://h3.dev",
    description:
      "Applications and event handlers, of both versions.",
    examples: ["h3/routes.ts"],
  },
  modules: ["h3", "nitro/h3", "#imports", "nitro", "nitropack/runtime", "nitro/runtime", "nitro/cache", "global"],
  types: {
    App: {
      origins: ["createApp()", "new H3", "new H3Core", "createRouter()", ...chained("App", [...httpMethods, "all", "use", "on", "mount"])],
      declaredAs: ["h3#H3", "h3#H3Core", "h3#App", "h3#Router"],
    },
  },
  routers: [
    {
      types: ["App"],
      mounts: [{ members: ["mount", "use"], prefix: "0", puts: "arguments" }],
      standIns: ["handler"],
      bases: { members: ["useBase", "withBase"], prefix: "0" },
    },
  ],
  registrations: [
    { on: ["App"], members: httpMethods, handlers: [{ from: 1 }], effect: "entry", kind: "http", label: "{METHOD} {0}", method: "member", path: 0 },
    { on: ["App"], members: ["all", "add"], handlers: [{ from: 1 }], effect: "entry", kind: "http", label: "ALL {0}", method: "ALL", path: 0 },
    { on: ["App"], members: ["on"], handlers: [{ from: 2 }], effect: "entry", kind: "http", label: "{0} {1}", method: "0", path: 1 },
    { on: ["App"], members: ["use"], effect: "entry", kind: "middleware", label: "middleware {0}" },
    {
      members: ["createApp", "new H3"],
      handlers: ["onRequest", "onResponse", "onBeforeResponse", "onAfterResponse", "onError"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "hook",
      label: "{property} hook",
    },
    // What comes out is registered, or exported by a file that is a route.
    { members: [...definitions, "dynamicEventHandler", "fromNodeMiddleware", "fromNodeHandler", "fromWebHandler", "defineMiddleware"], handlers: [{ at: 0 }], effect: "wrapped" },
    {
      members: [...definitions, "defineValidatedHandler"],
      handlers: ["handler", "onRequest", "onBeforeResponse", "middleware"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "http",
      label: "event handler",
    },
    {
      members: ["defineCachedEventHandler", "cachedEventHandler", "defineCachedFunction", "cachedFunction"],
      handlers: ["getKey", "shouldBypassCache", "shouldInvalidateCache"].map((property) => ({ at: 1, property })),
      effect: "entry",
      kind: "hook",
      label: "cache {property}",
    },
    { members: ["defineCachedFunction", "cachedFunction"], handlers: [{ at: 0 }], effect: "wrapped" },
    { members: ["defineWebSocketHandler", "defineWebSocket"], handlers: [{ at: 0, property: "*" }], effect: "entry", kind: "websocket", label: "WebSocket {property}" },
    { members: ["defineLazyEventHandler", "lazyEventHandler"], handlers: [{ at: 0 }], effect: "startup" },
    {
      members: ["defineLazyEventHandler", "lazyEventHandler"],
      handlers: [{ at: 0, property: "()" }],
      effect: "entry",
      kind: "http",
      label: "event handler",
    },
  ],
};

/** Not among the globals that a bundler imports: their names say too little. */
export const h3Hooks: Framework = {
  name: "h3 hooks",
  partOf: "h3",
  modules: ["h3", "nitro/h3"],
  registrations: [
    { members: ["onRequest", "onResponse", "onError"], effect: "entry", kind: "hook", label: "{member} hook" },
    { members: ["withBase", "useBase"], handlers: [{ at: 1 }], effect: "wrapped" },
    {
      members: ["defineRoute"],
      handlers: [{ at: 0, property: "handler" }, { at: 0, property: "middleware" }],
      effect: "entry",
      kind: "http",
      label: "{0.method} {0.route}",
      method: "0.method",
      path: "0.route",
    },
  ],
};

const route: FileRoute = { below: "server", hasMethodSuffix: true };
const pathRoute: FileRoute = { below: "routes", hasMethodSuffix: true };

const types = {
  NitroApp: { origins: [], declaredAs: ["nitropack#NitroApp", "nitropack/types#NitroApp", "nitro/types#NitroApp"] },
} satisfies Framework["types"];

const registrations: readonly Registration[] = [
  { members: ["defineNitroPlugin", "nitroPlugin", "definePlugin"], handlers: [{ at: 0 }], effect: "startup", parameters: ["NitroApp"] },
  { on: ["NitroApp"], members: ["hooks.hook", "hooks.hookOnce"], events: ["close"], effect: "ignored" },
  { members: ["defineNitroErrorHandler", "defineErrorHandler"], handlers: [{ at: 0 }], effect: "entry", kind: "hook", label: "error handler" },
  { on: ["NitroApp"], members: ["hooks.hook", "hooks.hookOnce"], handlers: [{ at: 1 }], effect: "entry", kind: "hook", label: '"{0}" hook' },
  { members: ["defineTask"], handlers: [{ at: 0, property: "run" }], effect: "entry", kind: "schedule", label: "task {0.meta.name}" },
];

export const nitro: Framework = {
  name: "Nitro",
  page: {
    homepage: "https://nitro.build",
    description:
      "Servers of Nitro and Nuxt: handlers, middleware, plugins and tasks in `server/`, whether their functions are imported by you or by the bundler.",
    examples: ["h3/nitro-files.ts"],
  },
  modules: ["nitropack", "nitro", "nuxt", "h3", "#imports", "#nitro"],
  autoImports: [...definitions, "defineNitroPlugin", "defineTask", "defineNuxtConfig", "defineNitroConfig"],
  types,
  registrations,
  files: [
    { files: ["server/api/**/*"], exports: ["default"], effect: "entry", kind: "http", method: "{METHOD}", route },
    { files: ["server/routes/**/*"], exports: ["default"], effect: "entry", kind: "http", method: "{METHOD}", route: pathRoute },
    { files: ["server/middleware/**/*"], exports: ["default"], effect: "entry", kind: "middleware", label: "middleware" },
    // Without Nuxt there need be no `server/`.
    { files: ["routes/**/*"], exports: ["default"], effect: "entry", kind: "http", method: "{METHOD}", route: pathRoute },
    { files: ["api/**/*"], exports: ["default"], effect: "entry", kind: "http", method: "{METHOD}", route: { below: "", hasMethodSuffix: true } },
    { files: ["server/plugins/**/*"], exports: ["default"], effect: "startup" },
  ],
};

/** `defineNitroPlugin` and `defineTask` where they are imported by the bundler. */
export const nitroGlobals: Framework = { name: "Nitro globals", partOf: "Nitro", modules: ["global"], types, registrations };

/** What Nuxt runs to render a page, in the browser as well. */
export const nuxt: Framework = {
  name: "Nuxt",
  partOf: "Nitro",
  modules: ["nuxt/app", "#app", "#imports", "global"],
  registrations: [
    { members: ["defineNuxtPlugin"], handlers: [{ at: 0 }, { at: 0, property: "setup" }], effect: "entry", kind: "hook", label: "Nuxt plugin", isLikely: true },
    { members: ["defineNuxtRouteMiddleware"], handlers: [{ at: 0 }], effect: "entry", kind: "middleware", label: "Nuxt route middleware", isLikely: true },
  ],
};
