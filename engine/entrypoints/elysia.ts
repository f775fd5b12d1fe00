/** Elysia, on Node and on Bun. */
import { chained } from "./chaining.js";
import type { ArgumentSelector, Framework } from "./framework.js";
import { httpMethods } from "./http-methods.js";

const routeHooks = ["parse", "transform", "beforeHandle", "afterHandle", "mapResponse", "afterResponse", "error", "resolve", "derive"];
const lifeCycle = [
  "onRequest", "onParse", "onTransform", "onBeforeHandle", "onAfterHandle", "mapResponse", "onAfterResponse", "onError",
  "derive", "resolve", "mapDerive", "mapResolve", "trace",
];

function routeOptions(at: number): readonly ArgumentSelector[] {
  return routeHooks.map((property) => ({ at, property }));
}

export const elysia: Framework = {
  name: "Elysia",
  page: {
    homepage: "https://elysiajs.com",
    description:
      "Routes, hooks and WebSockets, through plugins, groups and guards.",
    examples: ["elysia/routes.ts", "elysia/plugins.ts"],
  },
  modules: ["elysia"],
  types: {
    Elysia: {
      origins: [
        "new Elysia",
        "new default",
        ...chained("Elysia", [
          ...httpMethods, "all", "connect", "route", "ws", "use", "group", "guard", "mount", "state", "decorate", "model", "macro",
          "as", "error", "on", "onStart", "onStop", "listen", "compile", ...lifeCycle,
        ]),
      ],
      declaredAs: ["elysia#Elysia"],
    },
    Context: { origins: [], declaredAs: ["elysia#Context"] },
  },
  namedValues: [
    { puts: [{ on: ["Elysia"], call: "decorate" }], reads: [{ on: ["Context"], property: "*" }] },
    { puts: [{ on: ["Elysia"], call: "state" }], reads: [{ on: ["Context"], property: "store.*" }] },
  ],
  routers: [
    {
      types: ["Elysia"],
      prefix: "0.prefix",
      mounts: [
        { members: ["use"], puts: "arguments" },
        { members: ["use"], puts: "callback" },
        { members: ["guard"], puts: "callback", isAround: true },
        { members: ["group"], prefix: "0", puts: "callback", isAround: true },
      ],
      surrounds: [
        {
          members: ["onRequest", "onTransform", "onBeforeHandle", "derive", "resolve", "onError"],
          isOrdered: true,
          lent: { option: "0.as", is: ["scoped", "global"] },
        },
        { members: ["guard"], count: 1, isOrdered: true, lent: { option: "0.as", is: ["scoped", "global"] } },
        { members: ["model"], lent: true },
      ],
    },
  ],
  registrations: [
    {
      on: ["Elysia"],
      members: [...httpMethods, "all", "connect"],
      handlers: [{ at: 1 }, ...routeOptions(2)],
      effect: "entry",
      kind: "http",
      label: "{METHOD} {0}",
      method: "member",
      path: 0,
      takesValues: true,
      parameters: ["Context"],
    },
    { on: ["Elysia"], members: ["route"], handlers: [{ at: 2 }, ...routeOptions(3)], effect: "entry", kind: "http", label: "{0} {1}", method: "0", path: 1, parameters: ["Context"] },
    { on: ["Elysia"], members: ["ws"], handlers: [{ at: 1, property: "*" }], effect: "entry", kind: "websocket", label: "WebSocket {property} {0}" },
    { on: ["Elysia"], members: ["on"], events: ["start", "stop"], effect: "startup" },
    { on: ["Elysia"], members: ["on"], handlers: [{ from: 1 }], effect: "entry", kind: "hook", label: "{0} hook" },
    { on: ["Elysia"], members: lifeCycle, effect: "entry", kind: "hook", label: "{member} hook", parameters: ["Context"] },
    {
      on: ["Elysia"],
      members: ["macro"],
      handlers: routeHooks.flatMap((hook) => [{ at: 0, property: `*.${hook}` }, { at: 1, property: hook }]),
      effect: "entry",
      kind: "hook",
      label: "{property} macro",
    },
    { on: ["Elysia"], members: ["guard"], handlers: routeOptions(0), effect: "entry", kind: "hook", label: "{property} hook" },
    { on: ["Elysia"], members: ["group"], handlers: routeOptions(1), effect: "entry", kind: "hook", label: "{property} hook" },
    // Plugins, and routes under a prefix: called while the application is put together.
    { on: ["Elysia"], members: ["use"], handlers: [{ at: 0 }], effect: "startup", parameters: ["Elysia"] },
    { on: ["Elysia"], members: ["group", "guard"], handlers: [{ at: -1 }], effect: "startup", parameters: ["Elysia"] },
    { on: ["Elysia"], members: ["mount"], handlers: [{ at: -1 }], effect: "entry", kind: "http", label: "HTTP request" },
    { on: ["Elysia"], members: ["onStart", "onStop", "listen"], effect: "startup" },
  ],
};
