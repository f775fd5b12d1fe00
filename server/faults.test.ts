/** Faults of the world around the server: what it says is right again as soon as the world is. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CancellationTokenSource } from "vscode-languageserver/node";
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
    writeFileSync(tsconfig, TSCONFIG);
    await client.tellChanged(tsconfig);
    assert.deepEqual(await linesOf(client, pages), before);

    write(folder, { ...handlers("export {};\n"), "pages.js": NOT_BLOCKING });
    await client.tellChanged(...files, pages);
    assert.deepEqual(await linesOf(client, pages), []);
    write(folder, { ...handlers(HANDLER), "pages.js": BLOCKING });
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
    await Promise.allSettled(asked);
    assert.deepEqual(await linesOf(client, pages), [103]);
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
