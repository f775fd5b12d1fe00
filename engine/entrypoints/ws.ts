/** ws: WebSocket servers and clients. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const listen = ["on", "addListener", "once"] as const;

export const ws: Framework = {
  name: "ws",
  page: {
    homepage: "https://github.com/websockets/ws",
    description:
      "Connections and messages.",
    examples: ["ws/message.ts"],
  },
  modules: ["ws"],
  types: {
    Server: {
      origins: ["new WebSocketServer", "new Server", ...chained("Server", ["on"])],
      declaredAs: ["ws#Server", "ws#WebSocketServer"],
    },
    WebSocket: {
      origins: ["new default", "new WebSocket", ...chained("WebSocket", ["on"])],
      declaredAs: ["ws#WebSocket"],
    },
  },
  handlerProperties: [
    { on: ["WebSocket"], properties: ["onmessage"], effect: "entry", kind: "websocket", label: 'WebSocket event "message"' },
  ],
  registrations: [
    { on: ["Server"], members: listen, events: ["listening"], effect: "startup" },
    {
      on: ["Server"],
      members: listen,
      events: ["connection"],
      effect: "entry",
      kind: "websocket",
      label: "WebSocket connection",
      parameters: ["WebSocket"],
    },
    { on: ["Server"], members: listen, effect: "entry", kind: "websocket", label: 'WebSocket server event "{0}"' },
    { on: ["Server"], members: ["handleUpgrade"], effect: "continuation", kind: "callback", parameters: ["WebSocket"] },
    { members: ["new WebSocketServer", "new Server"], handlers: [{ at: 0, property: "verifyClient" }, { at: 0, property: "handleProtocols" }], effect: "entry", kind: "websocket", label: "{property}" },
    { members: ["new WebSocketServer", "new Server"], handlers: [{ at: 1 }], effect: "startup" },
    {
      on: ["WebSocket"],
      members: [...listen, "addEventListener"],
      effect: "entry",
      kind: "websocket",
      label: 'WebSocket event "{0}"',
    },
    { on: ["WebSocket"], members: ["send", "ping", "pong"], effect: "continuation", kind: "callback" },
  ],
};
