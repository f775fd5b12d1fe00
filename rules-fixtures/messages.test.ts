/** What messages say of one call: its cost by its arguments, and what only looks asynchronous. */
import assert from "node:assert/strict";
import { analyse, type Finding } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { LIBRARY } from "./check-fixtures.js";
import { memoryHost } from "./memory-host.js";

const FILES: Readonly<Record<string, string>> = {
  "config.ts": `
export const SALT_ROUNDS = 12;
export const hashing = { rounds: 14, algorithm: "bcrypt" };`,

  "costs.ts": `
import { generateKeyPairSync, pbkdf2Sync, scryptSync } from "node:crypto";
import { createServer } from "node:http";
import { brotliCompressSync, constants } from "node:zlib";
import bcrypt from "bcrypt";
import { hashing, SALT_ROUNDS } from "./config";
import * as config from "./config";

const ITERATIONS = 600_000;

createServer((request, response) => {
  pbkdf2Sync("secret", "salt", 1000, 64, "sha512"); // 1,000 iterations
  pbkdf2Sync("secret", "salt", ITERATIONS, 64, "sha512"); // 600,000 iterations
  pbkdf2Sync("secret", "salt", Number(request.headers.rounds), 64, "sha512"); // 100,000 iterations
  const N = 2 ** 17;
  scryptSync("secret", "salt", 64, { N, maxmem: 2 ** 28 }); // N of 131,072
  scryptSync("secret", "salt", 64, { cost: 1 << 10 }); // N of 1,024
  scryptSync("secret", "salt", 64); // the default parameters
  bcrypt.hashSync("secret", SALT_ROUNDS); // cost factor 12
  bcrypt.hashSync("secret", config.SALT_ROUNDS); // cost factor 12
  bcrypt.hashSync("secret", hashing.rounds); // cost factor 14
  ((SALT_ROUNDS: number) => bcrypt.hashSync("secret", SALT_ROUNDS))(4); // cost factor 10
  generateKeyPairSync("rsa", { modulusLength: 4096 }); // RSA of 4,096 bits
  generateKeyPairSync("ed25519"); // an Ed25519 key
  brotliCompressSync("text", { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }); // 60 KB at quality 4
  response.end();
}).listen(8080);`,

  "asynchronous.ts": `
import { scryptSync } from "node:crypto";
import express from "express";

const app = express();

async function digest(password: string): Promise<Buffer> {
  return scryptSync(password, "salt", 64); // digest only looks asynchronous
}

function promised(password: string): Promise<Buffer> {
  return new Promise((resolve) => {
    resolve(scryptSync(password, "salt", 64)); // promised only looks asynchronous
  });
}

async function checked(password: string): Promise<Buffer> {
  return await Promise.resolve(scryptSync(password, "salt", 64)); // checked only looks asynchronous
}

async function fetched(user: string): Promise<Buffer> {
  const answer = await fetch(user);
  return scryptSync(await answer.text(), "salt", 64);
}

async function outer(user: string): Promise<string> {
  return (await inner(user)).toString("hex");
}

async function inner(user: string): Promise<Buffer> {
  await fetch(user);
  return scryptSync(user, "salt", 64);
}

app.post("/users", async (request, response) => {
  await digest(request.body.password);
  await promised(request.body.password);
  await checked(request.body.password);
  await fetched(request.body.name);
  await outer(request.body.name);
  response.sendStatus(204);
});

app.post("/many", async (request, response) => {
  response.json(await Promise.all(request.body.passwords.map(async (password: string) => {
    return scryptSync(password, "salt", 64); // Promise.all does not run them at the same time
  })));
});

app.post("/many-more", async (request, response) => {
  response.json(await Promise.all(request.body.users.map(async (user: string) => {
    const password = await (await fetch(user)).text();
    return scryptSync(password, "salt", 64);
  })));
});`,
};

describe("messages", () => {
  const { findings } = analyse(
    openProject(
      memoryHost(new Map(Object.entries(FILES).map(([name, text]) => [`/project/${name}`, text])), [LIBRARY]),
      ["/project"],
    ),
  );

  it("says what a call costs by the arguments that are written out", () => {
    const costs = findingsIn("costs.ts").map(({ finding, expected }) => ({ found: finding.cost.of, expected }));
    assert.deepEqual(
      costs.map(({ found }) => found),
      costs.map(({ expected }) => expected),
    );
  });

  it("takes the tier from there too", () => {
    const tiers = findingsIn("costs.ts").map(({ finding: { callee, cost } }) => `${callee} ${String(cost.tier)}`);
    assert.deepEqual(tiers.slice(0, 5), [
      "crypto.pbkdf2Sync 1",
      "crypto.pbkdf2Sync 3",
      "crypto.pbkdf2Sync 3",
      "crypto.scryptSync 3",
      "crypto.scryptSync 2",
    ]);
  });

  it("names functions that compute before they first wait, and no others", () => {
    for (const { finding, expected } of findingsIn("asynchronous.ts")) {
      const said = /\w+ only looks asynchronous|Promise\.all does not run them at the same time/u.exec(finding.message);
      assert.equal(said?.[0], expected);
    }
  });

  /** The findings of a file, each with the comment at the end of its line. */
  function findingsIn(name: string): { readonly finding: Finding; readonly expected: string | undefined }[] {
    const lines = FILES[name]?.split("\n") ?? [];
    const found = findings.filter(({ location, context }) => context === "loop" && location.file.endsWith(`/${name}`));
    assert.ok(found.length > 5);
    return found.map((finding) => ({
      finding,
      expected: lines[finding.location.line - 1]?.split(" // ")[1],
    }));
  }
});
