/** `loopguard openapi --serve`: what it tells the page, that it follows the files, and whom it refuses. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Answer, FromPage, ToPage } from "@loopguard/openapi-preview";

const MAIN = path.resolve(import.meta.dirname, "../bundle/main.js");
const ROOT = path.resolve(import.meta.dirname, "../..");

describe("loopguard openapi --serve", function () {
  this.timeout(60_000);
  let directory: string;
  let api: Server;
  let program: ChildProcess;
  let output = "";
  let url: string;
  let page: Page;

  before(async () => {
    directory = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-serve-")));
    cpSync(path.join(ROOT, "rules-fixtures", "servers", "hono"), directory, { recursive: true });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(directory, "node_modules"), "junction");
    api = createServer((asked, response) => {
      if (asked.url === "/away") response.writeHead(302, { location: "http://192.0.2.1/" }).end();
      else
        response.writeHead(200, { "content-type": "text/plain" }).end(`${String(asked.method)} ${String(asked.url)}`);
    });
    await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
    program = spawn(process.execPath, [
      MAIN,
      "openapi",
      directory,
      "--serve",
      "--port",
      "0",
      "--server",
      addressOf(api),
    ]);
    url = await new Promise((resolve, reject) => {
      program.stdout?.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+\//u.exec(output);
        if (found && output.includes("Ctrl-C")) resolve(found[0]);
      });
      program.stderr?.pipe(process.stderr);
      program.once("exit", () => {
        reject(new Error(`It ended: ${output}`));
      });
    });
    page = await Page.open(url);
  });

  after(() => {
    program.kill("SIGKILL");
    api.close();
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  });

  it("shows the document, and follows the files", async () => {
    await page.say({ type: "ready" });
    const first = await page.next("document");
    assert.ok(first.operations.length > 5);
    assert.ok(!("/added" in first.document.paths));
    const file = path.join(directory, "src", "app.ts");
    const text = readFileSync(file, "utf8");
    writeFileSync(
      file,
      text.replace(/new Hono[^;]*;/u, (made) => `${made}\napp.get("/added", (c) => c.json({ ok: true }));`),
    );
    assert.ok("/added" in (await page.next("document")).document.paths);
  });

  it("sends what is tried out, there alone, and follows nothing elsewhere", async () => {
    assert.deepEqual(textOf(await tried(`${addressOf(api)}/recipes?page=2`)), [200, "GET /recipes?page=2"]);
    assert.deepEqual(textOf(await tried(`${addressOf(api)}/away`)), [302, ""]);
    for (const elsewhere of [
      "http://192.0.2.1/",
      addressOf(api).replace("127.0.0.1", "127.0.0.2"),
      "file:///etc/passwd",
    ])
      assert.match(JSON.stringify(await tried(elsewhere)), /Nothing was sent: .*--server/u);
  });

  it("answers nobody else", async () => {
    const own = new URL(url).host;
    assert.equal(await statusOf({ headers: { host: "rebound.example" } }), 403);
    assert.equal(await statusOf({ headers: { host: own } }), 200);
    const message = { path: `/messages?connection=${page.connection}`, method: "POST" };
    const json = { host: own, "content-type": "application/json" };
    assert.equal(await statusOf({ ...message, headers: { ...json, origin: "http://other.example" } }), 403);
    assert.equal(await statusOf({ ...message, headers: { ...json } }), 403);
    assert.equal(await statusOf({ ...message, headers: { host: own, origin: `http://${own}` } }), 403);
    assert.equal(await statusOf({ path: "/package.json", headers: { host: own } }), 404);
    assert.equal(await statusOf({ path: "/page/../../package.json", headers: { host: own } }), 404);
  });

  it("ends without an error when it is interrupted", async function () {
    if (process.platform === "win32") this.skip();
    const ended = new Promise((resolve) =>
      program.once("exit", (code, signal) => {
        resolve([code, signal]);
      }),
    );
    program.kill("SIGINT");
    assert.deepEqual(await ended, [0, null]);
  });

  async function tried(target: string): Promise<Answer> {
    await page.say({ type: "send", id: 1, request: { method: "GET", url: target, headers: {} } });
    return (await page.next("answer")).answer;
  }

  function statusOf(options: { path?: string; method?: string; headers: Record<string, string> }): Promise<number> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, ...options }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on("error", reject);
      sent.end();
    });
  }
});

/** The page's end of the line. */
class Page {
  readonly #url: string;
  readonly #messages: ToPage[] = [];
  #arrived: () => void = () => undefined;
  connection = "";

  private constructor(url: string) {
    this.#url = url;
  }

  static async open(url: string): Promise<Page> {
    const page = new Page(url);
    const { body } = await fetch(`${url}events`);
    void page.read(body);
    while (page.connection === "") await page.more();
    return page;
  }

  async say(message: FromPage): Promise<void> {
    const headers = { "content-type": "application/json", origin: this.#url.slice(0, -1) };
    const body = JSON.stringify(message);
    await fetch(`${this.#url}messages?connection=${this.connection}`, { method: "POST", headers, body });
  }

  async next<Type extends ToPage["type"]>(type: Type): Promise<Extract<ToPage, { type: Type }>> {
    for (;;) {
      const message = this.#messages.shift();
      if (message?.type === type) return message as Extract<ToPage, { type: Type }>;
      if (!message) await this.more();
    }
  }

  private more(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  private async read(body: ReadableStream<Uint8Array> | null): Promise<void> {
    let rest = "";
    try {
      for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
        const events = (rest + Buffer.from(chunk).toString()).split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events) {
          const data = event.slice(event.indexOf("data: ") + "data: ".length);
          if (event.startsWith("event: connection")) this.connection = data;
          else this.#messages.push(JSON.parse(data) as ToPage);
        }
        this.#arrived();
      }
    } catch {
      // The program has ended.
    }
  }
}

function textOf(answer: Answer): unknown {
  return "error" in answer ? answer : [answer.status, Buffer.from(answer.body, "base64").toString()];
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}
