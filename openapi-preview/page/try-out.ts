/** `fetch` for Swagger UI's "Try it out": the host sends the request, because the page may reach nobody. */
import type { Answer, FromPage, TriedRequest } from "../messages.js";

/** The part of Swagger UI's request that is used. */
export interface SwaggerRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit | null;
}

export class TryOut {
  readonly #send: (message: FromPage) => void;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #nextId = 0;

  constructor(send: (message: FromPage) => void) {
    this.#send = send;
  }

  readonly fetch = async (url: string, request: SwaggerRequest): Promise<Response> => {
    const id = this.#nextId++;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ type: "send", id, request: await asSent(url, request) });
    return responseOf(await answer);
  };

  receive(id: number, answer: Answer): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}

async function asSent(url: string, { method = "GET", headers = {}, body }: SwaggerRequest): Promise<TriedRequest> {
  const sent = { method, url: new URL(url, document.baseURI).href, headers };
  if (body === undefined || body === null) return sent;
  // The browser writes forms and files as they go over the wire, and says how: the boundary is part of the type.
  const written = new Request("https://example.invalid", { method: "POST", body });
  const type = written.headers.get("content-type");
  const isNamed = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  const isForm = body instanceof FormData;
  const others = Object.entries(headers).filter(([name]) => !isForm || name.toLowerCase() !== "content-type");
  return {
    ...sent,
    headers: { ...Object.fromEntries(others), ...(type !== null && (isForm || !isNamed) && { "content-type": type }) },
    body: toBase64(new Uint8Array(await written.arrayBuffer())),
  };
}

function responseOf(answer: Answer): Response {
  if ("error" in answer) throw new TypeError(answer.error);
  const { status, statusText, headers, body } = answer;
  const isWithoutBody = [101, 204, 205, 304].includes(status);
  const shown = new Response(isWithoutBody ? null : fromBase64(body), {
    status: status === 101 ? 204 : status,
    statusText,
  });
  for (const [name, value] of headers) {
    try {
      shown.headers.append(name, value);
    } catch {
      // A header that browsers have no name for.
    }
  }
  return shown;
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
