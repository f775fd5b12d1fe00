/** Timers, and what runs after the current piece of code. */
import type { Framework } from "./framework.js";

export const timers: Framework = {
  name: "timers",
  modules: ["global", "node:timers"],
  types: { Process: { origins: ["process"], declaredAs: ["global#Process", "node:process#Process"] } },
  registrations: [
    // `setInterval` of timers/promises is iterated over: the loop's body belongs to the function around it.
    { members: ["setInterval", "setTimeout"], handlers: [{ at: 0 }], effect: "entry", kind: "timer", label: "{member} callback" },
    { members: ["setImmediate", "queueMicrotask"], handlers: [{ at: 0 }], effect: "continuation", kind: "callback" },
    { on: ["Process"], members: ["nextTick"], handlers: [{ at: 0 }], effect: "continuation", kind: "callback" },
  ],
};

/** The same functions, for delays that Node's own timers are too short for. */
export const longTimers: Framework = {
  name: "long timers",
  modules: ["unlimited-timeout", "safe-timers", "long-timeout", "long-settimeout"],
  registrations: [
    { members: ["setInterval", "setTimeout"], handlers: [{ at: 0 }], effect: "entry", kind: "timer", label: "{member} callback" },
  ],
};

/** `import { nextTick } from "node:process"` */
export const processTicks: Framework = {
  name: "process.nextTick",
  modules: ["node:process"],
  registrations: [{ members: ["nextTick"], handlers: [{ at: 0 }], effect: "continuation", kind: "callback" }],
};
