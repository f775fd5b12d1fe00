/** socket.io: connections, events, middleware; and its client, which Node processes use too. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

/** Nobody reads what they return, and an exception ends the process as a rejection does. */
const asynchronous = { since: { "socket.io": "0" } };

const listen = ["on", "once", "addListener", "prependListener"] as const;

export const socketIo: Framework = {
  name: "socket.io",
  page: {
    homepage: "https://socket.io",
    description:
      "Connections, their events, middleware and namespaces; sockets are followed into the functions they are handed to.",
    examples: ["socket-io/event.ts", "socket-io/middleware.ts", "socket-io/namespace.ts"],
  },
  modules: ["socket.io"],
  types: {
    // Servers, namespaces and sockets inherit `on` from one emitter; the event tells them apart.
    Server: {
      origins: ["new Server", "new default", "default()", "Server()", ...chained("Server", ["on", "use", "attach", "listen"])],
      declaredAs: ["socket.io#Server", "socket.io#StrictEventEmitter"],
    },
    Namespace: {
      origins: ["Server.of()", "Server.sockets", ...chained("Namespace", ["on", "use"])],
      declaredAs: ["socket.io#Namespace", "socket.io#ParentNamespace", "socket.io#StrictEventEmitter"],
    },
    Socket: {
      origins: chained("Socket", ["on", "once", "use", "join"]),
      declaredAs: ["socket.io#Socket", "socket.io#StrictEventEmitter"],
    },
  },
  registrations: [
    {
      on: ["Server", "Namespace"],
      members: listen,
      events: ["connection", "connect"],
      effect: "entry",
      kind: "websocket",
      label: "socket connection",
      parameters: ["Socket"],
      asynchronous,
    },
    { on: ["Server", "Namespace"], members: ["use"], effect: "entry", kind: "middleware", label: "socket middleware", parameters: ["Socket"], asynchronous },
    { on: ["Socket"], members: ["use"], effect: "entry", kind: "middleware", label: "socket middleware", asynchronous },
    { on: ["Socket", "Server", "Namespace"], members: listen, handlers: [{ from: 1 }], effect: "entry", kind: "websocket", label: 'socket event "{0}"', asynchronous },
    {
      on: ["Socket"],
      members: ["onAny", "prependAny", "onAnyOutgoing", "prependAnyOutgoing"],
      effect: "entry",
      kind: "websocket",
      label: "any socket event",
    },
    {
      members: ["new Server", "new default", "default", "Server"],
      handlers: [0, 1].map((at) => ({ at, property: "allowRequest" })),
      effect: "entry",
      kind: "websocket",
      label: "socket handshake",
    },
    { on: ["Server"], members: ["engine.use"], effect: "entry", kind: "middleware", label: "socket middleware" },
    // Acknowledgements.
    { on: ["Socket", "Server", "Namespace"], members: ["emit"], handlers: [{ at: -1 }], effect: "continuation", kind: "callback" },
  ],
};

export const socketIoClient: Framework = {
  name: "socket.io-client",
  partOf: "socket.io",
  modules: ["socket.io-client"],
  types: {
    Socket: {
      origins: ["default()", "io()", "connect()", ...chained("Socket", ["on", "once"])],
      declaredAs: ["socket.io-client#Socket", "@socket.io/component-emitter#Emitter"],
    },
  },
  registrations: [
    { on: ["Socket"], members: ["on", "once", "onAny"], effect: "entry", kind: "websocket", label: 'socket event "{0}"' },
    { on: ["Socket"], members: ["emit"], handlers: [{ at: -1 }], effect: "continuation", kind: "callback" },
  ],
};
