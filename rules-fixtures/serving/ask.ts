/** Sends a running server what a request or an event says, and checks what comes back. */
import assert from "node:assert/strict";
import { io } from "socket.io-client";
import { describeRequest, type Sent, type SentOverHttp, type SentOverSocket, type ServerRequest } from "./requests.js";
import type { ServerProcess } from "./server-process.js";

/** What a server answered. */
export interface Answer {
  /** 200 for an acknowledged event. */
  readonly status: number;
  /** Those that say something about the answer, in alphabetical order; none for an acknowledged event. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** They say something about the moment, or the connection. */
const PASSING: ReadonlySet<string> = new Set(["connection", "date", "keep-alive", "transfer-encoding"]);

/** How long a server may take to answer, in ms. */
const PATIENCE = 30_000;

/**
 * @returns the answer; undefined where nobody was asked and the server did something by itself
 * @throws when it is not what `requests.json` says
 */
export async function ask(server: ServerProcess, request: ServerRequest): Promise<Answer | undefined> {
  if ("prints" in request) {
    // The first time may have begun before anybody looked.
    await server.printed(request.prints, 2);
    return undefined;
  }
  const answer = await answerTo(server, request);
  const description = describeRequest(request);
  if ("emit" in request) assert.deepEqual(JSON.parse(answer.body), request.answer, description);
  else {
    assert.equal(answer.status, request.status, `${description}: ${answer.body}`);
    assert.ok(answer.body.includes(request.contains ?? ""), `${description}: ${answer.body}`);
  }
  return answer;
}

/**
 * @param patience how long to wait, in ms
 * @throws when there is no answer in that time
 */
export async function answerTo(server: ServerProcess, sent: Sent, patience = PATIENCE): Promise<Answer> {
  return "emit" in sent
    ? await emit(server.address, sent, patience)
    : await fetchAnswer(server.address, sent, AbortSignal.timeout(patience));
}

async function fetchAnswer(address: string, request: SentOverHttp, signal: AbortSignal): Promise<Answer> {
  const { method, path, body, form } = request;
  const url = new URL(path, address);
  const isText = typeof body === "string";
  const response = await fetch(url, {
    method,
    signal,
    redirect: "manual",
    headers: { ...(body !== undefined && !isText && { "content-type": "application/json" }), ...request.headers },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    ...(form !== undefined && { body: await filledIn(url, form) }),
  });
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => !PASSING.has(name)),
    body: await response.text(),
  };
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

async function emit(address: string, request: SentOverSocket, patience: number): Promise<Answer> {
  const socket = io(new URL(request.namespace ?? "/", address).href, {
    transports: ["websocket"],
    reconnection: false,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    const answer: unknown = await socket.timeout(patience).emitWithAck(...request.emit);
    return { status: 200, headers: [], body: JSON.stringify(answer) };
  } finally {
    socket.disconnect();
  }
}
