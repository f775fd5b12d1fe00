/** A server whose work is moved to a worker pool answers as before, and its event loop no longer stands still. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { buildServer } from "./serving/build.js";
import { ServerProcess } from "./serving/server-process.js";

const SOURCE = path.resolve(import.meta.dirname, "../offloading");
const REPOSITORY = path.resolve(import.meta.dirname, "../..");

const PATHS = [
  "/page?title=Small",
  "/page?title=Large&notes=4000",
  "/part?notes=4000",
  // Too long: the failure comes from the thread.
  "/page?title=Book&notes=40000",
  "/books?word=7",
  "/books?word=%25",
  "/add?title=Walden",
  // There is one now: the failure comes from the database.
  "/add?title=Walden",
  "/books?word=wald",
  "/nowhere",
];

/** The large ones. */
const LOAD = PATHS.slice(1, 3).concat(PATHS.slice(4, 6));

interface Observation {
  readonly answers: readonly string[];
  /** The longest that the loop stood still while the large ones were answered, in ms. */
  readonly longestStall: number;
}

describe("a server whose work moves to a worker pool", function () {
  this.timeout(300_000);
  let directory: string;

  before(() => {
    directory = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-offloading-")));
    cpSync(SOURCE, directory, { recursive: true });
    symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(directory, "node_modules"), "junction");
  });

  after(() => {
    rmSync(directory, { recursive: true });
  });

  it("answers the same, and stands still for less than a third of the time", async () => {
    const before = await observe(SOURCE);
    const fixed = spawnSync(
      process.execPath,
      [path.join(REPOSITORY, "cli/bundle/main.js"), "fix", "--level", "offload", "--confidence", "possible"],
      { cwd: directory, encoding: "utf8" },
    );
    assert.equal(fixed.status, 0, fixed.stdout + fixed.stderr);
    assert.match(fixed.stdout, /4 of 4 blocking calls fixed, in 8 files\./u);
    rmSync(path.join(directory, "node_modules"));
    const after = await observe(directory);
    assert.deepEqual(after.answers, before.answers);
    assert.ok(
      after.longestStall * 3 < before.longestStall,
      `${after.longestStall.toFixed(0)} ms after ${before.longestStall.toFixed(0)} ms`,
    );
  });
});

/** @param source of the server */
async function observe(source: string): Promise<Observation> {
  const build = await buildServer(source);
  try {
    const server = await ServerProcess.start(build.directory, "src/server.js");
    try {
      const answers: string[] = [];
      for (const each of PATHS) answers.push(await answerOf(server.address, each));
      // The shortest of several counts: a busy machine stops the loop now and then.
      const stalls: number[] = [];
      for (let attempt = 0; attempt < 3; attempt++) {
        stalls.push(
          await server.longestStallDuring(async () => {
            await Promise.all(LOAD.map((each) => answerOf(server.address, each)));
          }),
        );
      }
      return { answers, longestStall: Math.min(...stalls) };
    } finally {
      await server.stop();
    }
  } finally {
    build.remove();
  }
}

async function answerOf(address: string, where: string): Promise<string> {
  const response = await fetch(new URL(where, address));
  const type = response.headers.get("content-type") ?? "";
  return [response.status, type, await response.text()].join("\n");
}
