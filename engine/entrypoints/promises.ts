/** Promises: what runs now, and what runs when they settle. */
import type { Framework } from "./framework.js";

export const promises: Framework = {
  name: "promises",
  modules: ["global"],
  types: {
    Promise: {
      origins: [
        "new Promise",
        ...["resolve", "reject", "all", "allSettled", "race", "any", "try"].map((member) => `Promise.${member}()`),
      ],
      declaredAs: ["global#PromiseLike"],
    },
    PromiseConstructor: { origins: ["Promise"], declaredAs: ["global#PromiseConstructor"] },
  },
  registrations: [
    { members: ["new Promise"], handlers: [{ at: 0 }], effect: "immediate", kind: "callback" },
    { on: ["PromiseConstructor"], members: ["try"], handlers: [{ at: 0 }], effect: "immediate", kind: "callback" },
    { on: ["Promise"], members: ["then", "catch", "finally"], effect: "continuation", kind: "callback" },
  ],
};

/** Libraries that run many asynchronous functions with a limit, a deadline or retries. */
export const promiseLibraries: Framework = {
  name: "promise libraries",
  modules: [
    "p-map", "p-limit", "p-all", "p-each-series", "p-filter", "p-props", "p-queue", "p-reduce", "p-retry", "p-series", "p-timeout",
    "p-times", "p-throttle", "p-wait-for", "async-retry", "promise-retry", "bluebird", "async-mutex", "async-lock",
  ],
  types: {
    Limit: { origins: ["default()", "pLimit()"], declaredAs: ["p-limit#LimitFunction"] },
    Queue: { origins: ["new default", "new PQueue", "new Mutex", "new Semaphore", "new AsyncLock"], declaredAs: ["p-queue#PQueue", "async-mutex#Mutex", "async-mutex#Semaphore", "async-lock#AsyncLock"] },
    Bluebird: {
      origins: ["new default", ...["resolve", "all", "map", "try", "delay"].map((member) => `${member}()`)],
      declaredAs: ["bluebird#Bluebird"],
    },
  },
  registrations: [
    { members: ["default", "default()", "pMap", "pMapIterable", "map", "each", "mapSeries", "filter", "reduce", "try"], effect: "continuation", kind: "callback" },
    { members: ["coroutine", "method"], handlers: [{ at: 0 }], effect: "wrapped" },
    { members: ["promisify"], handlers: [{ at: 0 }], effect: "wrapped", addsCallback: true },
    { on: ["Limit"], members: ["()", "map"], effect: "continuation", kind: "callback" },
    { on: ["Queue"], members: ["add", "addAll", "runExclusive", "acquire"], effect: "continuation", kind: "callback" },
    {
      on: ["Bluebird"],
      members: ["then", "catch", "finally", "tap", "map", "each", "mapSeries", "filter", "reduce", "spread", "try"],
      effect: "continuation",
      kind: "callback",
    },
  ],
};

/** Generators that run like asynchronous functions: `yield` waits for a promise. */
export const coroutines: Framework = {
  name: "co",
  modules: ["co"],
  registrations: [
    { members: ["default", "co"], handlers: [{ at: 0 }], effect: "immediate", kind: "callback" },
    { members: ["wrap", "co.wrap"], handlers: [{ at: 0 }], effect: "wrapped" },
  ],
};

/** The `async` library: its functions call what they are given, sooner or later. */
export const asyncLibrary: Framework = {
  name: "async",
  modules: ["async", "neo-async", "async-es"],
  registrations: [
    { members: ["queue", "priorityQueue", "cargo", "cargoQueue"], handlers: [{ at: 0 }], effect: "entry", kind: "queue", label: "async.{member} worker" },
    { members: ["asyncify", "timeout", "reflect", "ensureAsync"], effect: "wrapped" },
    { members: ["memoize"], effect: "memoised", isPerArgument: true },
    {
      members: [
        ...["each", "eachOf", "forEach", "forEachOf", "map", "mapValues", "filter", "reject", "detect", "some", "every", "concat", "groupBy", "times"].flatMap(
          (member) => [member, `${member}Series`, `${member}Limit`],
        ),
        "reduce", "reduceRight", "transform", "sortBy", "series", "parallel", "parallelLimit", "waterfall", "auto", "autoInject", "race",
        "retry", "retryable", "tryEach", "whilst", "doWhilst", "until", "doUntil", "forever", "applyEach", "applyEachSeries", "compose", "seq",
        "nextTick", "setImmediate",
      ],
      effect: "continuation",
      kind: "callback",
    },
  ],
};
