/** What is reported of labelled patterns that are matched with what a client sent: the slow ones, and no others. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { analyse, type Finding } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { nodeHost, withForwardSlashes } from "@loopguard/node-host";
import { labelledPatterns } from "./labelled-patterns.js";
import type { LabelledPattern } from "./timing.js";

/** Of those that grow faster than their text, by structure alone. What scslre does not see, timing does. */
const LEAST_FOUND = 0.7;

/** Of linear ones: what cannot fail in the end, as `[^]*$`, does not backtrack, which their structure does not tell. */
const MOST_WRONG = 0.02;

describe("labelled regular expressions", () => {
  let reported: ReadonlyMap<LabelledPattern, Finding>;
  before(() => {
    reported = reportedPatterns();
  });

  it("are at least 200, of every growth", () => {
    assert.ok(labelledPatterns.length >= 200);
    assert.deepEqual([...new Set(labelledPatterns.map(({ grows }) => grows))].sort(), [
      "cubic",
      "exponential",
      "linear",
      "quadratic",
    ]);
  });

  it("are hardly ever reported above possible where they are linear", () => {
    const linear = labelledPatterns.filter(({ grows }) => grows === "linear");
    const wrong = linear.filter((labelled) => (reported.get(labelled)?.confidence ?? "possible") !== "possible");
    assert.ok(wrong.length <= MOST_WRONG * linear.length, wrong.map(written).join("\n"));
  });

  it("are reported where they are exponential, and mostly where they are slow otherwise", () => {
    const slow = labelledPatterns.filter(({ grows }) => grows !== "linear");
    const missed = slow.filter((labelled) => !reported.has(labelled));
    assert.ok(
      missed.length <= (1 - LEAST_FOUND) * slow.length,
      `${String(missed.length)} of ${String(slow.length)} missed:\n${missed.map(written).join("\n")}`,
    );
  });
});

function written({ pattern, flags, from }: LabelledPattern): string {
  return `/${pattern}/${flags} (${from})`;
}

/** One route for each pattern, on a line of its own. */
function reportedPatterns(): ReadonlyMap<LabelledPattern, Finding> {
  const routes = labelledPatterns.map(
    ({ pattern, flags }, at) =>
      `app.post("/${String(at)}", (request, response) => response.json(new RegExp(${JSON.stringify(pattern)}, "${flags}").test(request.body.text)));`,
  );
  const directory = mkdtempSync(path.join(tmpdir(), "loopguard-regexes-"));
  try {
    writeFileSync(path.join(directory, "server.js"), [`const app = require("express")();`, ...routes].join("\n"));
    const { findings } = analyse(openProject(nodeHost(), [withForwardSlashes(directory)]));
    const slow = findings.filter(({ rule }) => rule === "no-slow-regex");
    return new Map(
      slow.flatMap((finding) => {
        const labelled = labelledPatterns[finding.location.line - 2];
        return labelled ? [[labelled, finding] as const] : [];
      }),
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
