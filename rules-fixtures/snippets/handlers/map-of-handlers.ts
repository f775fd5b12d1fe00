import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const handlers = new Map<string, Handler>();

handlers.set("/terms", (_request, response) => {
  response.end(readFileSync("terms.html", "utf8"));
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: HTTP request → fs.readFileSync
});

createServer((request, response) => {
  handlers.get(request.url ?? "")?.(request, response);
});
