import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isAsRecorded, nodeHost, recordedHost } from "./index.js";

describe("a recorded host", () => {
  let root = "";
  const inRoot = (name: string): string => path.join(root, name);

  beforeEach(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-recorded-")));
    writeFileSync(inRoot("a.ts"), "a();");
    mkdirSync(inRoot("src"));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  /** Everything that can be asked, of what is there and of what is not. */
  function recorded() {
    const host = recordedHost(nodeHost());
    for (const name of ["a.ts", "b.ts", "src"]) {
      host.readFile(inRoot(name));
      host.fileSize(inRoot(name));
      host.fileExists(inRoot(name));
      host.directoryExists(inRoot(name));
      host.listDirectory(inRoot(name));
      host.realpath(inRoot(name));
    }
    return host;
  }

  it("answers as the host that it records, and knows as long as nothing changes that nothing did", () => {
    const host = recorded();
    assert.equal(host.readFile(inRoot("a.ts")), "a();");
    assert.deepEqual(host.listDirectory(root), nodeHost().listDirectory(root));
    const recording = host.recording();
    assert.ok(recording && isAsRecorded(JSON.parse(JSON.stringify(recording)) as typeof recording, nodeHost()));
  });

  const changes: Readonly<Record<string, () => void>> = {
    "a text": () => {
      writeFileSync(inRoot("a.ts"), "b();");
    },
    "a file that comes into being": () => {
      writeFileSync(inRoot("b.ts"), "");
    },
    "a file that goes": () => {
      rmSync(inRoot("a.ts"));
    },
    "a file in a directory that was listed": () => {
      writeFileSync(inRoot("src/c.ts"), "");
    },
    "a directory that becomes a file": () => {
      rmSync(inRoot("src"), { recursive: true });
      writeFileSync(inRoot("src"), "");
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`notices ${what}`, () => {
      const recording = recorded().recording();
      change();
      assert.equal(recording && isAsRecorded(recording, nodeHost()), false);
    });
  }

  it("records nothing when the disk changes while it is read", () => {
    const host = recorded();
    writeFileSync(inRoot("a.ts"), "other();");
    host.readFile(inRoot("a.ts"));
    assert.equal(host.recording(), undefined);
  });
});
