/** Routes as clients list them: with what they reach, and those that reach nothing. */
import assert from "node:assert/strict";
import type { Finding, Location, Route } from "@loopguard/engine";
import { routesOf } from "./routes.js";

const FILE = "/shop/routes.ts";

describe("routesOf", () => {
  it("lists every route, with the number of blocking calls that it reaches", () => {
    const { items } = routesOf(
      [findingReachedBy("GET /orders", at(3)), findingReachedBy("setInterval callback", at(20))],
      [route("GET", "/orders", at(3)), route("GET", "/health", at(9))],
      (file) => `file://${file}`,
    );
    assert.deepEqual(
      items.map(({ label, kind, blockingCalls, worstTier }) => ({ label, kind, blockingCalls, worstTier })),
      [
        { label: "GET /health", kind: "http", blockingCalls: 0, worstTier: undefined },
        { label: "GET /orders", kind: "http", blockingCalls: 1, worstTier: 2 },
        { label: "setInterval callback", kind: "timer", blockingCalls: 1, worstTier: 2 },
      ],
    );
  });
});

function route(method: string, path: string, location: Location): Route {
  return { method, path, location, registration: location, framework: "Express" };
}

function findingReachedBy(label: string, location: Location): Finding {
  const kind = label.startsWith("set") ? "timer" : "http";
  return {
    rule: "no-sync-io",
    kind: "sync-io",
    cost: { tier: 2, source: "estimated" },
    confidence: "definite",
    context: "loop",
    location: at(40),
    callee: "fs.readFileSync",
    identity: "node:fs#readFileSync",
    isInLoop: false,
    within: "",
    paths: [{ entryPoint: { label, kind, location }, hops: [], confidence: "definite" }],
    message: "fs.readFileSync blocks the event loop.",
  };
}

function at(line: number): Location {
  return { file: FILE, start: line * 10, end: line * 10 + 5, line, column: 1, endLine: line, endColumn: 6 };
}
