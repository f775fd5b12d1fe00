/** What goes wrong, and how it ends: cancellation, crashes, broken messages, shutdown. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  CancellationTokenSource,
  createProtocolConnection,
  ErrorCodes,
  IPCMessageReader,
  IPCMessageWriter,
  LSPErrorCodes,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { SCAN, STATISTICS, type ServerStatus, type Statistics } from "./protocol.js";
import { Client, createWorkspace, removeWorkspaces, uriOf } from "./testing/client.js";
import { BLOCKING, HANDLER, NOT_BLOCKING, SERVER } from "./testing/samples.js";

const MAIN = fileURLToPath(new URL("./main.js", import.meta.url));

describe("the server's life", function () {
  this.timeout(60_000);
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
    removeWorkspaces();
  });

  it("ends with 0 after a shutdown, and with 1 without one", async () => {
    client = await Client.start([createWorkspace(SERVER)]);
    assert.equal(await client.stop(), 0);

    client = await Client.start([createWorkspace(SERVER)]);
    const exit = once(client.process, "exit");
    await client.connection.sendNotification("exit");
    assert.deepEqual(await exit, [1, null]);
  });

  it("ends when its client is gone", async () => {
    client = await Client.start([createWorkspace(SERVER)]);
    const exit = once(client.process, "exit");
    client.process.stdin?.end();
    await exit;
  });

  it("speaks over Node's channel to its parent", async () => {
    const server = spawn(process.execPath, [MAIN, "--node-ipc"], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    await assertServes(createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server)), server);
  });

  it("speaks over a socket", async () => {
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    const address = listener.address();
    assert.ok(typeof address === "object" && address);
    const server = spawn(process.execPath, [MAIN, `--socket=${address.port}`], { stdio: "ignore" });
    const [socket] = (await once(listener, "connection")) as [Socket];
    await assertServes(
      createProtocolConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket)),
      server,
    );
    listener.close();
  });

  for (const header of ["Content-Length: many", "Content-Type: text", "{}", "Content-Length: 2\r\n\r\n{}}"]) {
    it(`ends, and says why, after ${JSON.stringify(header)}: nobody knows where the next message begins`, async () => {
      const server = spawn(process.execPath, [MAIN, "--stdio"], { stdio: ["pipe", "ignore", "pipe"] });
      const exit = once(server, "exit");
      server.stdin.write(`${header}\r\n\r\n`);
      const said = await server.stderr.setEncoding("utf8").toArray();
      assert.deepEqual(await exit, [1, null]);
      assert.match(said.join(""), /^Error: .*(?:header|Content-Length)/iu);
    });
  }

  it("says how it is used", async () => {
    const asked = spawn(process.execPath, [MAIN], { stdio: ["ignore", "pipe", "ignore"] });
    const exit = once(asked, "exit");
    const said = await asked.stdout.setEncoding("utf8").toArray();
    assert.deepEqual(await exit, [2, null]);
    assert.match(said.join(""), /^Usage: loopguard-language-server --stdio/u);
  });

  it("answers a cancelled request at once, and goes on", async () => {
    const folder = createWorkspace(SERVER);
    client = await Client.start([folder]);
    const cancellation = new CancellationTokenSource();
    const pulled = client.connection.sendRequest(
      "textDocument/diagnostic",
      { textDocument: { uri: uriOf(path.join(folder, "pages.js")) } },
      cancellation.token,
    );
    cancellation.cancel();
    await assert.rejects(pulled, { code: LSPErrorCodes.RequestCancelled });
    assert.equal((await client.pull(path.join(folder, "pages.js"))).length, 1);
  });

  it("stops loading when its progress is cancelled, and starts again with the next change", async () => {
    // Large enough for the cancellation to come in between.
    const handlers = Array.from({ length: 300 }, (_, n) => [`handlers/${n}.js`, BLOCKING.replace("page", `page${n}`)]);
    const imports = handlers.map((_, n) => `import { page${n} } from "./handlers/${n}.js";\n`).join("");
    const calls = handlers.map((_, n) => `page${n}(request.url);`).join("\n");
    const folder = createWorkspace({
      ...(Object.fromEntries(handlers) as Record<string, string>),
      "server.js": HANDLER.replace(/^import \{ page.*$/mu, imports).replace("response.end(page(request.url));", calls),
    });
    client = await Client.start([folder]);
    await client.until(() => client?.count("$/progress") !== 0);
    const [{ token }] = client.received.get("$/progress") as [{ token: string }];
    await client.connection.sendNotification("window/workDoneProgress/cancel", { token });
    await client.until(() => client?.statuses.at(-1)?.state === "ready");
    await client.open(path.join(folder, "server.js"), "");
    assert.deepEqual([...(await client.pullWorkspace()).keys()], []);
    await client.close(path.join(folder, "server.js"));
    assert.equal((await client.pullWorkspace()).size, 300);
  });

  it("starts the analysis again after a crash, with the open documents", async () => {
    const folder = createWorkspace(SERVER);
    const [server, pages] = [path.join(folder, "server.js"), path.join(folder, "pages.js")];
    client = await Client.start([folder], { environment: { LOOPGUARD_TEST_PANIC: "PANIC NOW" } });
    await client.open(pages, NOT_BLOCKING);
    assert.deepEqual(await client.pull(pages), []);

    await client.open(server, `// PANIC NOW\n${HANDLER}`);
    await client.until(() => client?.statuses.some(({ state }) => state === "restarting") === true);
    await client.change(server, HANDLER);
    assert.deepEqual(await client.pull(pages), []);
    await client.change(pages, `\n${BLOCKING}`);
    assert.equal((await client.pull(pages))[0]?.range.start.line, 4);
    const { status } = await client.connection.sendRequest<Statistics>(STATISTICS);
    assert.ok(status.restarts >= 1);
    assert.equal(status.state, "ready");
  });

  it("gives up when the analysis crashes again and again, shows nothing old, and a scan brings it back", async () => {
    const folder = createWorkspace(SERVER);
    const [server, pages] = [path.join(folder, "server.js"), path.join(folder, "pages.js")];
    client = await Client.start([folder], { environment: { LOOPGUARD_TEST_PANIC: "PANIC NOW" } });
    assert.equal((await client.pull(pages)).length, 1);

    await client.open(server, `// PANIC NOW\n${HANDLER}`);
    await client.until(() => client?.statuses.at(-1)?.state === "failed");
    assert.match(client.statuses.at(-1)?.message ?? "", /Scan the workspace to try again/u);
    assert.deepEqual(await client.pull(pages), []);

    await client.change(server, HANDLER);
    const status = await client.connection.sendRequest<ServerStatus>(SCAN);
    assert.equal(status.state, "ready");
    assert.equal((await client.pull(pages)).length, 1);
  });

  it("lives through messages that make no sense", async () => {
    const folder = createWorkspace(SERVER);
    client = await Client.start([folder]);
    const { connection } = client;
    const strange = "no such address %%%";
    await assert.rejects(connection.sendRequest("no/such/method"));
    await connection.sendNotification("no/such/notification");
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: strange, version: 2 },
      contentChanges: [{ range: null, text: 7 }],
    });
    await connection.sendNotification("textDocument/didClose", { textDocument: { uri: strange } });
    await connection.sendNotification("textDocument/didOpen", {});
    await connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: strange, type: 9 }] });
    await settled(connection.sendRequest("textDocument/hover", { textDocument: { uri: strange } }));
    await settled(connection.sendRequest("textDocument/diagnostic", {}));
    await settled(connection.sendRequest("callHierarchy/incomingCalls", { item: { data: {} } }));
    await settled(connection.sendRequest("loopguard/paths", { at: 3 }));
    client.process.stdin?.write('Content-Length: 9\r\n\r\n{"broken"');
    assert.equal((await client.pull(path.join(folder, "pages.js"))).length, 1);
  });

  it("tells a client what is wrong with a request, and knows nothing of files that it cannot know", async () => {
    const folder = createWorkspace(SERVER);
    const pages = path.join(folder, "pages.js");
    client = await Client.start([folder]);
    const { connection } = client;
    const textDocument = { uri: uriOf(pages) };
    const position = { line: 3, character: 4 };
    for (const [method, params] of [
      ["textDocument/hover", { textDocument, position: "3:4" }],
      ["textDocument/hover", { textDocument: uriOf(pages), position }],
      ["textDocument/diagnostic", {}],
      ["textDocument/codeLens", { textDocument: { uri: 7 } }],
      ["textDocument/codeAction", { textDocument, range: { start: position }, context: { diagnostics: [] } }],
      ["textDocument/prepareCallHierarchy", { textDocument, position: [] }],
      ["callHierarchy/incomingCalls", { item: "page" }],
      ["workspace/diagnostic", { previousResultIds: "none" }],
    ] as const)
      await assert.rejects(connection.sendRequest(method, params), { code: ErrorCodes.InvalidParams }, method);
    for (const uri of [
      uriOf(path.join(folder, "nowhere.js")),
      "untitled:Untitled-1",
      "git:/pages.js?%7B%22ref%22%3A%22HEAD%22%7D",
      "file:///%E2%82%AC%20%25%23.js",
      "file:///%zz",
      "",
    ]) {
      const asked = { textDocument: { uri }, position };
      assert.equal(await connection.sendRequest("textDocument/hover", asked), null, uri);
      assert.equal(await connection.sendRequest("textDocument/prepareCallHierarchy", asked), null, uri);
      const report = await client.pullReport(uri);
      assert.deepEqual(report.kind === "full" && report.items, [], uri);
    }
    await client.close(pages);
    await client.close(pages);
    await client.change(pages, NOT_BLOCKING);
    assert.equal((await client.pull(pages)).length, 1);
    assert.equal(client.count("window/showMessage"), 0);
  });

  async function assertServes(connection: ProtocolConnection, server: ChildProcess): Promise<void> {
    const folder = createWorkspace(SERVER);
    connection.listen();
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: uriOf(folder),
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await connection.sendNotification("initialized", {});
    const textDocument = { uri: uriOf(path.join(folder, "pages.js")) };
    const report = await connection.sendRequest<{ items: unknown[] }>("textDocument/diagnostic", { textDocument });
    assert.equal(report.items.length, 1);
    const exit = once(server, "exit");
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    assert.deepEqual(await exit, [0, null]);
    connection.dispose();
  }
});

/** An answer or an error: either way the server is still there. */
async function settled(request: Promise<unknown>): Promise<void> {
  await Promise.allSettled([request]);
}
