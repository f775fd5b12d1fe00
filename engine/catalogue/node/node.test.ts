/** Node's core: somebody has judged every function of the generated list, and nothing is judged that is not there. */
import assert from "node:assert/strict";
import { nodeCosts } from "./costs.js";
import { syncModules } from "./generated.js";
import { nodePackages } from "./index.js";
import { kindsOfMembers, rowNotes, sizeDependent, twins } from "./judgements.js";
import { notBlocking } from "./not-blocking.js";

const generated = syncModules.flatMap(({ module, members }) => members.map(({ member }) => `${module}#${member}`));

describe("Node's core in the catalogue", () => {
  it("knows what every synchronous function costs, or why it does not block", () => {
    const judged = new Set([...identities(nodeCosts), ...identities(notBlocking)]);
    assert.deepEqual(
      generated.filter((identity) => !judged.has(identity)),
      [],
    );
  });

  it("judges nothing that is not there, and nothing twice", () => {
    const judged = [...identities(nodeCosts), ...identities(notBlocking)];
    assert.deepEqual(judged.toSorted(), generated.toSorted());
  });

  it("remarks on nothing that is not there", () => {
    const remarked = [...Object.keys(twins), ...Object.keys(rowNotes), ...sizeDependent];
    assert.deepEqual(
      remarked.filter((identity) => !generated.includes(identity)),
      [],
    );
    assert.deepEqual(
      Object.keys(kindsOfMembers).filter((owner) => !generated.some((identity) => identity.startsWith(`${owner}.`))),
      [],
    );
  });

  it("has the functions whose names end in Sync", () => {
    assert.deepEqual(row("node:fs", "readFileSync"), {
      member: "readFileSync",
      kind: "sync-io",
      cost: { tier: 1, ms: 0.83, of: "a 1 MB file", source: "measured" },
      twin: { module: "node:fs/promises", member: "readFile", lacksDescriptors: true, isReading: true },
    });
    assert.equal(row("node:fs", "Dir.readSync").twin?.member, "Dir.read");
    assert.equal(row("node:fs", "fstatSync").twin?.member, "FileHandle.stat");
    assert.equal(row("node:crypto", "pbkdf2Sync").kind, "cpu");
    assert.equal(row("node:zlib", "gzipSync").twin?.isCallback, true);
  });

  it("has what blocks without being called Sync", () => {
    assert.equal(row("global", "Atomics.wait").kind, "wait");
    assert.deepEqual(row("node:crypto", "randomBytes").when, { withoutCallbackFrom: 1 });
    assert.equal(row("node:sqlite", "StatementSync.all").offload, true);
    assert.equal(row("node:worker_threads", "receiveMessageOnPort").kind, "wait");
    assert.equal(row("node:v8", "writeHeapSnapshot").cost.tier, 3);
  });

  it("leaves out what only wraps its input", () => {
    assert.equal(find("node:stream/iter", "pullSync"), undefined);
    assert.equal(find("node:zlib/iter", "compressGzipSync"), undefined);
  });
});

function identities(table: Readonly<Record<string, object>>): string[] {
  return Object.entries(table).flatMap(([module, members]) => Object.keys(members).map((member) => `${module}#${member}`));
}

function find(module: string, member: string) {
  return nodePackages.find((known) => known.module === module)?.rows.find((row) => row.member === member);
}

function row(module: string, member: string) {
  const found = find(module, member);
  assert.ok(found !== undefined, `${module}#${member} is not in the catalogue`);
  return found;
}
