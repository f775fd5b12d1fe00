import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { answerReports } from "./reports.js";

interface Note {
  readonly id: string;
  readonly text: string;
}

const NewNote = z.object({ text: z.string().min(1).max(200) });
const notes = new Map<string, Note>([["1", { id: "1", text: "Buy milk." }]]);

const server = createServer(async (req, res) => {
  const url = new URL(req.url ?? "/", "http://localhost");
  if (url.pathname === "/health") {
    res.writeHead(200, { "content-type": "text/plain" }).end("ok");
    return;
  }
  if (req.headers["x-api-key"] === undefined) {
    sendJson(res, { error: "no key" }, 401);
    return;
  }
  if (url.pathname === "/notes") {
    if (req.method === "GET") {
      const limit = Number(url.searchParams.get("limit") ?? 10);
      sendJson(res, [...notes.values()].slice(0, limit));
    } else if (req.method === "POST") {
      const body = NewNote.safeParse(JSON.parse(await textOf(req)));
      if (!body.success) {
        sendJson(res, { error: "no note", issues: body.error.issues.length }, 400);
        return;
      }
      const note: Note = { id: String(notes.size + 1), ...body.data };
      notes.set(note.id, note);
      sendJson(res, note, 201);
    } else {
      res.writeHead(405).end();
    }
    return;
  }
  const match = /^\/notes\/(?<id>[^/]+)$/.exec(url.pathname);
  if (match && req.method === "DELETE") {
    res.writeHead(notes.delete(match.groups?.["id"] ?? "") ? 204 : 404).end();
    return;
  }
  if (answerReports(req, res, url)) return;
  sendJson(res, { error: `nothing at ${url.pathname}` }, 404);
});

function sendJson(res: ServerResponse, body: unknown, status = 200): void {
  res.writeHead(status, { "content-type": "application/json" });
  res.end(JSON.stringify(body));
}

async function textOf(req: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of req) text += String(chunk);
  return text;
}

server.listen(Number(process.env["PORT"] ?? 3000), () => {
  const address = server.address();
  console.log(`http://localhost:${String(typeof address === "object" ? address?.port : address)}`);
});
