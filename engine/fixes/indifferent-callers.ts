/**
 * Functions that ignore what a callback returns, or wait for it, where an asynchronous one is as good: nothing depends
 * on when it ends, and a rejection is treated just as an exception is. `setInterval` is none of them: its callbacks could
 * overlap; nor are event emitters, whose `emit` returns when all listeners have.
 */
import type { FormQuestion } from "../rewriter.js";

/** Of test frameworks: the bodies of tests, and what runs around them. What describes tests has to end at once. */
const TESTS = ["it", "test", "specify", "before", "beforeAll", "beforeEach", "after", "afterAll", "afterEach"];

/** Where their types are not installed. */
const TEST_RUNNERS = ["global", "@jest/globals", "bun:test", "mocha", "test", "vitest"];

export const INDIFFERENT: FormQuestion["indifferent"] = [
  { module: "http", member: "createServer" },
  { module: "https", member: "createServer" },
  { module: "http2", member: "createServer" },
  { module: "http2", member: "createSecureServer" },
  { module: "global", member: "setTimeout" },
  { module: "global", member: "setImmediate" },
  { module: "timers", member: "setTimeout" },
  { module: "timers", member: "setImmediate" },
  ...TEST_RUNNERS.flatMap((module) =>
    TESTS.flatMap((name) => [name, `${name}.only`, `${name}.skip`]).map((member) => {
      return { module, member, mostParameters: 0 };
    }),
  ),
];
