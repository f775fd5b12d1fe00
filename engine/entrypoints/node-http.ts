/** The servers of Node itself: HTTP, HTTPS, HTTP/2, TCP and TLS. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const listen = ["on", "addListener", "prependListener", "once", "prependOnceListener"] as const;

export const nodeHttp: Framework = {
  name: "node:http",
  page: {
    homepage: "https://nodejs.org/api/http.html",
    description:
      "Servers of Node itself: HTTP, HTTPS, HTTP/2, TCP and TLS.",
    examples: ["node-http/create-server.ts", "node-http/http2-compatible.ts", "node-http/upgrade.ts"],
  },
  modules: ["node:http", "node:https", "node:http2"],
  types: {
    Server: {
      origins: ["createServer()", "createSecureServer()", "new Server", ...chained("Server", ["on", "once", "listen", "setTimeout"])],
      declaredAs: [
        "node:http#Server",
        "node:https#Server",
        "node:http2#Http2Server",
        "node:http2#Http2SecureServer",
        "node:http2#HTTP2ServerCommon",
      ],
    },
    ClientRequest: { origins: ["get()", "request()"], declaredAs: ["node:http#ClientRequest"] },
    IncomingMessage: { origins: [], declaredAs: ["node:http#IncomingMessage", "node:http2#Http2ServerRequest"] },
    ServerResponse: { origins: [], declaredAs: ["node:http#ServerResponse", "node:http2#Http2ServerResponse"] },
    Session: { origins: [], declaredAs: ["node:http2#Http2Session", "node:http2#ServerHttp2Session"] },
    Stream: { origins: [], declaredAs: ["node:http2#Http2Stream", "node:http2#ServerHttp2Stream"] },
  },
  registrations: [
    {
      members: ["createServer", "createSecureServer", "new Server"],
      effect: "entry",
      kind: "http",
      label: "HTTP request",
      parameters: ["IncomingMessage", "ServerResponse"],
    },
    {
      on: ["Server"],
      members: listen,
      events: ["request", "checkContinue", "checkExpectation"],
      effect: "entry",
      kind: "http",
      label: "HTTP request",
      parameters: ["IncomingMessage", "ServerResponse"],
    },
    { on: ["Server"], members: listen, events: ["upgrade", "connect"], effect: "entry", kind: "http", label: "HTTP {0}" },
    {
      on: ["Server", "Session"],
      members: listen,
      events: ["stream"],
      effect: "entry",
      kind: "http",
      label: "HTTP/2 {0}",
      parameters: ["Stream"],
    },
    { on: ["Server"], members: listen, events: ["session"], effect: "entry", kind: "http", label: "HTTP/2 {0}", parameters: ["Session"] },
    { on: ["Session"], members: listen, handlers: [{ at: 1 }], effect: "entry", kind: "listener", label: 'HTTP/2 session "{0}"' },
    {
      on: ["Stream"],
      members: ["pushStream"],
      effect: "continuation",
      kind: "callback",
      parameters: [undefined, "Stream"],
    },
    { on: ["Server"], members: ["setTimeout"], handlers: [{ at: 1 }], effect: "entry", kind: "listener", label: "idle connection" },
    { on: ["Server"], members: ["listen"], effect: "startup" },
    // Told when the last connection has ended: nobody is served any more.
    { on: ["Server"], members: ["close"], effect: "ignored" },
    { members: ["get", "request"], effect: "continuation", kind: "callback", parameters: ["IncomingMessage"] },
    {
      on: ["ClientRequest"],
      members: listen,
      events: ["response"],
      effect: "continuation",
      kind: "callback",
      parameters: ["IncomingMessage"],
    },
  ],
};

export const nodeNet: Framework = {
  name: "node:net",
  partOf: "node:http",
  modules: ["node:net", "node:tls"],
  types: {
    Server: {
      origins: ["createServer()", "new Server", ...chained("Server", ["on", "once", "listen"])],
      declaredAs: ["node:net#Server", "node:tls#Server"],
    },
    Socket: { origins: ["connect()", "createConnection()", "new Socket"], declaredAs: ["node:net#Socket", "node:tls#TLSSocket"] },
  },
  registrations: [
    { members: ["createServer", "new Server"], effect: "entry", kind: "listener", label: "TCP connection", parameters: ["Socket"] },
    {
      on: ["Server"],
      members: listen,
      events: ["connection", "secureConnection"],
      effect: "entry",
      kind: "listener",
      label: "TCP connection",
      parameters: ["Socket"],
    },
    { on: ["Server"], members: ["listen"], effect: "startup" },
    { members: ["connect", "createConnection"], effect: "continuation", kind: "callback" },
  ],
};
