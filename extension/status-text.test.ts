import assert from "node:assert/strict";
import type { ServerState } from "loopguard-language-server/protocol";
import { statusText } from "./status-text.js";

describe("the status item's text", () => {
  it("counts what was found, and says how long that took", () => {
    const { text, detail, isBusy, severity } = statusText(status("ready", { findings: 12 }));
    assert.deepEqual(
      { text, detail, isBusy, severity },
      {
        text: "12 blocking calls",
        detail: "214 files in 1.9 s, last change in 48 ms",
        isBusy: false,
        severity: "information",
      },
    );
  });

  it("keeps the last results while a change is analysed", () => {
    const { text, isBusy } = statusText(status("analysing", { findings: 1 }));
    assert.deepEqual({ text, isBusy }, { text: "1 blocking call", isBusy: true });
  });

  it("does not let silence pass for safety", () => {
    const { text, detail, severity, command } = statusText(status("ready", { problems: 2 }));
    assert.equal(text, "No blocking calls");
    assert.match(detail ?? "", /2 problems while reading$/);
    assert.deepEqual([severity, command.command], ["warning", "loopguard.collectDebugInformation"]);
  });

  it("says whose TypeScript reads the project, when it is another than the bundled one, or should be", () => {
    const own = { ...status("ready"), typescript: { version: "5.9.3", path: "/project/node_modules/typescript" } };
    assert.match(statusText(own).detail ?? "", /48 ms, by the workspace's TypeScript 5\.9\.3$/);
    const refused = { ...status("ready"), typescript: { version: "6.0.3", problem: "The workspace is not trusted." } };
    assert.match(statusText(refused).detail ?? "", /48 ms\. The workspace is not trusted\.$/);
  });

  it("offers what helps when nothing runs", () => {
    assert.equal(statusText({ state: "stopped" }).command.command, "loopguard.restart");
    const failed = statusText({ ...status("failed"), message: "The analysis crashed too often." });
    assert.deepEqual([failed.detail, failed.severity], ["The analysis crashed too often.", "error"]);
    assert.equal(failed.command.command, "loopguard.scan");
  });
});

function status(state: ServerState, { findings = 0, problems = 0 } = {}): Parameters<typeof statusText>[0] {
  return {
    state,
    counts: { files: 214, functions: 900, routes: 3, findings, blockingCalls: 20, problems },
    times: { load: 1900, update: 48 },
    loopDelay: { p50: 0, p99: 1, max: 2 },
    restarts: 0,
  };
}
