// @valid
import express from "express";

/** Not the one of node:fs. */
function readFileSync(name: string): string {
  return `contents of ${name}`;
}

const cache = { execSync: (command: string) => command.length };
const app = express();

app.get("/", (_req, res) => {
  res.json([readFileSync("a"), cache.execSync("b")]);
});
