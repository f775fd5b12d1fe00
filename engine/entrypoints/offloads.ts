/** Work that leaves the loop: worker threads, pools, child processes. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const listen = ["on", "once", "addListener", "addEventListener"] as const;

export const workerThreads: Framework = {
  name: "worker threads",
  modules: ["node:worker_threads", "node:child_process", "node:cluster", "global"],
  workerMarkers: ["parentPort", "workerData"],
  placeTests: { isMainThread: "serving", isPrimary: "elsewhere", isMaster: "elsewhere", isWorker: "serving" },
  types: {
    // A port is heard by the worker; the thread that started it hears the Worker object.
    MessagePort: { origins: ["parentPort", ...chained("MessagePort", listen)], declaredAs: ["node:worker_threads#MessagePort", "global#MessagePort"] },
  },
  handlerProperties: [
    { on: ["MessagePort"], properties: ["onmessage"], effect: "offload", kind: "listener", label: '"message" listener' },
  ],
  registrations: [
    { members: ["new Worker", "fork"], handlers: [{ at: 0 }], effect: "offload" },
    { on: ["MessagePort"], members: listen, effect: "offload" },
  ],
};

/** Processes that share a port: what each of them starts with. */
export const processManagers: Framework = {
  name: "process managers",
  modules: ["throng"],
  registrations: [
    {
      members: ["default"],
      handlers: [{ at: 0 }, ...["master", "worker", "start"].map((property) => ({ at: 0, property }))],
      effect: "startup",
    },
  ],
};

export const workerPools: Framework = {
  name: "worker pools",
  modules: [
    "piscina", "tinypool", "workerpool", "poolifier", "worker-farm", "jest-worker", "threads", "comlink", "synckit",
    "node-worker-threads-pool", "microjob", "bthreads",
  ],
  types: {
    Pool: {
      origins: [
        "new default", "new Piscina", "new Tinypool", "pool()", "new FixedThreadPool", "new DynamicThreadPool", "new FixedClusterPool",
        "new Worker", "new StaticPool", "new DynamicPool", "default()",
      ],
      declaredAs: ["piscina#Piscina", "tinypool#Tinypool", "workerpool#Pool", "workerpool#WorkerPool", "poolifier#AbstractPool", "jest-worker#Worker"],
    },
  },
  registrations: [
    { members: ["new default", "new Piscina", "new Tinypool"], handlers: [{ at: 0, property: "filename" }], effect: "offload" },
    { members: ["pool", "new Worker", "new FixedThreadPool", "new DynamicThreadPool", "new FixedClusterPool"], effect: "offload" },
    { members: ["default", "createSyncFn", "job"], effect: "offload" },
    { members: ["new StaticPool"], handlers: [{ at: 0, property: "task" }], effect: "offload" },
    { on: ["Pool"], members: ["exec"], handlers: [{ at: 0, property: "task" }], effect: "offload" },
    // `workerpool.exec(f, args)` sends the function's text; the arguments are computed here.
    { on: ["Pool"], members: ["run", "runTask", "exec", "execute"], handlers: [{ at: 0 }], effect: "offload" },
    { on: ["Pool"], members: ["run", "runTask"], handlers: [{ at: 1, property: "filename" }], effect: "offload" },
    { members: ["exec"], handlers: [{ at: 0 }], effect: "offload" },
    // Inside a worker file.
    { members: ["worker", "runAsWorker", "expose", "new ThreadWorker", "new ClusterWorker"], effect: "offload" },
    { members: ["worker", "expose"], handlers: [{ at: 0, property: "*" }], effect: "offload" },
  ],
};
