/** Disable comments: what they cover, and which of them cover nothing. */
import assert from "node:assert/strict";
import { analyse } from "../analysis.js";
import type { ProjectHost } from "../project.js";
import { openProject } from "../typescript/index.js";

const FILE = "/server.js";

describe("unused disable comments", () => {
  it("are none where each covers a call that the loop waits for", () => {
    assert.deepEqual(
      unusedIn(`
        import { readFileSync } from "node:fs";
        setInterval(() => {
          // eslint-disable-next-line loopguard/no-sync-io -- 200 bytes
          readFileSync("a");
          readFileSync("b"); // eslint-disable-line loopguard/no-sync-io
          /* eslint-disable loopguard/no-sync-io */
          readFileSync("c");
          /* eslint-enable loopguard/no-sync-io */
        }, 1000);`),
      [],
    );
  });

  it("cover cheap and uncertain calls too, which other options would report", () => {
    assert.deepEqual(
      unusedIn(`
        import { existsSync } from "node:fs";
        // eslint-disable-next-line loopguard/no-sync-io -- local disk
        setInterval(() => existsSync("maintenance"), 1000);`),
      [],
    );
  });

  it("are those beside no call, beside another rule's call, and at start-up", () => {
    assert.deepEqual(
      unusedIn(`
        import { readFileSync } from "node:fs";
        const key = readFileSync("key"); // eslint-disable-line loopguard/no-sync-io
        setInterval(() => {
          // eslint-disable-next-line loopguard/no-sync-cpu, loopguard/no-sync-io
          readFileSync("a");
        }, 1000);
        // eslint-disable-next-line loopguard/no-blocking-wait
        export const name = key;`),
      ["3 no-sync-io", "5 no-sync-cpu", "8 no-blocking-wait"],
    );
  });

  it("are comments on a line of a block that is disabled already, as in ESLint", () => {
    assert.deepEqual(
      unusedIn(`/* eslint-disable loopguard/no-sync-io */
        import { readFileSync } from "node:fs";
        setInterval(() => readFileSync("a"), 1000); // eslint-disable-line loopguard/no-sync-io`),
      ["3 no-sync-io"],
    );
  });

  it("are not judged where they name no rule of the project-wide analysis", () => {
    assert.deepEqual(
      unusedIn(`
        // eslint-disable-next-line
        export const a = 1;
        // eslint-disable-next-line no-console, loopguard/no-sync-in-async
        export const b = 2;`),
      [],
    );
  });
});

describe("the place of a finding", () => {
  it("is told by the functions and classes around it, inline callbacks left out", () => {
    const { findings } = analysisOf(`
      import { readFileSync } from "node:fs";
      readFileSync("a");
      function load() { return [1].map(() => readFileSync("b")); }
      class Store { open = () => readFileSync("c"); constructor() { readFileSync("d"); } }
      export function outer() { const inner = () => readFileSync("e"); return [inner, load, Store]; }`);
    assert.deepEqual(
      findings.map(({ within }) => within),
      ["", "load", "Store.open", "Store.constructor", "outer.inner"],
    );
  });
});

function unusedIn(text: string): readonly string[] {
  return analysisOf(text).unusedSuppressions.map(({ rule, location }) => `${String(location.line)} ${rule}`);
}

function analysisOf(text: string) {
  const host: ProjectHost = {
    useCaseSensitiveFileNames: true,
    readFile: (file) => (file === FILE ? text : undefined),
    fileSize: (file) => (file === FILE ? text.length : undefined),
    fileExists: (file) => file === FILE,
    directoryExists: (directory) => directory === "/",
    listDirectory: () => ({ files: [FILE.slice(1)], directories: [] }),
    realpath: (file) => file,
  };
  return analyse(openProject(host, [FILE]));
}
