/** The sample server shows what Loopguard finds and what it leaves alone; and it is a server that runs. */
import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { promisify } from "node:util";
import { analyse, type Analysis } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { mountedInPlace } from "./check-fixtures.js";
import { memoryHost } from "./memory-host.js";

const REPOSITORY = path.resolve(import.meta.dirname, "../..");
const SAMPLE = path.join(REPOSITORY, "rules-fixtures", "sample");

describe("sample server", () => {
  it("blocks the event loop where it says so, and nowhere else", () => {
    const { findings } = analyseSample();
    const inContext = (wanted: string): string[] =>
      findings
        .filter(({ context }) => context === wanted)
        .map(
          ({ location, callee, suppressed }) =>
            `${path.basename(location.file)}: ${callee}${suppressed ? ` (${suppressed.reason ?? ""})` : ""}`,
        )
        .sort();

    assert.deepEqual(inContext("loop"), [
      "block-list.ts: fs.readFileSync",
      "disk-usage.ts: child_process.execSync",
      "notices.ts: fs.copyFileSync (an administrator asks for it, at most once a day)",
      "passwords.ts: bcryptjs.compareSync",
    ]);
    assert.deepEqual(inContext("startup"), [
      "config.ts: fs.existsSync",
      "config.ts: fs.readFileSync",
      "notices.ts: fs.readFileSync",
    ]);
    assert.deepEqual(inContext("worker"), ["fingerprint.ts: crypto.pbkdf2Sync"]);
    assert.equal(findings.length, 8);
  });

  it("shows the way from the login to the password hash", () => {
    const finding = analyseSample().findings.find(({ callee }) => callee === "bcryptjs.compareSync");
    const [first] = finding?.paths ?? [];
    assert.equal(first?.entryPoint.label, "POST /login");
    assert.deepEqual(
      first.hops.map(({ name }) => name),
      ["signIn", "isCorrectPassword", "bcryptjs.compareSync"],
    );
  });

  it("type-checks, starts and answers", async function () {
    this.timeout(120_000);
    await promisify(execFile)(process.execPath, [
      path.join(REPOSITORY, "node_modules/typescript/lib/tsc.js"),
      "-p",
      SAMPLE,
    ]);
    const server = spawn(process.execPath, [path.join(SAMPLE, "dist/server.js")], {
      env: { ...process.env, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const address = await addressOf(server);
      assert.equal(await login(address, "correct horse battery staple"), 200);
      assert.equal(await login(address, "guess"), 401);
      const answer = await fetch(`${address}/notices/fingerprint`);
      assert.match(await answer.text(), /^\{"fingerprint":"[0-9a-f]{64}"\}$/);
    } finally {
      server.kill();
    }
  });
});

function analyseSample(): Analysis {
  const mount = mountedInPlace(REPOSITORY);
  return analyse(openProject(memoryHost(new Map(), [mount]), [`${mount.at}/rules-fixtures/sample`]));
}

/** The server prints its address as soon as it listens. */
async function addressOf(server: ChildProcess): Promise<string> {
  assert.ok(server.stdout);
  const [line] = (await once(server.stdout, "data")) as [Buffer];
  const address = /http:\/\/\S+/.exec(line.toString())?.[0];
  assert.ok(address, `no address in ${line.toString()}`);
  return address;
}

async function login(address: string, password: string): Promise<number> {
  const { status } = await fetch(`${address}/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "ada", password }),
  });
  return status;
}
