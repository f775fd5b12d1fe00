/**
 * Functions that ignore what a callback returns, or wait for it, where an asynchronous one is as good: nothing depends
 * on when it ends, and a rejection is treated just as an exception is. `setInterval` is none of them: its callbacks could
 * overlap; nor are event emitters, whose `emit` returns when all listeners have.
 */
import type { FormQuestion } from "../rewriter.js";

export const INDIFFERENT: FormQuestion["indifferent"] = [
  { module: "http", member: "createServer" },
  { module: "https", member: "createServer" },
  { module: "http2", member: "createServer" },
  { module: "http2", member: "createSecureServer" },
  { module: "global", member: "setTimeout" },
  { module: "global", member: "setImmediate" },
  { module: "timers", member: "setTimeout" },
  { module: "timers", member: "setImmediate" },
];
