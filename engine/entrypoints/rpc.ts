/** Services that are called by name over the wire: gRPC, Connect, Moleculer, Meteor, Feathers. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const listen = ["on", "once", "addListener"] as const;

export const grpc: Framework = {
  name: "gRPC",
  page: {
    homepage: "https://grpc.io/docs/languages/node/",
    description:
      "Implementations of services.",
    examples: ["rpc/grpc.ts"],
  },
  modules: ["@grpc/grpc-js", "grpc"],
  types: {
    Server: { origins: ["new Server"], declaredAs: ["@grpc/grpc-js#Server", "grpc#Server"] },
    Call: {
      origins: chained("Call", listen),
      declaredAs: ["ServerReadableStream", "ServerWritableStream", "ServerDuplexStream"].map(
        (name) => `@grpc/grpc-js#${name}`,
      ),
    },
  },
  registrations: [
    {
      on: ["Server"],
      members: ["addService"],
      handlers: [{ at: 1, property: "*" }],
      effect: "entry",
      kind: "rpc",
      label: "gRPC {property}",
      parameters: ["Call"],
    },
    { on: ["Server"], members: ["bindAsync", "tryShutdown"], effect: "startup" },
    { on: ["Call"], members: listen, handlers: [{ at: 1 }], effect: "entry", kind: "rpc", label: "gRPC stream {0}" },
  ],
};

export const connectRpc: Framework = {
  name: "Connect",
  page: {
    homepage: "https://connectrpc.com",
    description:
      "Implementations of services.",
    examples: ["rpc/connect.ts"],
  },
  modules: [
    "@connectrpc/connect", "@connectrpc/connect-node", "@connectrpc/connect-fastify", "@connectrpc/connect-express",
  ],
  types: { ConnectRouter: { origins: ["createConnectRouter()"], declaredAs: ["@connectrpc/connect#ConnectRouter"] } },
  registrations: [
    {
      on: ["ConnectRouter"],
      members: ["service"],
      handlers: [{ at: 1, property: "*" }],
      effect: "entry",
      kind: "rpc",
      label: "RPC {property}",
    },
    {
      on: ["ConnectRouter"],
      members: ["rpc"],
      handlers: [{ at: -1 }, { at: -2 }],
      effect: "entry",
      kind: "rpc",
      label: "RPC",
    },
    {
      members: ["connectNodeAdapter", "expressConnectMiddleware"],
      handlers: [{ at: 0, property: "routes" }],
      effect: "startup",
      parameters: ["ConnectRouter"],
    },
    {
      members: ["connectNodeAdapter", "expressConnectMiddleware"],
      handlers: [{ at: 0, property: "interceptors" }],
      effect: "entry",
      kind: "middleware",
      label: "RPC interceptor",
    },
  ],
};

export const moleculer: Framework = {
  name: "Moleculer",
  page: {
    homepage: "https://moleculer.services",
    description:
      "Actions and events of services.",
    examples: ["rpc/moleculer-and-meteor.js"],
  },
  modules: ["moleculer"],
  types: {
    Broker: { origins: ["new ServiceBroker"], declaredAs: ["moleculer#ServiceBroker"] },
    Service: { origins: [], declaredAs: ["moleculer#Service"] },
  },
  registrations: [
    {
      on: ["Broker"],
      members: ["createService"],
      handlers: [{ at: 0, property: "actions.*" }],
      effect: "entry",
      kind: "rpc",
      label: "action {property}",
    },
    {
      on: ["Broker"],
      members: ["createService"],
      handlers: [{ at: 0, property: "events.*" }],
      effect: "entry",
      kind: "listener",
      label: '"{property}" listener',
    },
    {
      on: ["Broker"],
      members: ["createService"],
      handlers: ["created", "started", "merged"].map((property) => ({ at: 0, property })),
      effect: "startup",
    },
    {
      on: ["Service"],
      members: ["parseServiceSchema"],
      handlers: [
        { at: 0, property: "actions.*" },
        { at: 0, property: "events.*" },
      ],
      effect: "entry",
      kind: "rpc",
      label: "action {property}",
    },
  ],
};

export const meteor: Framework = {
  name: "Meteor",
  partOf: "Moleculer",
  modules: ["meteor/meteor", "meteor/webapp"],
  registrations: [
    {
      members: ["Meteor.methods"],
      handlers: [{ at: 0, property: "*" }],
      effect: "entry",
      kind: "rpc",
      label: "method {property}",
    },
    { members: ["Meteor.publish"], handlers: [{ at: 1 }], effect: "entry", kind: "rpc", label: "publication {0}" },
    { members: ["Meteor.startup"], effect: "startup" },
    { members: ["Meteor.onConnection"], effect: "entry", kind: "listener", label: "connection" },
    { members: ["Meteor.bindEnvironment"], handlers: [{ at: 0 }], effect: "wrapped" },
    {
      members: ["Meteor.setInterval", "Meteor.setTimeout", "Meteor.defer"],
      handlers: [{ at: 0 }],
      effect: "entry",
      kind: "timer",
      label: "{member} callback",
    },
    {
      members: [
        "WebApp.connectHandlers.use", "WebApp.handlers.use", "WebApp.rawConnectHandlers.use", "WebApp.handlers.get",
        "WebApp.handlers.post",
      ],
      effect: "entry",
      kind: "http",
      label: "HTTP {0}",
    },
  ],
};

/** Services are classes that the application is given by path; hooks run around their methods. */
export const feathers: Framework = {
  name: "Feathers",
  page: {
    homepage: "https://feathersjs.com",
    description:
      "Services and hooks.",
    examples: ["rpc/feathers.ts"],
  },
  modules: ["@feathersjs/feathers", "@feathersjs/express", "@feathersjs/koa", "@feathersjs/hooks"],
  types: {
    Application: {
      origins: ["feathers()", "default()", "express()", "koa()"],
      declaredAs: ["@feathersjs/feathers#FeathersApplication", "@feathersjs/feathers#Application"],
    },
    Service: {
      origins: ["Application.service()"],
      declaredAs: ["@feathersjs/feathers#FeathersService", "@feathersjs/feathers#ServiceAddons"],
    },
  },
  registrations: [
    {
      on: ["Application", "Service"],
      members: ["hooks"],
      handlers: [{ at: 0 }, { at: 0, property: "*" }],
      effect: "entry",
      kind: "hook",
      label: "hook {property}",
    },
    {
      on: ["Application"],
      members: ["use"],
      handlers: [{ at: 1, property: "*" }],
      effect: "entry",
      kind: "rpc",
      label: "service {0} {property}",
    },
    {
      on: ["Service"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'service event "{0}"',
    },
    {
      on: ["Application", "Service"],
      members: ["publish"],
      handlers: [{ at: -1 }],
      effect: "entry",
      kind: "listener",
      label: "publisher",
    },
    {
      on: ["Application"],
      members: ["configure"],
      handlers: [{ at: 0 }],
      effect: "startup",
      parameters: ["Application"],
    },
    { on: ["Application"], members: ["listen"], effect: "startup" },
  ],
  heritage: [
    {
      types: ["ServiceMethods", "ServiceInterface"],
      members: ["find", "get", "create", "update", "patch", "remove"],
      effect: "entry",
      kind: "rpc",
      label: "service",
    },
  ],
};
