/** Makes an entry point of a running server run, and checks what comes back. */
import assert from "node:assert/strict";
import { io } from "socket.io-client";
import { describeRequest, type HttpRequest, type ServerRequest, type SocketEvent } from "./requests.js";
import type { ServerProcess } from "./server-process.js";

/** What a server answered. */
export interface Answer {
  /** 200 for an acknowledged event. */
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: string;
}

/**
 * @returns the answer; undefined where nobody was asked and the server did something by itself
 * @throws when it is not what `requests.json` says
 */
export async function ask(server: ServerProcess, request: ServerRequest): Promise<Answer | undefined> {
  if ("emit" in request) return await emit(server.address, request);
  if ("method" in request) return await fetchAnswer(server.address, request);
  // The first time may have begun before anybody looked.
  await server.printed(request.prints, 2);
  return undefined;
}

async function fetchAnswer(address: string, request: HttpRequest): Promise<Answer> {
  const { method, path, body, form } = request;
  const url = new URL(path, address);
  const isText = typeof body === "string";
  const response = await fetch(url, {
    method,
    redirect: "manual",
    headers: { ...(body !== undefined && !isText && { "content-type": "application/json" }), ...request.headers },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    ...(form !== undefined && { body: await filledIn(url, form) }),
  });
  const answer = {
    status: response.status,
    contentType: response.headers.get("content-type") ?? undefined,
    body: await response.text(),
  };
  assert.equal(answer.status, request.status, `${describeRequest(request)}: ${answer.body}`);
  assert.ok(answer.body.includes(request.contains ?? ""), `${describeRequest(request)}: ${answer.body}`);
  return answer;
}

/** With what is hidden in the page's form as well: it says which function is meant. */
async function filledIn(page: URL, fields: Readonly<Record<string, string>>): Promise<FormData> {
  const html = await (await fetch(page)).text();
  const form = new FormData();
  for (const [, name = "", value = ""] of html.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)) {
    form.append(name, value);
  }
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

async function emit(address: string, request: SocketEvent): Promise<Answer> {
  const socket = io(new URL(request.namespace ?? "/", address).href, {
    transports: ["websocket"],
    reconnection: false,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    const answer: unknown = await socket.timeout(30_000).emitWithAck(...request.emit);
    assert.deepEqual(answer, request.answer, describeRequest(request));
    return { status: 200, contentType: undefined, body: JSON.stringify(answer) };
  } finally {
    socket.disconnect();
  }
}
