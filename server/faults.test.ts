/** Faults of the world around the server: what it says is right again as soon as the world is. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { PATHS } from "./protocol.js";
import { Client, createWorkspace, removeWorkspaces, uriOf, write } from "./testing/client.js";
import { BLOCKING, HANDLER, NOT_BLOCKING, SERVER } from "./testing/samples.js";

const TSCONFIG = JSON.stringify({ compilerOptions: { allowJs: true }, files: ["server.js"] });

describe("the server under faults", function () {
  this.timeout(90_000);
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
    removeWorkspaces();
  });

  it("that kill it while a person types: its successor says what is in the buffers", async () => {
    const folder = createWorkspace(SERVER);
    const pages = path.join(folder, "pages.js");
    const killed = await Client.start([folder]);
    await killed.open(pages, BLOCKING);
    const exit = once(killed.process, "exit");
    for (let key = 1; key <= 20; key++) await killed.change(pages, `${"\n".repeat(key)}${BLOCKING}`);
    killed.process.kill("SIGKILL");
    await exit;
    killed.connection.dispose();

    client = await Client.start([folder]);
    await client.open(pages, `${"\n".repeat(20)}${BLOCKING}`);
    assert.deepEqual(await linesOf(client, pages), [23]);
  });

  it("of the disk: a tsconfig that goes and comes back, a branch that changes a hundred files, a file of 5 MB", async () => {
    const names = Array.from({ length: 100 }, (_, n) => `handlers/${n}.js`);
    const handlers = (text: string): Record<string, string> =>
      Object.fromEntries(names.map((name) => [name, text.replace("./pages.js", "../pages.js")]));
    const folder = createWorkspace({ ...SERVER, ...handlers(HANDLER), "tsconfig.json": TSCONFIG });
    const [tsconfig, pages] = [path.join(folder, "tsconfig.json"), path.join(folder, "pages.js")];
    const files = names.map((name) => path.join(folder, name));
    client = await Client.start([folder]);
    const before = await linesOf(client, pages);

    rmSync(tsconfig);
    await client.tellChanged(tsconfig);
    assert.deepEqual(await linesOf(client, pages), before);
    for (let typed = 1; typed < TSCONFIG.length; typed += 8) {
      writeFileSync(tsconfig, TSCONFIG.slice(0, typed));
      await client.tellChanged(tsconfig);
      assert.deepEqual(await linesOf(client, pages), before, TSCONFIG.slice(0, typed));
    }
    writeFileSync(tsconfig, TSCONFIG);
    await client.tellChanged(tsconfig);
    assert.deepEqual(await linesOf(client, pages), before);

    write(folder, { ...handlers("export {};\n"), "pages.js": NOT_BLOCKING });
    await client.tellChanged(...files, pages);
    assert.deepEqual(await linesOf(client, pages), []);
    for (const file of files.slice(0, 50)) rmSync(file);
    write(folder, { ...Object.fromEntries(Object.entries(handlers(HANDLER)).slice(50)), "pages.js": BLOCKING });
    await client.tellChanged(...files, pages);
    assert.deepEqual(await linesOf(client, pages), before);

    write(folder, { "bundle.js": `export const data = [${"0, ".repeat(1_700_000)}];\n` });
    symlinkSync(folder, path.join(folder, "loop"), "junction");
    await client.tellChanged(path.join(folder, "bundle.js"), path.join(folder, "loop"));
    assert.deepEqual(await linesOf(client, pages), before);
  });

  it("of a client that cancels what it asks, a hundred times over, while it edits", async () => {
    const folder = createWorkspace(SERVER);
    const pages = path.join(folder, "pages.js");
    client = await Client.start([folder]);
    await client.open(pages, BLOCKING);
    const asked: Promise<unknown>[] = [];
    for (let key = 1; key <= 100; key++) {
      await client.change(pages, `${"\n".repeat(key)}${BLOCKING}`);
      const cancellation = new CancellationTokenSource();
      const textDocument = { uri: uriOf(pages) };
      asked.push(client.connection.sendRequest("textDocument/diagnostic", { textDocument }, cancellation.token));
      cancellation.cancel();
    }
    const all = new CancellationTokenSource();
    for (let n = 1; n <= 200; n++) {
      const method = ["textDocument/diagnostic", "textDocument/codeLens"][n % 2] ?? "";
      asked.push(client.connection.sendRequest(method, { textDocument: { uri: uriOf(pages) } }, all.token));
    }
    all.cancel();
    await Promise.allSettled(asked);
    assert.deepEqual(await linesOf(client, pages), [103]);
  });

  it("of its own, in a rule: the others go on, the log has it, and a person hears of it once", async () => {
    const hashing = `import { pbkdf2Sync } from "node:crypto";
import { createServer } from "node:http";

createServer((request, response) => response.end(pbkdf2Sync(request.url, "salt", 100_000, 64, "sha512")));
`;
    const folder = createWorkspace({ ...SERVER, "hashing.js": hashing });
    const [pages, other] = [path.join(folder, "pages.js"), path.join(folder, "hashing.js")];
    const environment = {
      NODE_OPTIONS: `--import=${new URL("./testing/panicking-rules.js", import.meta.url).href}`,
      LOOPGUARD_TEST_PANIC_IN: "no-sync-io",
    };
    client = await Client.start([folder], { environment });
    assert.deepEqual(await linesOf(client, pages), []);
    assert.deepEqual(await linesOf(client, other), [3]);
    await client.open(pages, BLOCKING);
    for (let key = 1; key <= 3; key++) {
      await client.change(pages, `${"\n".repeat(key)}${BLOCKING}`);
      assert.deepEqual(await linesOf(client, pages), []);
    }
    assert.deepEqual(await linesOf(client, other), [3]);
    assert.deepEqual(
      client.statuses.filter(({ state, restarts }) => state === "restarting" || restarts > 0),
      [],
    );
    const shown = client.received.get("window/showMessage") as { message: string }[];
    assert.equal(shown.length, 1);
    assert.match(shown[0]?.message ?? "", /failed in no-sync-io .*panic in a rule.*pages\.js:4; the log says more/u);
    const log = JSON.stringify(client.received.get("window/logMessage"));
    assert.match(log, /panic in a rule.*panicking-rules\.js/u);
  });

  it("of its own, in an answer: the client is told, and a person once", async () => {
    const folder = createWorkspace(SERVER);
    client = await Client.start([folder]);
    // Nothing checks what only our own clients send.
    for (let times = 1; times <= 2; times++)
      await assert.rejects(client.connection.sendRequest(PATHS, { at: {} }), /undefined/u);
    assert.deepEqual(await linesOf(client, path.join(folder, "pages.js")), [3]);
    assert.equal(client.count("window/showMessage"), 1);
    assert.match(JSON.stringify(client.received.get("window/logMessage")), /failed in an answer.*\.paths/u);
  });

  it("of a client that does not speak the protocol's JSON", async () => {
    const folder = createWorkspace(SERVER);
    client = await Client.start([folder]);
    for (const body of [
      '{"jsonrpc":"2.0","id":',
      "[]",
      "null",
      '{"id":{}}',
      '{"jsonrpc":"2.0","method":7}',
      "\u0000",
    ]) {
      client.process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }
    assert.deepEqual(await linesOf(client, path.join(folder, "pages.js")), [3]);
  });
});

/** The lines of a file that have diagnostics, counted from 0. */
async function linesOf(client: Client, file: string): Promise<number[]> {
  return (await client.pull(file)).map(({ range }) => range.start.line);
}
