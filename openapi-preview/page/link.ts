/** The page's line to its host: an editor that shows it in a panel, or a server that it was loaded from. */
import type { FromPage, ToPage } from "../messages.js";

/** What is kept over a reload. */
export interface Kept {
  readonly view?: "swagger" | "redoc";
  readonly api?: string | undefined;
  /** How far it is scrolled, in pixels. */
  readonly scroll?: number;
  /** What is unfolded in Swagger UI, as it names its parts. */
  readonly unfolded?: readonly (readonly string[])[];
}

export interface Link {
  readonly isEditor: boolean;
  readonly kept: Kept;
  keep(kept: Kept): void;
  send(message: FromPage): void;
  listen(receive: (message: ToPage) => void): void;
}

interface Editor {
  postMessage(message: FromPage): void;
  getState(): Kept | undefined;
  setState(kept: Kept): void;
}

declare function acquireVsCodeApi(): Editor;

export function connect(): Link {
  return typeof acquireVsCodeApi === "function" ? toEditor(acquireVsCodeApi()) : toServer();
}

function toEditor(editor: Editor): Link {
  return {
    isEditor: true,
    kept: editor.getState() ?? {},
    keep: (kept) => {
      editor.setState(kept);
    },
    send: (message) => {
      editor.postMessage(message);
    },
    listen: (receive) => {
      window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
        receive(data);
      });
    },
  };
}

const KEPT = "loopguard.openapi";

/** Messages come as server-sent events; what is sent goes with the id of the connection that they come by. */
function toServer(): Link {
  let receiver: (message: ToPage) => void = () => undefined;
  let connection = "";
  const waiting: FromPage[] = [];
  const post = async (message: FromPage): Promise<void> => {
    const headers = { "content-type": "application/json" };
    await fetch(`messages?connection=${connection}`, { method: "POST", headers, body: JSON.stringify(message) });
  };
  const events = new EventSource("events");
  events.addEventListener("connection", ({ data }: MessageEvent<string>) => {
    connection = data;
    const first = waiting.length > 0 ? waiting.splice(0) : [{ type: "ready" } as const];
    for (const message of first) void post(message);
  });
  events.addEventListener("message", ({ data }: MessageEvent<string>) => {
    receiver(JSON.parse(data) as ToPage);
  });
  events.addEventListener("error", () => {
    connection = "";
    receiver({ type: "message", text: "The server has ended. The page goes on when it is there again." });
  });
  return {
    isEditor: false,
    kept: JSON.parse(sessionStorage.getItem(KEPT) ?? "{}") as Kept,
    keep: (kept) => {
      sessionStorage.setItem(KEPT, JSON.stringify(kept));
    },
    send: (message) => {
      if (connection === "") waiting.push(message);
      else void post(message);
    },
    listen: (receive) => {
      receiver = receive;
    },
  };
}
