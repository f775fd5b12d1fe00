/** Listeners: EventEmitter, EventTarget, streams, child processes, the process itself. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const always = ["on", "addListener", "prependListener"] as const;
const atMostOnce = ["once", "prependOnceListener"] as const;
const listen = [...always, ...atMostOnce] as const;

/** Events that say goodbye: the process is not serving any more. */
export const farewells = ["exit", "beforeExit", "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR2", "SIGBREAK", "disconnect"];

/** Events that come at most once per object: what listens continues the work of whoever listens. */
export const singleEvents = ["end", "finish", "close", "exit", "open", "ready", "error", "spawn", "listening", "connect", "secureConnect", "online"];

export const processEvents: Framework = {
  name: "process events",
  modules: ["global", "node:process"],
  types: { Process: { origins: ["process", "default"], declaredAs: ["global#Process", "node:process#Process"] } },
  registrations: [
    { on: ["Process"], members: listen, events: farewells, effect: "ignored" },
    // Only a forked process hears its parent.
    { on: ["Process"], members: listen, events: ["message"], effect: "offload" },
    { on: ["Process"], members: listen, handlers: [{ at: 1 }], effect: "entry", kind: "listener", label: 'process "{0}" listener' },
  ],
};

/** A project's own emitters, which no library emits on. */
export const eventBuses: Framework = {
  name: "event buses",
  modules: ["node:events"],
  types: {
    Bus: {
      origins: [
        "new default", "new EventEmitter", "new EventEmitterAsyncResource", ...chained("Bus", [...always, ...atMostOnce, "setMaxListeners"]),
      ],
      declaredAs: ["node:events#EventEmitter", "node:events#InternalEventEmitter", "global#EventEmitter"],
    },
  },
  registrations: [
    { on: ["Bus"], members: always, events: singleEvents, effect: "continuation", kind: "listener" },
    {
      on: ["Bus"],
      members: always,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: '"{0}" listener',
      emittedBy: ["emit"],
    },
  ],
};

/** Packages with emitters of the same kind. */
export const eventBusPackages: Framework = {
  name: "event bus packages",
  modules: ["eventemitter3", "eventemitter2", "mitt", "nanoevents", "emittery", "tiny-typed-emitter", "typed-emitter", "strict-event-emitter"],
  types: {
    Bus: {
      origins: [
        "new default", "new EventEmitter", "new EventEmitter2", "new TypedEmitter", "new Emitter", "default()", "createNanoEvents()",
        ...chained("Bus", [...always, ...atMostOnce]),
      ],
      declaredAs: [
        "eventemitter3#EventEmitter", "eventemitter2#EventEmitter2", "mitt#Emitter", "nanoevents#Emitter", "emittery#Emittery",
        "tiny-typed-emitter#TypedEmitter", "strict-event-emitter#Emitter",
      ],
    },
  },
  registrations: [
    { on: ["Bus"], members: atMostOnce, handlers: [{ at: 1 }], effect: "continuation", kind: "listener" },
    {
      on: ["Bus"],
      members: [...always, "onSerial"],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: '"{0}" listener',
      emittedBy: ["emit", "emitAsync", "emitSerial"],
    },
    { on: ["Bus"], members: ["onAny"], handlers: [{ at: 0 }], effect: "entry", kind: "listener", label: "listener to any event" },
  ],
};

export const pubSub: Framework = {
  name: "PubSubJS",
  modules: ["pubsub-js"],
  registrations: [
    { members: ["subscribe", "subscribeAll", "subscribeOnce"], handlers: [{ at: -1 }], effect: "entry", kind: "listener", label: '"{0}" listener' },
  ],
};

export const emitters: Framework = {
  name: "event emitters",
  modules: [
    "node:events", "node:stream", "node:fs", "node:child_process", "node:net", "node:tls", "node:dgram", "node:http", "node:http2",
    "node:readline", "node:repl", "node:worker_threads", "node:cluster", "node:zlib", "node:crypto", "node:inspector", "node:test",
    "node:tty",
  ],
  types: {
    Emitter: {
      origins: [
        "new default", "new EventEmitter", "new EventEmitterAsyncResource",
        "new Readable", "new Writable", "new Duplex", "new Transform", "new PassThrough", "Readable.from()",
        "createReadStream()", "createWriteStream()", "watch()", "watchFile()",
        "spawn()", "exec()", "execFile()", "fork()", "spawn().stdout", "spawn().stderr", "exec().stdout", "exec().stderr",
        "connect()", "createConnection()", "createServer()", "createSocket()", "new Socket", "get()", "request()",
        "createInterface()", "new Worker", "createGzip()", "createGunzip()", "createDeflate()", "createInflate()",
        "createUnzip()", "createBrotliCompress()", "createBrotliDecompress()", "createHash()", "createCipheriv()", "createDecipheriv()",
        ...chained("Emitter", [...listen, "pipe", "setEncoding", "unref", "ref"]),
      ],
      declaredAs: [
        "node:events#EventEmitter", "node:events#InternalEventEmitter", "global#EventEmitter",
        "node:stream#Stream", "node:stream#Readable", "node:stream#Writable", "node:stream#Duplex", "node:stream#Transform",
        "global#ReadableStream", "global#WritableStream",
        "node:fs#ReadStream", "node:fs#WriteStream", "node:fs#FSWatcher", "node:fs#StatWatcher", "node:fs#Utf8Stream",
        "node:child_process#ChildProcess", "node:net#Socket", "node:net#Server", "node:tls#TLSSocket", "node:tls#Server",
        "node:tty#WriteStream", "node:tty#ReadStream", "node:dgram#Socket",
        "node:http#Server", "node:https#Server", "node:http#ClientRequest", "node:http#OutgoingMessage",
        "node:http#IncomingMessage", "node:http#ServerResponse",
        "node:http2#Http2Stream", "node:http2#ClientHttp2Stream", "node:http2#ServerHttp2Stream", "node:http2#Http2Session",
        "node:http2#ClientHttp2Session", "node:http2#ServerHttp2Session", "node:http2#Http2Server", "node:http2#Http2SecureServer",
        "node:http2#HTTP2ServerCommon", "node:http2#Http2ServerRequest", "node:http2#Http2ServerResponse",
        "node:readline#Interface", "node:repl#REPLServer", "node:worker_threads#Worker", "node:cluster#Worker", "node:cluster#Cluster",
        "node:inspector#Session", "node:test#TestsStream",
        "express-serve-static-core#Request", "express-serve-static-core#Response", "express-serve-static-core#Application",
        "express#Request", "express#Response", "express#Application",
        "koa#Application",
      ],
    },
  },
  registrations: [
    { on: ["Emitter"], members: atMostOnce, handlers: [{ at: 1 }], effect: "continuation", kind: "listener" },
    { on: ["Emitter"], members: always, events: singleEvents, effect: "continuation", kind: "listener" },
    { on: ["Emitter"], members: always, handlers: [{ at: 1 }], effect: "entry", kind: "listener", label: '"{0}" listener' },
    { members: ["watch", "watchFile"], handlers: [{ at: -1 }], effect: "entry", kind: "listener", label: "{member} listener" },
    { members: ["createSocket"], handlers: [{ at: -1 }], effect: "entry", kind: "listener", label: '"message" listener' },
    // What a stream is made of, called for every chunk.
    {
      members: ["new Readable", "new Writable", "new Duplex", "new Transform"],
      handlers: ["read", "write", "writev", "transform", "flush", "final", "destroy"].map((property) => ({ at: 0, property })),
      effect: "continuation",
      kind: "callback",
    },
  ],
};

/** Streams written as classes. */
export const streamClasses: Framework = {
  name: "stream classes",
  modules: ["node:stream"],
  heritage: [
    {
      types: ["Readable", "Writable", "Duplex", "Transform"],
      members: ["_read", "_write", "_writev", "_transform", "_flush", "_final"],
      effect: "entry",
      kind: "listener",
      label: "stream chunk",
    },
  ],
};

export const eventTargets: Framework = {
  name: "event targets",
  modules: ["global"],
  types: {
    EventTarget: {
      origins: ["new EventTarget", "new WebSocket", "new BroadcastChannel", "new EventSource"],
      declaredAs: ["global#EventTarget", "global#AbortSignal", "global#WebSocket", "undici-types#WebSocket", "undici-types#EventSource", "node:events#EventTarget"],
    },
    // Each message may be the answer to somebody's request.
    Source: {
      origins: ["new WebSocket", "new BroadcastChannel", "new EventSource", "new Worker"],
      declaredAs: [
        "global#WebSocket", "global#BroadcastChannel", "global#EventSource", "global#Worker", "undici-types#WebSocket",
        "undici-types#EventSource", "undici-types#BroadcastChannel", "node:worker_threads#BroadcastChannel",
      ],
    },
  },
  handlerProperties: [
    { on: ["Source"], properties: ["onmessage"], effect: "entry", kind: "listener", label: '"message" listener' },
  ],
  registrations: [
    { on: ["EventTarget"], members: ["addEventListener"], events: ["abort"], effect: "continuation", kind: "listener" },
    { on: ["EventTarget"], members: ["addEventListener"], handlers: [{ at: 1 }], effect: "entry", kind: "listener", label: '"{0}" listener' },
  ],
};
