/** What a fixture server is asked: its `requests.json`. */
import { readFileSync } from "node:fs";
import path from "node:path";

/** One server under `servers/`. */
export interface ServerFixture {
  /** Its directory's name: `express`. */
  readonly name: string;
  /** Absolute. */
  readonly directory: string;
  /** What builds it: a script for Node and its arguments, relative to its directory. */
  readonly build?: readonly string[];
  /** The file that starts it, relative to its directory. It prints its address as soon as it listens. */
  readonly start: string;
  /** It needs a Redis: the address is in `REDIS_URL`. */
  readonly needsRedis?: boolean;
  /** Files that lie on a slow disk, relative to its directory: whoever opens one waits. */
  readonly slowFiles?: readonly string[];
  readonly requests: readonly ServerRequest[];
}

/** What makes an entry point run, and what comes back. */
export type ServerRequest = HttpRequest | SocketEvent | Occasion;

interface EntryPointUnderTest {
  /** The one entry point that this is about, by the engine's label. */
  readonly entryPoint: string;
  /** The file that holds the entry point's function, where several have the same label. */
  readonly file?: string;
}

export interface HttpRequest extends EntryPointUnderTest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  /** Filled into the form on the page at `path`, and sent as a browser sends it. */
  readonly form?: Readonly<Record<string, string>>;
  readonly status: number;
  /** A part of the response's body. */
  readonly contains?: string;
}

/** An event of a socket, sent over a new socket.io connection and acknowledged. */
export interface SocketEvent extends EntryPointUnderTest {
  readonly namespace?: string;
  readonly emit: readonly [event: string, ...arguments_: unknown[]];
  /** What the acknowledgement says. */
  readonly answer: unknown;
}

/** What is sent, whatever comes back. */
export type Sent = SentOverHttp | SentOverSocket;

export type SentOverHttp = Pick<HttpRequest, "method" | "path" | "headers" | "body" | "form">;

export type SentOverSocket = Pick<SocketEvent, "namespace" | "emit">;

/** Something that the server does by itself, such as a timer: it is started anew, and says on its output when it is done. */
export interface Occasion extends EntryPointUnderTest {
  readonly environment: Readonly<Record<string, string>>;
  readonly prints: string;
}

/** Reads a server's `requests.json`. */
export function readServerFixture(directory: string): ServerFixture {
  const text = readFileSync(path.join(directory, "requests.json"), "utf8");
  return {
    ...(JSON.parse(text) as Omit<ServerFixture, "name" | "directory">),
    name: path.basename(directory),
    directory,
  };
}

/** How a person names the request: `GET /books/7/cover`, `socket event "rename"`, or the entry point itself. */
export function describeRequest(request: ServerRequest): string {
  if ("emit" in request)
    return `emit ${JSON.stringify(request.emit[0])}${request.namespace === undefined ? "" : ` to ${request.namespace}`}`;
  if ("method" in request) return `${request.method} ${request.path}`;
  return `${request.entryPoint}${request.file === undefined ? "" : ` of ${request.file}`}`;
}
