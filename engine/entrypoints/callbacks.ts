/** Callbacks of Node's own asynchronous functions: they continue the work of whoever called. */
import type { Framework } from "./framework.js";

/** `fs.readFile(path, f)`, `child_process.exec(command, f)`, `dns.lookup(host, f)`: the last argument of any member. */
export const nodeCallbacks: Framework = {
  name: "Node callbacks",
  modules: ["node:fs", "node:child_process", "node:dns", "node:zlib", "node:crypto", "node:stream", "node:readline", "node:inspector"],
  types: {
    Interface: { origins: ["createInterface()"], declaredAs: ["node:readline#Interface"] },
    Stream: {
      origins: ["createReadStream()", "createWriteStream()", "new Writable", "new Duplex", "new PassThrough", "new Readable"],
      declaredAs: [
        "node:stream#Writable", "node:stream#Readable", "node:stream#Duplex", "node:net#Socket", "node:http#ServerResponse",
        "node:http#OutgoingMessage", "node:http#ClientRequest", "node:http#IncomingMessage",
      ],
    },
    Resolver: { origins: ["new Resolver"], declaredAs: ["node:dns#Resolver"] },
  },
  registrations: [
    {
      members: [
        // fs
        "access", "appendFile", "chmod", "chown", "close", "copyFile", "cp", "exists", "fchmod", "fchown", "fdatasync", "fstat", "fsync",
        "ftruncate", "futimes", "glob", "lchown", "link", "lstat", "lutimes", "mkdir", "mkdtemp", "open", "opendir", "read", "readFile",
        "readdir", "readlink", "readv", "realpath", "rename", "rm", "rmdir", "stat", "statfs", "symlink", "truncate", "unlink", "utimes",
        "write", "writeFile", "writev",
        // child_process
        "exec", "execFile",
        // dns
        "lookup", "lookupService", "resolve", "resolve4", "resolve6", "resolveAny", "resolveCname", "resolveMx", "resolveNs", "resolveSrv",
        "resolveTxt", "reverse",
        // zlib
        "deflate", "deflateRaw", "inflate", "inflateRaw", "gzip", "gunzip", "unzip", "brotliCompress", "brotliDecompress", "zstdCompress",
        "zstdDecompress",
        // crypto
        "argon2", "checkPrime", "diffieHellman", "generateKey", "generateKeyPair", "generatePrime", "hkdf", "pbkdf2", "privateDecrypt",
        "randomBytes", "randomFill", "randomInt", "scrypt", "sign", "verify",
        // stream
        "pipeline", "finished", "compose",
      ],
      effect: "continuation",
      kind: "callback",
    },
    { on: ["Interface"], members: ["question"], handlers: [{ at: -1 }], effect: "continuation", kind: "callback" },
    { on: ["Stream"], members: ["write", "end", "destroy", "setTimeout"], handlers: [{ at: -1 }], effect: "continuation", kind: "callback" },
    { on: ["Stream"], members: ["map", "filter", "forEach", "flatMap", "reduce", "some", "every", "find"], effect: "continuation", kind: "callback" },
    {
      on: ["Resolver"],
      members: ["resolve", "resolve4", "resolve6", "resolveAny", "resolveMx", "resolveTxt", "reverse"],
      effect: "continuation",
      kind: "callback",
    },
  ],
};

/** Code that carries a context along, or is told about events inside Node. */
export const asyncContext: Framework = {
  name: "async context",
  modules: ["node:async_hooks", "node:diagnostics_channel", "node:domain"],
  types: {
    AsyncLocalStorage: { origins: ["new AsyncLocalStorage"], declaredAs: ["node:async_hooks#AsyncLocalStorage"] },
    AsyncResource: { origins: ["new AsyncResource"], declaredAs: ["node:async_hooks#AsyncResource"] },
    Channel: { origins: ["channel()", "tracingChannel()"], declaredAs: ["node:diagnostics_channel#Channel", "node:diagnostics_channel#TracingChannel"] },
  },
  registrations: [
    { on: ["AsyncLocalStorage"], members: ["run", "exit"], effect: "immediate", kind: "callback" },
    { on: ["AsyncResource"], members: ["runInAsyncScope"], handlers: [{ at: 0 }], effect: "immediate", kind: "callback" },
    { on: ["AsyncLocalStorage", "AsyncResource"], members: ["bind"], handlers: [{ at: 0 }], effect: "wrapped" },
    { members: ["AsyncLocalStorage.bind", "AsyncResource.bind"], handlers: [{ at: 0 }], effect: "wrapped" },
    { members: ["subscribe"], handlers: [{ at: 1 }], effect: "entry", kind: "listener", label: "diagnostics channel {0}" },
    { on: ["Channel"], members: ["subscribe"], effect: "entry", kind: "listener", label: "diagnostics channel listener" },
    { on: ["Channel"], members: ["runStores", "traceSync", "tracePromise", "traceCallback"], effect: "immediate", kind: "callback" },
  ],
};
