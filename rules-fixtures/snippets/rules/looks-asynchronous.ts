import { pbkdf2, pbkdf2Sync, scryptSync } from "node:crypto";
import { promisify } from "node:util";
import express from "express";

const app = express();
app.use(express.json());

async function digest(password: string): Promise<Buffer> {
  return pbkdf2Sync(password, "salt", 600_000, 64, "sha512");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: POST /digest → digest → crypto.pbkdf2Sync
}

function promised(password: string): Promise<Buffer> {
  return new Promise((resolve) => resolve(scryptSync(password, "salt", 64)));
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: POST /promised → promised → crypto.scryptSync
}

function settled(password: string): Promise<Buffer> {
  return Promise.resolve(scryptSync(password, "salt", 64));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu probable: POST /settled → settled → crypto.scryptSync
}

/** It really waits: nothing is reported. */
async function inThePool(password: string): Promise<Buffer> {
  return promisify(pbkdf2)(password, "salt", 600_000, 64, "sha512");
}

app.post("/digest", async (request, response) => {
  response.send(await digest(request.body.password));
});

app.post("/promised", (request, response) => {
  void promised(request.body.password).then((key) => response.send(key));
});

app.post("/settled", async (request, response) => {
  const keys = await Promise.all(request.body.passwords.map(settled));
  response.send(keys);
});

app.post("/in-the-pool", async (request, response) => {
  response.send(await inThePool(request.body.password));
});
