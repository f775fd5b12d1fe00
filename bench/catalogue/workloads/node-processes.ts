/** Processes, sockets, inspection and what else waits in Node's core. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";

import { file, text } from "../samples.js";
import { type Loaded, type Prepare, unmeasured, type Workload, type Workloads } from "../workload.js";

/** A command that works for 50 ms: any real one takes longer than starting its process. */
const COMMAND = process.execPath;
const WORK = ["-e", "const end = Date.now() + 50; while (Date.now() < end);"];

const bound = (member: string, twin: (socket: Loaded) => Promise<unknown>): Workload => {
  const prepare =
    (run: (socket: Loaded) => unknown): Prepare =>
    async (dgram) => {
      const socket: Loaded = dgram.createSocket("udp4");
      if (member === "connectSync") {
        socket.bind(0);
        await once(socket, "listening");
      }
      return () => run(socket);
    };
  return {
    call: prepare((socket) =>
      member === "bindSync" ? socket.bindSync({ port: 0 }) : socket.connectSync(9, "127.0.0.1"),
    ),
    twin: prepare(twin),
    same: "unrelated",
    isOnce: true,
  };
};

const report: Record<string, Workload> = {
  getReport: { call: () => () => process.report.getReport() },
  writeReport: {
    call:
      (_, __, { directory }) =>
      () =>
        process.report.writeReport(join(directory, "report.json")),
  },
};

const loadEnvFile: Workload = {
  of: () => "a file of two lines",
  call: (_, __, { directory }) => {
    const path = file(directory, ".env", "PORT=3000\nHOST=localhost\n");
    return () => {
      process.loadEnvFile(path);
    };
  },
};

const formatters: Readonly<Record<string, Workload>> = Object.fromEntries(
  Object.entries({
    DateTimeFormat: {},
    NumberFormat: {},
    RelativeTimeFormat: {},
    Collator: {},
    PluralRules: {},
    ListFormat: {},
    Segmenter: {},
    DisplayNames: { type: "region" },
  }).map(([name, options]) => [
    `new Intl.${name}`,
    {
      call:
        ({ Intl }: Loaded) =>
        () =>
          new Intl[name]("de", options),
    },
  ]),
);

let required = 0;

const endsTheProcess = unmeasured("It replaces the process that would measure it.");
const loadsAnAddon = unmeasured("An addon can be loaded only once, and each takes as long as its own start-up.");

/** 60 constants' worth of a module that does nothing: `\0asm`, version 1, one function type. */
const WASM = Buffer.from("0061736d0100000001040160000003020100070801046d61696e00000a040102000b", "hex");

export const nodeProcesses: Workloads = {
  "node:child_process": {
    rows: {
      execFileSync: {
        of: () => "a command that works for 50 ms",
        call: (processes) => () => processes.execFileSync(COMMAND, WORK),
        twin: (processes) => () => promisify(processes.execFile)(COMMAND, WORK),
        same: "unrelated",
      },
      execSync: {
        of: () => "a command that works for 50 ms",
        call: (processes) => () => processes.execSync(`"${COMMAND}" -e "${WORK[1] ?? ""}"`),
        twin: (processes) => () => promisify(processes.exec)(`"${COMMAND}" -e "${WORK[1] ?? ""}"`),
        same: "unrelated",
      },
      spawnSync: {
        of: () => "a command that works for 50 ms",
        call: (processes) => () => processes.spawnSync(COMMAND, WORK),
        twin: () => () => once(spawn(COMMAND, WORK), "close"),
        same: "unrelated",
      },
    },
  },
  "node:dgram": {
    rows: {
      "Socket.bindSync": bound("bindSync", (socket) => {
        socket.bind(0);
        return once(socket, "listening");
      }),
      "Socket.connectSync": bound("connectSync", (socket) => {
        socket.connect(9, "127.0.0.1");
        return once(socket, "connect");
      }),
    },
  },
  global: {
    rows: {
      "Atomics.wait": {
        of: () => "a wait of 50 ms",
        call: () => {
          const cell = new Int32Array(new SharedArrayBuffer(4));
          return () => Atomics.wait(cell, 0, 0, 50);
        },
      },
      ...formatters,
      require: {
        of: () => "the first time, a module of one line",
        call: (_, __, { directory }) => {
          const path = file(directory, `module${String(required++)}.cjs`, "module.exports = 1;\n");
          const require = createRequire(join(directory, "package.json"));
          return () => require(path) as unknown;
        },
        isOnce: true,
      },
      "new WebAssembly.Module": {
        of: () => "a module of one function",
        call:
          ({ WebAssembly }) =>
          () =>
            new WebAssembly.Module(WASM),
        twin:
          ({ WebAssembly }) =>
          () =>
            WebAssembly.compile(WASM),
        same: "unrelated",
      },
      "new WebAssembly.Instance": {
        of: () => "a module of one function",
        call: ({ WebAssembly }) => {
          const module = new WebAssembly.Module(WASM);
          return () => new WebAssembly.Instance(module);
        },
        twin: ({ WebAssembly }) => {
          const module = new WebAssembly.Module(WASM);
          return () => WebAssembly.instantiate(module);
        },
        same: "unrelated",
      },
      "Process.loadEnvFile": loadEnvFile,
      "ProcessReport.getReport": { ...report["getReport"] } as Workload,
      "ProcessReport.writeReport": { ...report["writeReport"] } as Workload,
      "Process.execve": endsTheProcess,
      "Process.dlopen": loadsAnAddon,
    },
  },
  "node:process": {
    rows: {
      loadEnvFile,
      "report.getReport": { ...report["getReport"] } as Workload,
      "report.writeReport": { ...report["writeReport"] } as Workload,
      execve: endsTheProcess,
      dlopen: loadsAnAddon,
    },
  },
  "node:worker_threads": {
    rows: {
      receiveMessageOnPort: {
        call: (threads) => {
          const { port1, port2 } = new threads.MessageChannel();
          return () => {
            port1.postMessage(1);
            return threads.receiveMessageOnPort(port2);
          };
        },
      },
    },
  },
  "node:inspector": {
    rows: {
      waitForDebugger: unmeasured("It waits for a person's debugger."),
      "Session.post": {
        of: () => "evaluating an expression",
        call: (inspector) => {
          const session = new inspector.Session();
          session.connect();
          return () => session.post("Runtime.evaluate", { expression: "1 + 1" });
        },
      },
    },
  },
  "node:module": {
    rows: {
      stripTypeScriptTypes: {
        sizes: [1024, 16_384],
        of: (bytes) => `${String(bytes / 1024)} KB of source`,
        call: (module, bytes) => {
          const source = "export const id = (value: number): number => value;\n".repeat(bytes / 52);
          return () => module.stripTypeScriptTypes(source);
        },
      },
      findPackageJSON: {
        call: (module, _, { directory }) => {
          file(directory, "package.json", "{}");
          const from = file(directory, "index.js", text(10));
          return () => module.findPackageJSON("./", from);
        },
      },
      flushCompileCache: { call: (module) => () => module.flushCompileCache() },
    },
  },
  "node:wasi": {
    rows: { "WASI.start": unmeasured("It takes as long as the program that it runs.") },
  },
  "node:tls": {
    rows: {
      createSecureContext: { call: (tls) => () => tls.createSecureContext({}) },
      getCACertificates: {
        of: () => "the certificates that come with Node.js, the first time",
        isOnce: true,
        call: (tls) => () => tls.getCACertificates("bundled"),
      },
    },
  },
};
