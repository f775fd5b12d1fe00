import { readFileSync } from "node:fs";
import express, { type RequestHandler } from "express";

const app = express();

const pages = new Map<string, RequestHandler>([
  [
    "/terms",
    (_req, res) => {
      res.send(readFileSync("terms.html", "utf8"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET … → fs.readFileSync
    },
  ],
]);
for (const [path, handler] of pages) app.get(path, handler);

const checks = new Set([() => readFileSync("disk.json", "utf8")]);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /health → fs.readFileSync
const listeners: Record<string, ((name: string) => void)[]> = {};

function subscribe(topic: string, listener: (name: string) => void) {
  (listeners[topic] ??= []).push(listener);
}

subscribe("order", (name) => {
  readFileSync(`${name}.json`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: POST /orders → fs.readFileSync
});

const common = {
  about: ((_req, res) => {
    res.send(readFileSync("about.html", "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /about → about → fs.readFileSync
  }) satisfies RequestHandler,
};
const all = { ...common, imprint: ((_req, res) => void res.send("imprint")) satisfies RequestHandler };
app.get("/about", all.about);

app.get("/health", (_req, res) => {
  for (const check of checks) check();
  res.end();
});
app.post("/orders", (_req, res) => {
  listeners["order"]?.forEach((listener) => listener("order"));
  res.end();
});
