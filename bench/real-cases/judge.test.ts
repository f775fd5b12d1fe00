import assert from "node:assert/strict";

import type { Site } from "./cases.js";
import { pairSites, stillReported } from "./judge.js";

describe("judging real cases", () => {
  const read = (line: number): Site => ({ file: "docker.js", line, call: "fs.readFileSync" });

  it("pairs a site with the finding on its line, and leaves a missed one alone", () => {
    const finding = { file: "docker.js", line: 160, column: 18 };
    assert.deepEqual(pairSites([read(160), read(161)], [finding]), [
      { site: read(160), found: finding },
      { site: read(161) },
    ]);
  });

  it("takes no finding of another file", () => {
    assert.deepEqual(pairSites([read(160)], [{ file: "server.js", line: 160, column: 18 }]), [{ site: read(160) }]);
  });

  it("pairs several calls on one line with their findings in order, each once", () => {
    const [first, second] = [
      { file: "docker.js", line: 159, column: 36 },
      { file: "docker.js", line: 159, column: 61 },
    ] as const;
    const found = pairSites([read(159), read(159), read(159)], [second, first]).map((judged) => judged.found);
    assert.deepEqual(found, [first, second, undefined]);
  });

  it("recognises a call after the fix by its text, wherever its line moved", () => {
    const moved = { file: "docker.js", line: 2, column: 1 };
    const other = { file: "docker.js", line: 1, column: 1 };
    const after = ["const stat = fs.statSync(path);", "const ca = fs.readFileSync(path);"];
    assert.deepEqual(
      stillReported(read(160), [other, moved], (_, line) => after[line - 1] ?? ""),
      [moved],
    );
  });
});
