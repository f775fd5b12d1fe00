// @valid
import express from "express";
import { exec } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(exec);
const app = express();

app.post("/deploy", async (_req, res) => {
  const { stdout } = await run("git pull");
  res.send(stdout);
});
