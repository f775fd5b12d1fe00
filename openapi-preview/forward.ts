/** Sends what a person tries out to the one server that it is meant for, from outside of the page: no CORS, no other address. */
import { request as requestPlain, type IncomingMessage } from "node:http";
import { request as requestSecure } from "node:https";
import type { Answer, TriedRequest } from "./messages.js";

export interface ForwardOptions {
  /** The address of the server, with or without a path. Nothing is sent anywhere else. */
  readonly server: string;
  /** Where it is set, for a person who wants another: `the setting loopguard.openapi.server`. */
  readonly setBy: string;
}

/** The default: where a server that is being developed listens. */
export const DEFAULT_SERVER = "http://localhost:3000";

/** A stream without an end, or one that is too long to show, is cut off. */
const MAX_TIME = 30_000;
const MAX_BYTES = 4 * 1024 * 1024;

/** Never rejects: why there is no answer is an answer too. Redirects are answers, and are not followed. */
export function forward(request: TriedRequest, { server, setBy }: ForwardOptions): Promise<Answer> {
  const target = URL.canParse(request.url) ? new URL(request.url) : undefined;
  const allowed = serverAddress(server);
  if (!allowed) return refused(`${server} is no http or https address: see ${setBy}.`);
  if (!target || !isBelow(target, allowed)) {
    return refused(
      `Nothing was sent: requests go to ${allowed.href} alone, and this one is for ${request.url}. See ${setBy}.`,
    );
  }
  return send(target, request);
}

/** The address as it is compared with; undefined where it is none. */
export function serverAddress(server: string): URL | undefined {
  const address = URL.canParse(server) ? new URL(server) : undefined;
  return address && /^https?:$/u.test(address.protocol) && address.username === "" ? address : undefined;
}

function isBelow(target: URL, server: URL): boolean {
  const base = server.pathname.replace(/\/$/u, "");
  const isSame = target.origin === server.origin && target.username === "" && target.password === "";
  return isSame && (target.pathname === base || target.pathname.startsWith(`${base}/`));
}

function refused(error: string): Promise<Answer> {
  return Promise.resolve({ error });
}

function send(target: URL, { method, headers, body }: TriedRequest): Promise<Answer> {
  return new Promise((resolve) => {
    const content = body === undefined ? undefined : Buffer.from(body, "base64");
    const begin = target.protocol === "https:" ? requestSecure : requestPlain;
    const fail = (error: unknown): void => {
      resolve({ error: `${target.origin} did not answer: ${reasonOf(error)}` });
    };
    try {
      const sent = begin(target, {
        method: method.toUpperCase(),
        headers: { ...ownHeaders(headers), ...(content && { "content-length": content.byteLength }) },
        timeout: MAX_TIME,
      });
      sent.on("error", fail);
      sent.on("timeout", () => sent.destroy(new Error(`nothing came for ${MAX_TIME / 1000} seconds.`)));
      sent.on("response", (response) => {
        void bodyOf(response).then((answered) => {
          resolve(answerOf(response, answered));
          sent.destroy();
        }, fail);
      });
      sent.end(content);
    } catch (error) {
      // A method or header that HTTP cannot have.
      fail(error);
    }
  });
}

/** What belongs to one connection, or is computed, is not the page's to say. */
function ownHeaders(headers: TriedRequest["headers"]): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !/^(?:host|connection|content-length|transfer-encoding|accept-encoding|origin|referer)$/iu.test(name),
  );
  return { ...Object.fromEntries(kept), "accept-encoding": "identity" };
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const end = Date.now() + MAX_TIME;
  const timer = setTimeout(() => response.destroy(), MAX_TIME);
  try {
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size >= MAX_BYTES) break;
    }
  } catch (error) {
    if (Date.now() < end) throw error;
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks).subarray(0, MAX_BYTES);
}

function answerOf({ statusCode = 0, statusMessage = "", rawHeaders }: IncomingMessage, body: Buffer): Answer {
  const headers = rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ""]] : [],
  );
  return { status: statusCode, statusText: statusMessage, headers, body: body.toString("base64") };
}

/** Node's own words are codes: `ECONNREFUSED`. An attempt over both versions of IP fails with one error for each. */
function reasonOf(error: unknown): string {
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  const { code, message } = first as NodeJS.ErrnoException;
  if (code === "ECONNREFUSED") return "nothing listens there. Is the server running?";
  if (code === "ENOTFOUND") return "there is no machine of that name.";
  return message;
}
