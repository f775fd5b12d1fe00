/** Functions that give back the function they were given, in other clothes. */
import type { Framework } from "./framework.js";

export const wrappers: Framework = {
  name: "function wrappers",
  modules: [
    "node:util", "express-async-handler", "async-middleware", "debounce", "throttle-debounce",
    "lodash.debounce", "lodash.throttle", "lodash.partial", "p-debounce", "p-throttle",
  ],
  registrations: [
    {
      members: ["default", "callbackify", "deprecate", "debuglog", "debounce", "throttle", "wrap", "asyncMiddleware", "asyncHandler"],
      handlers: [{ from: 0 }],
      effect: "wrapped",
    },
  ],
};

/** Functions that pass a callback to the function they were given. */
export const promisifiers: Framework = {
  name: "promisify",
  modules: ["node:util", "util.promisify", "pify"],
  registrations: [{ members: ["default", "promisify"], handlers: [{ from: 0 }], effect: "wrapped", addsCallback: true }],
};

export const functionMethods: Framework = {
  name: "function methods",
  modules: ["global"],
  types: { Function: { origins: [], declaredAs: ["global#Function", "global#CallableFunction", "global#NewableFunction"] } },
  registrations: [{ on: ["Function"], members: ["bind"], effect: "wrapped" }],
};

/** What runs at most once: the first caller pays. */
export const onces: Framework = {
  name: "once",
  modules: ["once", "onetime", "lodash.once", "p-once", "lazy-value", "p-lazy"],
  registrations: [{ members: ["default", "once"], handlers: [{ at: 0 }], effect: "memoised" }],
};

/** What runs once per argument. */
export const memoisers: Framework = {
  name: "memoisers",
  modules: [
    "lodash.memoize", "p-memoize", "mem", "memoize", "memoizee", "memoize-one", "fast-memoize", "micro-memoize", "moize", "nano-memoize",
    "async-memoize-one", "proxy-memoize", "next/cache",
  ],
  registrations: [
    { members: ["default", "memoize", "memoizeOne", "moize", "unstable_cache"], handlers: [{ at: 0 }], effect: "memoised", isPerArgument: true },
  ],
};

/** Keeps results for one request. */
export const reactCache: Framework = {
  name: "React cache",
  modules: ["react"],
  registrations: [{ members: ["cache"], handlers: [{ at: 0 }], effect: "wrapped" }],
};
