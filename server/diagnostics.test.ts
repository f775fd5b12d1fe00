/** Diagnostics over real standard streams: open, change, close, pull, refresh, on disk and in buffers. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "vscode-languageserver";
import {
  Client,
  createWorkspace,
  FULL_CAPABILITIES,
  messageOf,
  removeWorkspaces,
  uriOf,
  write,
} from "./testing/client.js";
import { BLOCKING, HANDLER, NOT_BLOCKING, SERVER } from "./testing/samples.js";

describe("diagnostics", function () {
  this.timeout(60_000);
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
    removeWorkspaces();
  });

  it("say what blocks, how long, who waits, and the way there", async () => {
    const folder = createWorkspace(SERVER);
    client = await Client.start([folder]);
    const [diagnostic, ...others] = await client.pull(path.join(folder, "pages.js"));
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.code, "no-sync-io");
    assert.equal(diagnostic.source, "loopguard");
    assert.match(diagnostic.codeDescription?.href ?? "", /\/docs\/rules\/no-sync-io\.md$/u);
    assert.match(messageOf(diagnostic), /^fs\.readFileSync blocks the event loop for about .* ms/u);
    assert.deepEqual(diagnostic.range, range(3, 9, 3, 35));
    assert.deepEqual(
      diagnostic.relatedInformation?.map(({ message, location }) => [
        message,
        path.basename(location.uri),
        location.range.start.line,
      ]),
      [
        ["HTTP request waits on it", "server.js", 3],
        ["→ page", "server.js", 4],
      ],
    );
  });

  it("are what the command line reports", async () => {
    const folder = createWorkspace(SERVER);
    client = await Client.start([folder]);
    const command = fileURLToPath(new URL("../../cli/bundle/main.js", import.meta.url));
    const { stdout } = spawnSync(process.execPath, [command, "check", "--format", "json", folder], {
      encoding: "utf8",
    });
    const { findings } = JSON.parse(stdout) as { findings: { message: string; line: number }[] };
    const told = (await client.pull(path.join(folder, "pages.js"))).map((each) => [
      messageOf(each),
      each.range.start.line,
    ]);
    assert.deepEqual(
      told,
      findings.map(({ message, line }) => [message, line - 1]),
    );
    assert.equal(told.length, 1);
  });

  it("cover files that are not open", async () => {
    const folder = createWorkspace(SERVER);
    client = await Client.start([folder]);
    const diagnostics = await client.pullWorkspace();
    assert.deepEqual([...diagnostics.keys()], [path.join(folder, "pages.js")]);
  });

  it("follow what is typed in another file, before it is saved, and back when it is closed", async () => {
    const folder = createWorkspace(SERVER);
    const [server, pages] = [path.join(folder, "server.js"), path.join(folder, "pages.js")];
    client = await Client.start([folder]);
    await client.open(server, HANDLER);
    assert.equal((await client.pull(pages)).length, 1);

    await client.change(server, HANDLER.replace("page(request.url)", "request.url"));
    assert.deepEqual(await client.pull(pages), []);
    await client.change(server, HANDLER.replace("page(request.url)", "page(request.url) + page('footer')"));
    assert.equal((await client.pull(pages)).length, 1);
    await client.change(server, HANDLER.replace("page(request.url)", "request.url"));
    await client.close(server);
    assert.equal((await client.pull(pages)).length, 1);
  });

  it("ask the client to pull again when a file that it knows has changed by an edit elsewhere", async () => {
    const folder = createWorkspace(SERVER);
    const [server, pages] = [path.join(folder, "server.js"), path.join(folder, "pages.js")];
    client = await Client.start([folder]);
    await client.open(server, HANDLER);
    await client.pull(pages);
    const before = client.count("workspace/diagnostic/refresh");
    await client.change(server, HANDLER.replace("page(request.url)", "request.url"));
    await client.until(() => (client?.count("workspace/diagnostic/refresh") ?? 0) > before);
    assert.deepEqual(await client.pull(pages), []);
  });

  it("are unchanged as long as the client knows them", async () => {
    const folder = createWorkspace(SERVER);
    const pages = uriOf(path.join(folder, "pages.js"));
    client = await Client.start([folder]);
    const { resultId } = await client.pullReport(pages);
    assert.equal((await client.pullReport(pages, resultId)).kind, "unchanged");

    const previousResultIds = [{ uri: pages, value: resultId }];
    const workspace = await client.connection.sendRequest<{ items: { kind: string; resultId: string }[] }>(
      "workspace/diagnostic",
      { previousResultIds },
    );
    assert.deepEqual(
      workspace.items.map(({ kind }) => kind),
      ["unchanged"],
    );
  });

  it("are pushed to a client that does not pull, and taken back", async () => {
    const folder = createWorkspace(SERVER);
    const pages = path.join(folder, "pages.js");
    client = await Client.start([folder], { capabilities: { textDocument: { publishDiagnostics: {} } } });
    const pushed = (): readonly Diagnostic[] => client?.published.get(uriOf(pages)) ?? [];
    await client.until(() => pushed().length === 1);
    await client.open(pages, BLOCKING);
    await client.change(pages, NOT_BLOCKING);
    await client.until(() => pushed().length === 0);
  });

  it("follow files that are created, renamed and deleted on the disk, as the client tells", async () => {
    const folder = createWorkspace({ "server.js": HANDLER });
    const [pages, library] = [path.join(folder, "pages.js"), path.join(folder, "library")];
    client = await Client.start([folder]);
    assert.deepEqual([...(await client.pullWorkspace()).keys()], []);

    write(folder, { "pages.js": BLOCKING });
    await client.tellChanged(pages);
    assert.deepEqual([...(await client.pullWorkspace()).keys()], [pages]);

    mkdirSync(library);
    renameSync(pages, path.join(library, "pages.js"));
    write(folder, { "server.js": HANDLER.replace("./pages.js", "./library/pages.js") });
    await client.tellChanged(pages, library, path.join(folder, "server.js"));
    assert.deepEqual([...(await client.pullWorkspace()).keys()], [path.join(library, "pages.js")]);

    rmSync(library, { recursive: true });
    await client.tellChanged(library);
    assert.deepEqual([...(await client.pullWorkspace()).keys()], []);
  });

  it("follow the disk for a client that watches nothing", async () => {
    const folder = createWorkspace({ "server.js": HANDLER });
    const pages = path.join(folder, "pages.js");
    client = await Client.start([folder], { capabilities: { textDocument: { publishDiagnostics: {} } } });
    await client.until(() => client?.statuses.at(-1)?.state === "ready");
    // The watcher may begin a moment after the first result: what is written before is found by writing again.
    const writing = setInterval(() => {
      write(folder, { "pages.js": `${BLOCKING}// ${Math.random()}\n` });
    }, 300);
    try {
      await client.until(() => client?.published.get(uriOf(pages))?.length === 1);
    } finally {
      clearInterval(writing);
    }
  });

  it("cover several folders, and folders that are added and removed", async () => {
    const [one, two] = [createWorkspace(SERVER), createWorkspace(SERVER)];
    client = await Client.start([one]);
    assert.deepEqual([...(await client.pullWorkspace()).keys()], [path.join(one, "pages.js")]);

    const folderOf = (folder: string): object => ({ uri: uriOf(folder), name: path.basename(folder) });
    const change = (added: string[], removed: string[]): Promise<void> | undefined =>
      client?.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
        event: { added: added.map(folderOf), removed: removed.map(folderOf) },
      });
    await change([two], []);
    assert.deepEqual(
      [...(await client.pullWorkspace()).keys()].sort(),
      [path.join(one, "pages.js"), path.join(two, "pages.js")].sort(),
    );
    await change([], [one]);
    assert.deepEqual([...(await client.pullWorkspace()).keys()], [path.join(two, "pages.js")]);
  });

  it("speak of the places in a text with other line ends", async () => {
    const folder = createWorkspace({ "server.js": HANDLER, "pages.js": BLOCKING.replaceAll("\n", "\r\n") });
    client = await Client.start([folder]);
    const [diagnostic] = await client.pull(path.join(folder, "pages.js"));
    assert.deepEqual(diagnostic?.range, range(3, 9, 3, 35));
  });

  it("are told for the address that the client uses, in a folder behind a symbolic link", async () => {
    const folder = createWorkspace(SERVER);
    const link = path.join(createWorkspace({}), "link");
    symlinkSync(folder, link, "junction");
    client = await Client.start([link]);
    assert.deepEqual([...(await client.pullWorkspace()).keys()], [path.join(link, "pages.js")]);
    await client.open(path.join(link, "pages.js"), NOT_BLOCKING);
    assert.deepEqual(await client.pull(path.join(link, "pages.js")), []);
  });

  it("follow a document that is open by another name through a symbolic link in the workspace", async () => {
    const folder = createWorkspace({ "source/server.js": HANDLER, "source/pages.js": BLOCKING });
    symlinkSync(path.join(folder, "source"), path.join(folder, "view"), "junction");
    const viewed = path.join(folder, "view", "pages.js");
    client = await Client.start([folder]);
    await client.open(viewed, `\n${BLOCKING}`);
    const [diagnostic] = await client.pull(viewed);
    assert.deepEqual(diagnostic?.range, range(4, 9, 4, 35));
  });

  it("are there for a file outside the workspace, and for a document that is in no file yet", async () => {
    const folder = createWorkspace({ "server.js": HANDLER, "pages.js": NOT_BLOCKING });
    const other = path.join(createWorkspace({}), "other.js");
    client = await Client.start([folder]);
    const text = HANDLER.replace("./pages.js", "node:fs").replace("{ page }", "{ readFileSync as page }");
    await client.open(other, text);
    assert.equal((await client.pull(other)).length, 1);

    await client.openUri("untitled:Untitled-1", text);
    const report = await client.pullReport("untitled:Untitled-1");
    assert.equal(report.kind === "full" && report.items.length, 1);
  });

  it("are as loud as the settings say, while they change", async () => {
    const folder = createWorkspace(SERVER);
    const pages = path.join(folder, "pages.js");
    client = await Client.start([folder], { settings: { severity: { "no-sync-io": "error" } } });
    assert.equal((await client.pull(pages))[0]?.severity, 1);
    for (const [settings, severity] of [
      [{ severity: { "no-sync-io": "hint" } }, 4],
      [{ severity: { "no-sync-io": "off" } }, undefined],
      [{}, 2],
      [{ minCost: 3 }, undefined],
      [{ severity: { "no-sync-io": "information" } }, 3],
      [{ enable: false }, undefined],
      [{ minCost: "nonsense", severity: 3 }, 2],
    ] as const) {
      client.settings = settings;
      const before = client.count("workspace/diagnostic/refresh");
      await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      await client.until(() => (client?.count("workspace/diagnostic/refresh") ?? 0) > before);
      assert.equal((await client.pull(pages))[0]?.severity, severity, JSON.stringify(settings));
    }
  });

  it("take settings from a client that cannot be asked", async () => {
    const folder = createWorkspace(SERVER);
    const pages = path.join(folder, "pages.js");
    const capabilities = { ...FULL_CAPABILITIES, workspace: {} };
    const initializationOptions = { settings: { severity: { "no-sync-io": "information" } } };
    client = await Client.start([folder], { capabilities, initializationOptions });
    assert.equal((await client.pull(pages))[0]?.severity, 3);
    const settings = { loopguard: { severity: { "no-sync-io": "error" } } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
    assert.equal((await client.pull(pages))[0]?.severity, 1);
  });

  it("follow the project's configuration while it is edited, and say what is wrong with it", async () => {
    const folder = createWorkspace(SERVER);
    const [pages, configuration] = [path.join(folder, "pages.js"), path.join(folder, "loopguard.config.json")];
    client = await Client.start([folder]);
    assert.equal((await client.pull(pages)).length, 1);

    write(folder, { "loopguard.config.json": JSON.stringify({ minCost: 3 }) });
    await client.tellChanged(configuration);
    assert.deepEqual(await client.pull(pages), []);

    await client.open(configuration, JSON.stringify({ minCost: 0 }), "json");
    assert.equal((await client.pull(pages)).length, 1);
    await client.change(configuration, JSON.stringify({ ignore: ["pages.js"] }));
    assert.deepEqual(await client.pull(pages), []);
    await client.change(configuration, '{\n  "minCost": "much"\n}');
    const [wrong] = await client.pull(configuration);
    assert.equal(wrong?.range.start.line, 1);
    assert.match(messageOf(wrong), /minCost/u);
  });

  it("follow a tsconfig that is edited", async () => {
    const options = { module: "esnext", moduleResolution: "bundler", allowJs: true };
    const folder = createWorkspace({
      "tsconfig.json": JSON.stringify({ compilerOptions: options }),
      "server.js": HANDLER.replace("./pages.js", "#pages"),
      "pages.js": BLOCKING,
    });
    client = await Client.start([folder]);
    assert.deepEqual([...(await client.pullWorkspace()).keys()], []);
    const paths = { "#pages": ["./pages.js"] };
    write(folder, { "tsconfig.json": JSON.stringify({ compilerOptions: { ...options, paths } }) });
    await client.tellChanged(path.join(folder, "tsconfig.json"));
    assert.deepEqual([...(await client.pullWorkspace()).keys()], [path.join(folder, "pages.js")]);
  });
});

function range(line: number, character: number, endLine: number, endCharacter: number): Diagnostic["range"] {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
