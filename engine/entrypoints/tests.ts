/** Test frameworks: their cases do not run in the server. */
import type { Framework } from "./framework.js";

const cases = ["describe", "context", "suite", "it", "test", "specify", "bench", "fit", "fdescribe", "xit", "xdescribe", "xtest"];
const hooks = ["before", "after", "beforeEach", "afterEach", "beforeAll", "afterAll", "setup", "teardown", "suiteSetup", "suiteTeardown"];
const modifiers = ["only", "skip", "todo", "concurrent", "sequential", "fails", "serial", "failing", "each()", "for()", "runIf()", "skipIf()"];

export const tests: Framework = {
  name: "test frameworks",
  modules: [
    "node:test", "global", "mocha", "vitest", "@jest/globals", "jest", "bun:test", "@playwright/test", "ava", "tap", "tape", "uvu", "jasmine",
  ],
  types: {
    Test: {
      origins: [...cases, ...hooks, "default", ...[...cases, "default"].flatMap((name) => modifiers.map((modifier) => `${name}.${modifier}`))],
      declaredAs: [
        ...["SuiteFunction", "TestFunction", "HookFunction", "ExclusiveSuiteFunction", "ExclusiveTestFunction", "PendingSuiteFunction"].flatMap((name) => [
          `mocha#${name}`,
          `global#${name}`,
        ]),
        "node:test#test",
        "node:test#suite",
      ],
    },
  },
  registrations: [
    { members: [...cases, ...hooks, "default"], effect: "ignored" },
    { members: cases.flatMap((name) => modifiers.map((modifier) => `${name}.${modifier}`)), effect: "ignored" },
    { on: ["Test"], members: [...cases, ...hooks, ...modifiers], effect: "ignored" },
  ],
};
