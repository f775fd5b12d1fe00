import assert from "node:assert/strict";

import { analyse, type ProjectFile } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { LIBRARY } from "@loopguard/rules-fixtures/dist/check-fixtures.js";
import { memoryHost } from "@loopguard/rules-fixtures/dist/memory-host.js";

import { generateServer, USUAL_SIZE } from "./generated-server.js";

describe("the generated server", () => {
  it("has as many files as were asked for, about", () => {
    for (const files of [100, 1000]) {
      const sources = [...generateServer({ ...USUAL_SIZE, files }).keys()].filter((name) => name.endsWith(".ts"));
      assert.ok(Math.abs(sources.length - files) / files < 0.1, `${String(sources.length)} for ${String(files)}`);
    }
  });

  it("is the same for the same size", () => {
    const size = { ...USUAL_SIZE, files: 60 };
    assert.deepEqual(generateServer(size), generateServer(size));
  });

  it("is as dense as real servers", () => {
    const files = new Map(
      [...generateServer({ ...USUAL_SIZE, files: 200 })].map(([name, text]) => [`/server/${name}`, text]),
    );
    const read = [...openProject(memoryHost(files, [LIBRARY]), ["/server"]).files.values()];
    const perLine = (of: "functions" | "mentions" | "calls" | "lineStarts"): number =>
      total(read, of) / total(read, "lineStarts");
    assertBetween(perLine("functions"), 0.05, 0.08);
    assertBetween(perLine("mentions"), 0.6, 0.8);
    assertBetween(perLine("calls"), 0.15, 0.21);
    const characters = [...files.values()].reduce((sum, text) => sum + text.length, 0);
    assertBetween(characters / total(read, "lineStarts"), 25, 35);
  });

  it("has routes that wait for its blocking calls, through every layer, and a call at start-up", () => {
    const files = new Map(
      [...generateServer({ files: 80, filesPerBlockingCall: 27, functionsPerPart: 1 })].map(([name, text]) => [
        `/server/${name}`,
        text,
      ]),
    );
    const { findings } = analyse(openProject(memoryHost(files, [LIBRARY]), ["/server"]));
    assert.deepEqual(findings.map(({ callee, context }) => `${callee} ${context}`).sort(), [
      ...Array.from({ length: 3 }, () => "crypto.pbkdf2Sync loop"),
      "fs.readFileSync startup",
    ]);
    const waiting = findings.flatMap(({ paths }) => paths.map(({ entryPoint }) => entryPoint.label));
    assert.deepEqual(waiting.sort(), ["POST /v1/feature-2", "POST /v1/feature-5", "POST /v1/feature-7"]);
  });
});

function total(files: readonly ProjectFile[], of: "functions" | "mentions" | "calls" | "lineStarts"): number {
  return files.reduce((sum, { facts }) => sum + facts[of].length, 0);
}

function assertBetween(value: number, least: number, greatest: number): void {
  assert.ok(
    value >= least && value <= greatest,
    `${String(value)} is not between ${String(least)} and ${String(greatest)}`,
  );
}
