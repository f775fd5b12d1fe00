import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openProject } from "@loopguard/engine/typescript";
import { nodeHost } from "./index.js";

describe("nodeHost", () => {
  const host = nodeHost();
  let root = "";
  const inRoot = (...names: readonly string[]): string => path.join(root, ...names);

  before(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-host-")));
    mkdirSync(inRoot("src"));
    writeFileSync(inRoot("src", "b.ts"), "b();");
    writeFileSync(inRoot("src", "a.ts"), "a();");
  });
  after(() => {
    rmSync(root, { recursive: true });
  });

  it("reads text and sizes", () => {
    assert.equal(host.readFile(inRoot("src", "a.ts")), "a();");
    assert.equal(host.fileSize(inRoot("src", "a.ts")), 4);
  });

  it("tells files from directories", () => {
    assert.deepEqual([host.fileExists(inRoot("src")), host.directoryExists(inRoot("src"))], [false, true]);
    assert.deepEqual(
      [host.fileExists(inRoot("src", "a.ts")), host.directoryExists(inRoot("src", "a.ts"))],
      [true, false],
    );
    assert.equal(host.fileSize(inRoot("src")), undefined);
  });

  it("decodes UTF-8 and UTF-16 by their byte order marks", () => {
    const encodings = {
      utf8: Buffer.from("\uFEFFé", "utf8"),
      little: Buffer.from("\uFEFFé", "utf16le"),
      big: Buffer.from("\uFEFFé", "utf16le").swap16(),
    };
    for (const [name, bytes] of Object.entries(encodings)) {
      writeFileSync(inRoot(name), bytes);
      assert.equal(host.readFile(inRoot(name)), "é", name);
    }
  });

  it("answers that what cannot be read is not there", () => {
    const missing = inRoot("nowhere", "a.ts");
    assert.deepEqual(
      [host.readFile(missing), host.fileSize(missing), host.fileExists(missing)],
      [undefined, undefined, false],
    );
    assert.equal(host.readFile(inRoot("src")), undefined);
    assert.deepEqual(host.listDirectory(missing), { files: [], directories: [] });
    assert.equal(host.realpath(missing), missing);
    assert.equal(host.fileExists("a\0b"), false);
  });

  it("lists a directory in a fixed order and looks through symbolic links", () => {
    symlinkSync(inRoot("src", "a.ts"), inRoot("src", "link.ts"));
    symlinkSync(inRoot("src"), inRoot("src", "again"), "dir");
    symlinkSync(inRoot("gone"), inRoot("src", "dangling"));
    assert.deepEqual(host.listDirectory(inRoot("src")), { files: ["a.ts", "b.ts", "link.ts"], directories: ["again"] });
    assert.equal(host.realpath(inRoot("src", "link.ts")), inRoot("src", "a.ts"));
  });

  it("does not lead a project out by a link to what it lies in", () => {
    mkdirSync(inRoot("workspace"));
    writeFileSync(inRoot("workspace", "tsconfig.json"), "{}");
    writeFileSync(inRoot("workspace", "own.ts"), "export {};\n");
    symlinkSync(inRoot("."), inRoot("workspace", "up"), "dir");
    const { files } = openProject(host, [inRoot("workspace")]);
    assert.deepEqual([...files.keys()], [inRoot("workspace", "own.ts")]);
  });
});
