/** Serves notes as pages. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { marked } from "marked";
import { add, find } from "./books.js";
import { notes } from "./notes.js";
import { page } from "./page.js";

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const count = Number(searchParams.get("notes") ?? "1");
  try {
    if (pathname === "/page") {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(page(searchParams.get("title") ?? "Notes", notes(count)));
    } else if (pathname === "/part") {
      // The author's own line breaks count.
      response.end(await marked.parse(notes(count), { breaks: true }));
    } else if (pathname === "/books") {
      response.end(JSON.stringify(find(searchParams.get("word") ?? "")));
    } else if (pathname === "/add") {
      response.end(JSON.stringify({ added: add(searchParams.get("title") ?? "") }));
    } else {
      response.writeHead(404).end("There is no such page.");
    }
  } catch (error) {
    response.writeHead(400).end(error instanceof Error ? error.message : "unknown");
  }
});

server.listen(Number(process.env["PORT"] ?? 8080), () => {
  console.log(`http://localhost:${(server.address() as AddressInfo).port}`);
});
