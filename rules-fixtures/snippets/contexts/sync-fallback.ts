import { pbkdf2Sync, scryptSync, createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Piscina } from "piscina";

const pool = new Piscina({ filename: "./derive.js" });

async function derive(password: string): Promise<Buffer> {
  try {
    return (await pool.run(password)) as Buffer;
  } catch {
    return pbkdf2Sync(password, "salt", 100_000, 64, "sha512");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → derive → crypto.pbkdf2Sync
  }
}

function later(password: string): Promise<Buffer> {
  return pool.run(password).then(
    () => readFileSync("key"),
//        ^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → later → fs.readFileSync
    () => scryptSync(password, "salt", 64),
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → later → crypto.scryptSync
  );
}

createServer(async (request, response) => {
  response.end((await derive(request.url ?? "")) + String(await later("")) + createHash("sha256").digest("hex"));
});
