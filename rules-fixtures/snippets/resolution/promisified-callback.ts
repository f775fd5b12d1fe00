import { randomBytes } from "node:crypto";
import express from "express";
import { promisify } from "node:util";

const randomBytesAsync = promisify(randomBytes);
const app = express();

app.post("/tokens", async (_req, res) => {
  const token = await randomBytesAsync(32);
  const other = await promisify(randomBytes)(32);
  const blocking = randomBytes(32);
//                 ^^^^^^^^^^^^^^^ no-sync-cpu definite: POST /tokens → crypto.randomBytes
  res.json([token, other, blocking].map((bytes) => bytes.toString("hex")));
});
