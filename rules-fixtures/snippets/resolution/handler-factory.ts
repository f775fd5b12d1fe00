import express, { type RequestHandler } from "express";
import { readFileSync } from "node:fs";

function page(name: string): RequestHandler {
  const layout = readFileSync("layout.html", "utf8");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  return (_req, res) => {
    res.send(layout + readFileSync(name, "utf8"));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
  };
}

const app = express();

app.get("/terms", page("terms.html"));
