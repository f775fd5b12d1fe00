import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";

export async function handleRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url !== "/rules") {
    response.writeHead(404).end();
    return;
  }
  response.setHeader("content-type", "text/html");
  response.end(await readFile(new URL("../data/rules.html", import.meta.url)));
}
