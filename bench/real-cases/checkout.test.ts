import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { checkOut, findClone, removeCheckout } from "./checkout.js";

describe("checking real cases out", () => {
  let clones: string;

  beforeEach(() => {
    clones = mkdtempSync(join(tmpdir(), "loopguard-clones-"));
  });

  afterEach(() => {
    rmSync(clones, { recursive: true, force: true });
  });

  it("finds a clone by owner and name, in any usual layout", () => {
    for (const folder of ["ether+etherpad-lite", "louislam/uptime-kuma", "serve"]) makeClone(folder);
    assert.equal(findClone(clones, "ether/etherpad-lite"), join(clones, "ether+etherpad-lite", ".git"));
    assert.equal(findClone(clones, "louislam/uptime-kuma"), join(clones, "louislam/uptime-kuma", ".git"));
    assert.equal(findClone(clones, "vercel/serve"), join(clones, "serve", ".git"));
  });

  it("finds a clone under another name by its remote", () => {
    const folder = makeClone("my-copy");
    git(folder, "remote", "add", "origin", "https://github.com/PayloadCMS/payload.git");
    assert.equal(findClone(clones, "payloadcms/payload"), join(folder, ".git"));
  });

  it("says what to do when there is no clone", () => {
    assert.throws(() => findClone(clones, "vercel/serve"), /git clone https:\/\/github\.com\/vercel\/serve/u);
  });

  it("checks out only the wanted folders of the wanted commit, and leaves the clone alone", () => {
    const folder = makeClone("serve");
    writeFiles(folder, { "lib/server.js": "first", "docs/guide.md": "first" });
    git(folder, "add", ".");
    git(folder, "commit", "--quiet", "-m", "first");
    const first = git(folder, "rev-parse", "HEAD").trim();
    writeFiles(folder, { "lib/server.js": "second" });
    git(folder, "commit", "--quiet", "-a", "-m", "second");

    const checkout = checkOut(clones, { repository: "vercel/serve", commit: first, folders: ["lib"] });
    assert.deepEqual(readdirSync(checkout), ["lib"]);
    assert.equal(readFileSync(join(checkout, "lib/server.js"), "utf8"), "first");
    assert.equal(git(folder, "status", "--porcelain"), "");
    removeCheckout(checkout);
  });

  function makeClone(name: string): string {
    const folder = join(clones, name);
    mkdirSync(folder, { recursive: true });
    git(folder, "init", "--quiet");
    git(folder, "config", "user.name", "A person");
    git(folder, "config", "user.email", "person@example.com");
    return folder;
  }
});

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function git(folder: string, ...command: string[]): string {
  return execFileSync("git", ["-C", folder, ...command], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
