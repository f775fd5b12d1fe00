/** The preview's page over HTTP, for this machine alone: no page of anybody else can read it or make it send anything. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type FromPage, previewPage, type ToPage } from "@loopguard/openapi-preview";
import { isAsset } from "@loopguard/openapi-preview/assets";

export interface PreviewServer {
  readonly url: string;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** One page that is open. */
export interface Connection {
  send(message: ToPage): void;
}

export interface PreviewEvents {
  /** Never rejects. */
  onMessage(message: FromPage, connection: Connection): Promise<void>;
  onClose(connection: Connection): void;
}

const HOST = "127.0.0.1";
/** What the page loads: copied here when the program is bundled. */
const ASSETS = path.join(import.meta.dirname, "..", "preview");
/** A file that is tried out, in base64. */
const MAX_MESSAGE = 64 * 1024 * 1024;

/**
 * @param port 0 for one that is free
 * @throws what Node says when it cannot listen there
 */
export async function startPreviewServer(port: number, events: PreviewEvents): Promise<PreviewServer> {
  const connections = new Map<string, Connection>();
  const server = createServer((request, response) => {
    const own = `${HOST}:${String((server.address() as AddressInfo).port)}`;
    void answer(request, response, own).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse, own: string): Promise<void> {
    const origins = [own, own.replace(HOST, "localhost")];
    // A name that somebody else has pointed at this machine.
    if (!origins.includes(request.headers.host ?? "")) {
      refuse(response, 403, "The preview answers to 127.0.0.1 and localhost alone.");
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? "/", `http://${own}`);
    if (request.method === "POST" && pathname === "/messages") {
      const isOwn = origins.some((origin) => request.headers.origin === `http://${origin}`);
      const isJson = request.headers["content-type"] === "application/json";
      const connection = connections.get(searchParams.get("connection") ?? "");
      if (!isOwn || !isJson || !connection) refuse(response, 403, "Messages come from the preview's page alone.");
      else await take(request, response, connection);
    } else if (request.method !== "GET") refuse(response, 405, "There is nothing of that method.");
    else if (pathname === "/events") listen(response);
    else await sendFile(response, pathname.slice(1));
  }

  async function take(request: IncomingMessage, response: ServerResponse, connection: Connection): Promise<void> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > MAX_MESSAGE) {
        refuse(response, 413, "The message is too long.");
        return;
      }
    }
    response.writeHead(204).end();
    await events.onMessage(JSON.parse(Buffer.concat(chunks).toString()) as FromPage, connection);
  }

  function listen(response: ServerResponse): void {
    const id = randomUUID();
    const connection: Connection = {
      send: (message) => response.write(`data: ${JSON.stringify(message)}\n\n`),
    };
    connections.set(id, connection);
    response.writeHead(200, { ...HEADERS, "content-type": "text/event-stream" });
    response.write(`event: connection\ndata: ${id}\n\n`);
    response.on("close", () => {
      connections.delete(id);
      events.onClose(connection);
    });
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
  return {
    url: `http://${HOST}:${String((server.address() as AddressInfo).port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

const TYPES: Readonly<Record<string, string>> = { ".css": "text/css", ".js": "text/javascript" };

async function sendFile(response: ServerResponse, name: string): Promise<void> {
  if (name === "") {
    const html = previewPage({ source: "'self'", addressOf: (file) => file });
    response.writeHead(200, { ...HEADERS, "content-type": "text/html; charset=utf-8" }).end(html);
    return;
  }
  const type = TYPES[path.extname(name)];
  const file = isAsset(name) ? path.join(ASSETS, name) : undefined;
  if (file === undefined || type === undefined) refuse(response, 404, "There is no such page.");
  else response.writeHead(200, { ...HEADERS, "content-type": `${type}; charset=utf-8` }).end(await readFile(file));
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...HEADERS, "content-type": "text/plain; charset=utf-8" }).end(`${sentence}\n`);
}
