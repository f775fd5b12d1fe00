/** What servers call besides their handlers: uploads, logs, metrics, watched files. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const listen = ["on", "once", "addListener"] as const;

export const multer: Framework = {
  name: "multer",
  modules: ["multer", "@koa/multer", "fastify-multer"],
  registrations: [
    {
      members: ["diskStorage"],
      handlers: ["destination", "filename"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "middleware",
      label: "upload {property}",
    },
    {
      members: ["default"],
      handlers: [{ at: 0, property: "fileFilter" }],
      effect: "entry",
      kind: "middleware",
      label: "upload {property}",
    },
    {
      members: ["default"],
      handlers: ["storage._handleFile", "storage._removeFile"].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "middleware",
      label: "upload storage",
    },
  ],
  heritage: [
    {
      types: ["StorageEngine"],
      members: ["_handleFile", "_removeFile"],
      effect: "entry",
      kind: "middleware",
      label: "upload storage",
    },
  ],
};

/** Busboy, formidable: parts of a body are told one by one. */
export const bodyParsers: Framework = {
  name: "body parsers",
  modules: ["busboy", "@fastify/busboy", "formidable", "multiparty"],
  types: {
    Parser: {
      origins: [
        "default()", "new default", "new Form", "new IncomingForm", "formidable()", ...chained("Parser", listen),
      ],
      declaredAs: ["busboy#Busboy", "@fastify/busboy#Busboy", "formidable#IncomingForm", "multiparty#Form"],
    },
  },
  registrations: [
    { on: ["Parser"], members: listen, handlers: [{ at: 1 }], effect: "continuation", kind: "listener" },
    { on: ["Parser"], members: ["parse"], handlers: [{ at: 1 }], effect: "continuation", kind: "callback" },
  ],
};

export const winston: Framework = {
  name: "winston",
  modules: ["winston", "logform", "winston-transport"],
  registrations: [
    {
      members: ["format", "format.printf", "printf", "default"],
      handlers: [{ at: 0 }],
      effect: "entry",
      kind: "callback",
      label: "log format",
    },
    {
      members: ["format.timestamp", "timestamp"],
      handlers: [{ at: 0, property: "format" }],
      effect: "entry",
      kind: "callback",
      label: "log timestamp",
    },
  ],
  heritage: [
    {
      types: ["TransportStream", "Transport", "default"],
      members: ["log", "logv"],
      effect: "entry",
      kind: "callback",
      label: "log transport",
    },
  ],
};

export const pino: Framework = {
  name: "pino",
  modules: ["pino", "pino-http"],
  registrations: [
    {
      members: ["default", "pino", "pinoHttp"],
      handlers: [
        "mixin", "timestamp", "hooks.*", "serializers.*", "formatters.*", "genReqId", "customLogLevel", "customProps",
        "customSuccessMessage", "customErrorMessage",
      ].map((property) => ({ at: 0, property })),
      effect: "entry",
      kind: "callback",
      label: "log {property}",
    },
  ],
};

export const morgan: Framework = {
  name: "morgan",
  modules: ["morgan"],
  registrations: [
    {
      members: ["token", "format"],
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "callback",
      label: "log {member} {0}",
    },
    { members: ["default"], handlers: [{ at: 0 }], effect: "entry", kind: "callback", label: "log format" },
    {
      members: ["default"],
      handlers: [{ at: 1, property: "skip" }],
      effect: "entry",
      kind: "callback",
      label: "log {property}",
    },
  ],
};

export const prometheus: Framework = {
  name: "prom-client",
  modules: ["prom-client"],
  registrations: [
    {
      members: ["new Gauge", "new Counter", "new Histogram", "new Summary"],
      handlers: [{ at: 0, property: "collect" }],
      effect: "entry",
      kind: "callback",
      label: "metric {0.name}",
    },
  ],
};

export const openTelemetry: Framework = {
  name: "OpenTelemetry",
  modules: ["@opentelemetry/api"],
  types: {
    Tracer: { origins: ["trace.getTracer()"], declaredAs: ["@opentelemetry/api#Tracer"] },
    Context: { origins: ["context"], declaredAs: ["@opentelemetry/api#ContextAPI"] },
    Meter: { origins: ["metrics.getMeter()"], declaredAs: ["@opentelemetry/api#Meter"] },
    Observable: {
      origins: ["Gauge", "Counter", "UpDownCounter"].map((kind) => `Meter.createObservable${kind}()`),
      declaredAs: ["@opentelemetry/api#Observable"],
    },
  },
  registrations: [
    { on: ["Tracer"], members: ["startActiveSpan"], handlers: [{ at: -1 }], effect: "immediate", kind: "callback" },
    { on: ["Context"], members: ["with"], effect: "immediate", kind: "callback" },
    { on: ["Context"], members: ["bind"], effect: "wrapped" },
    { on: ["Meter"], members: ["addBatchObservableCallback"], effect: "entry", kind: "callback", label: "metric callback" },
    { on: ["Observable"], members: ["addCallback"], effect: "entry", kind: "callback", label: "metric callback" },
  ],
};

export const fileWatchers: Framework = {
  name: "file watchers",
  modules: ["chokidar", "node-watch", "@parcel/watcher", "gaze"],
  types: {
    Watcher: {
      origins: ["watch()", "new FSWatcher", ...chained("Watcher", [...listen, "add"])],
      declaredAs: ["chokidar#FSWatcher"],
    },
  },
  registrations: [
    { on: ["Watcher"], members: listen, events: ["ready"], effect: "continuation", kind: "listener" },
    {
      on: ["Watcher"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: 'file watcher "{0}"',
    },
    {
      members: ["default", "subscribe"],
      handlers: [{ from: 1 }],
      effect: "entry",
      kind: "listener",
      label: "file watcher",
    },
  ],
};

/** Database clients' own events, and what they call per row or connection. */
export const databaseClients: Framework = {
  name: "database clients",
  modules: ["pg", "mysql", "mysql2", "knex", "mongodb"],
  types: {
    Client: {
      origins: [
        "new Client", "new Pool", "createConnection()", "createPool()", "default()", "Client.connect()",
        ...chained("Client", listen),
      ],
      declaredAs: [
        "pg#Client", "pg#ClientBase", "pg#Pool", "mysql#Connection", "mysql#Pool", "mysql2#Connection", "mysql2#Pool",
        "knex#Knex",
      ],
    },
    ChangeStream: { origins: [], declaredAs: ["mongodb#ChangeStream"] },
  },
  registrations: [
    {
      on: ["Client"],
      members: listen,
      events: ["notification", "notice"],
      effect: "entry",
      kind: "listener",
      label: 'database "{0}"',
    },
    {
      on: ["Client"],
      members: ["query", "execute", "connect", "getConnection", "end"],
      handlers: [{ at: -1 }],
      effect: "continuation",
      kind: "callback",
    },
    { on: ["Client"], members: ["transaction"], handlers: [{ at: 0 }], effect: "continuation", kind: "callback" },
    {
      on: ["ChangeStream"],
      members: listen,
      handlers: [{ at: 1 }],
      effect: "entry",
      kind: "listener",
      label: "change stream",
    },
  ],
};
