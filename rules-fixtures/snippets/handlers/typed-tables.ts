import { readFileSync, statSync } from "node:fs";
import express, { type RequestHandler } from "express";

interface Page {
  method: "get" | "post";
  path: string;
  handler: RequestHandler;
}

const app = express();

const pages: Page[] = [
  { method: "get", path: "/terms", handler: (_req, res) => res.send(readFileSync("terms.html", "utf8")) },
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → handler → fs.readFileSync
  { method: "post", path: "/backup", handler: backup },
];

for (const page of pages) app[page.method](page.path, page.handler);

// Of the same type, and nobody registers it.
export const draft: Page = { method: "get", path: "/draft", handler: (_req, res) => res.send(readFileSync("draft")) };
//                                                                                           ^^^^^^^^^^^^^^^^^^^^^ unknown

const answers = Object.freeze({
  disk: (_req, res) => res.json(statSync("disk").size),
//                              ^^^^^^^^^^^^^^^^ no-sync-io definite: GET /disk → disk → fs.statSync
} satisfies Record<string, RequestHandler>);

app.get("/disk", answers.disk);

function backup(_req: express.Request, res: express.Response) {
  res.json(statSync("backup.tar").size);
//         ^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /backup → backup → fs.statSync
}
