/** What is kept is found again, is never wrong, and is not missed when it cannot be kept. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { inTurn } from "./in-turn.js";
import { cacheDirectory, openKeptResults, openResultsOfEngine } from "./index.js";

const MODULE = new URL("./kept-results.js", import.meta.url).href;

describe("kept results", () => {
  let root = "";
  let said: string[] = [];
  const open = (maxBytes?: number) =>
    openKeptResults(path.join(root, "cache"), {
      say: (sentence) => said.push(sentence),
      ...(maxBytes !== undefined && { maxBytes }),
    });
  const files = (): string[] => readdirSync(path.join(root, "cache")).map((name) => path.join(root, "cache", name));

  beforeEach(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-cache-")));
    said = [];
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("are found by their keys, also by others, until they are deleted", () => {
    open().set("one", { findings: [1] });
    assert.deepEqual(open().get("one"), { findings: [1] });
    assert.equal(open().get("other"), undefined);

    rmSync(path.join(root, "cache"), { recursive: true });
    const results = open();
    assert.equal(results.get("one"), undefined);
    results.set("one", { findings: [2] });
    assert.deepEqual(results.get("one"), { findings: [2] });
    assert.deepEqual(said, []);
  });

  it("that are cut off, damaged or something else count as absent, are removed, and are told of once", () => {
    open().set("one", { text: "x".repeat(10_000) });
    const [file = ""] = files();
    const whole = readFileSync(file);
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(30) ^ 1, 30);
    for (const bytes of [whole.subarray(0, -5), whole.subarray(0, 3), damaged, Buffer.from("{}"), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      said = [];
      const results = open();
      assert.equal(results.get("one"), undefined);
      assert.equal(results.get("one"), undefined);
      assert.equal(said.length, 1);
      assert.deepEqual(files(), []);
    }
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      assert.equal(open().get("one"), undefined, `cut off after ${length} bytes`);
    }
  });

  it("that cannot be written are not kept, which is said once, and nothing is left behind", function () {
    writeFileSync(path.join(root, "cache"), "a file where the directory should be");
    const results = open();
    results.set("one", 1);
    results.set("two", 2);
    assert.equal(results.get("one"), undefined);
    assert.match(said.join("\n"), /^the cache in .*cache cannot be used \(E[A-Z]+\): going on without it$/u);
    if (process.platform === "win32") this.skip();

    // As on a full disk, the file breaks off while it is written.
    const directory = path.join(root, "full");
    const noise = "crypto.randomBytes(100_000).toString('hex')";
    const script = `import crypto from "node:crypto"; import { openKeptResults } from ${JSON.stringify(MODULE)};
      const results = openKeptResults(${JSON.stringify(directory)}, { say: console.log });
      results.set("one", ${noise}); results.set("two", ${noise}); console.log(results.get("one"));`;
    const limited = `ulimit -f 1; exec "$0" --input-type=module -e "$1"`;
    const { stdout } = spawnSync("sh", ["-c", limited, process.execPath, script], { encoding: "utf8" });
    assert.match(stdout, /^the cache in .* cannot be used \(E[A-Z]+\): going on without it\nundefined\n$/u);
    assert.deepEqual(readdirSync(directory), []);
  });

  it("stay within their bound: what was not used for the longest time goes first", () => {
    const results = open(2000);
    const noise = (seed: number): string =>
      Array.from({ length: 200 }, (_, n) => ((n * seed) % 977).toString(36)).join("");
    for (let key = 1; key <= 20; key++) {
      results.set(String(key), noise(key));
      results.get("1");
    }
    const bytes = files().reduce((sum, file) => sum + readFileSync(file).length, 0);
    assert.ok(bytes <= 2000, `${bytes} bytes`);
    assert.notEqual(results.get("20"), undefined);
    assert.equal(results.get("2"), undefined);
  });

  it("are whole for every reader while several write them", async function () {
    this.timeout(20_000);
    const directory = path.join(root, "cache");
    const script = `const { parentPort, workerData } = require("node:worker_threads");
      import(${JSON.stringify(MODULE)}).then(({ openKeptResults }) => {
        const said = [];
        const results = openKeptResults(${JSON.stringify(directory)}, { say: (sentence) => said.push(sentence) });
        for (let round = 0; round < 40; round++) {
          results.set("shared", { text: String(workerData).repeat(20000) });
          const { text } = results.get("shared");
          if (text.length !== 20000 || new Set(text).size !== 1) said.push("half of it");
        }
        parentPort.postMessage(said);
      });`;
    const workers = [1, 2, 3].map((workerData) => new Worker(script, { eval: true, workerData }));
    const told = await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once("message", resolve))));
    await Promise.all(workers.map((worker) => worker.terminate()));
    assert.deepEqual(told, [[], [], []]);
    assert.equal(files().length, 1);
  });

  it("are computed once by those who want the same at the same time", async function () {
    this.timeout(20_000);
    const script = `const { parentPort, workerData } = require("node:worker_threads");
      import(${JSON.stringify(MODULE)}).then(({ openKeptResults }) => {
        const results = openKeptResults(workerData);
        const compute = () => {
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
          results.set("slow", "result");
          return "computed";
        };
        parentPort.postMessage(results.alone("slow", () => results.get("slow") ?? compute()));
      });`;
    const workers = [1, 2, 3].map(() => new Worker(script, { eval: true, workerData: path.join(root, "cache") }));
    const told = await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once("message", resolve))));
    await Promise.all(workers.map((worker) => worker.terminate()));
    assert.deepEqual(told.sort(), ["computed", "result", "result"]);
    assert.equal(files().length, 1);
  });

  it("are waited for no longer than somebody can be at them, and not where nothing can be kept", () => {
    const turn = path.join(root, "turn");
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    writeFileSync(turn, `${gone} killed while it had the turn`);
    assert.equal(
      inTurn(turn, (hasWaited) => hasWaited),
      false,
    );
    assert.deepEqual(readdirSync(root), []);
    writeFileSync(turn, `${process.pid} a thread that was ended`);
    assert.equal(
      inTurn(turn, (hasWaited) => hasWaited, 100),
      true,
    );
    assert.equal(
      inTurn(path.join(root, "nowhere", "turn"), (hasWaited) => hasWaited),
      false,
    );
    assert.throws(
      () =>
        open().alone("one", () => {
          throw new Error("it failed");
        }),
      /it failed/u,
    );
    assert.deepEqual(files(), [], "the turn is given back");
  });

  it("of another engine are not found", () => {
    const directory = path.join(root, "cache");
    openKeptResults(directory).set("one", "of another engine");
    assert.equal(openResultsOfEngine(directory).get("one"), undefined);
    openResultsOfEngine(directory).set("one", "of this one");
    assert.equal(openResultsOfEngine(directory).get("one"), "of this one");
  });

  describe("lie", () => {
    const inRoot = (...names: readonly string[]): string => path.join(root, ...names);

    it("in the node_modules of the nearest package within the repository", () => {
      mkdirSync(inRoot("packages", "one"), { recursive: true });
      writeFileSync(inRoot("packages", "one", "package.json"), "{}");
      writeFileSync(inRoot("package.json"), "{}");
      mkdirSync(inRoot("node_modules"));
      assert.equal(cacheDirectory(inRoot("packages", "one"), {}), undefined);
      mkdirSync(inRoot(".git"));
      assert.equal(cacheDirectory(inRoot("packages", "one"), {}), inRoot("node_modules", ".cache", "loopguard"));
    });

    it("nowhere where a link could lead out of it", () => {
      writeFileSync(inRoot("package.json"), "{}");
      mkdirSync(inRoot("elsewhere"));
      symlinkSync(inRoot("elsewhere"), inRoot("node_modules"), "junction");
      assert.equal(cacheDirectory(root, {}), undefined);
      rmSync(inRoot("node_modules"));
      mkdirSync(inRoot("node_modules", ".cache"), { recursive: true });
      symlinkSync(inRoot("elsewhere"), inRoot("node_modules", ".cache", "loopguard"), "junction");
      assert.equal(cacheDirectory(root, {}), undefined);
    });

    it("where the environment says, if anywhere", () => {
      assert.equal(cacheDirectory(root, { LOOPGUARD_CACHE: "off" }), undefined);
      assert.equal(cacheDirectory(root, { LOOPGUARD_CACHE: "kept" }), inRoot("kept"));
    });
  });
});
