/** Settings that differ from folder to folder, and the choice of the workspace's own TypeScript. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { STATISTICS, type Statistics } from "./protocol.js";
import { Client, createWorkspace, removeWorkspaces, uriOf } from "./testing/client.js";
import { SERVER } from "./testing/samples.js";

describe("settings", function () {
  this.timeout(120_000);
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
    removeWorkspaces();
  });

  it("count in their own folder, for findings and code lenses, and for folders that are added", async () => {
    const [loud, quiet, late] = [createWorkspace(SERVER), createWorkspace(SERVER), createWorkspace(SERVER)];
    client = await start([loud, quiet], {
      [loud]: { severity: { "no-sync-io": "error" } },
      [quiet]: { severity: { "no-sync-io": "hint" }, codeLens: false },
      [late]: { severity: { "no-sync-io": "off" } },
    });
    assert.deepEqual(await severities(client, [loud, quiet]), [[1], [4]]);
    assert.deepEqual(await Promise.all([loud, quiet].map((folder) => lenses(client, folder))), [1, 0]);

    const { connection } = client;
    const event = { added: [{ uri: uriOf(late), name: "late" }], removed: [] };
    await connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
    assert.deepEqual(await severities(client, [loud, quiet, late]), [[1], [4], []]);
  });

  it("change in one folder and not in the other", async () => {
    const [first, second] = [createWorkspace(SERVER), createWorkspace(SERVER)];
    client = await start([first, second], {});
    const before = await severities(client, [first, second]);
    client.folderSettings.set(uriOf(second), { minCost: 3 });
    const refreshes = client.count("workspace/diagnostic/refresh");
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => (client?.count("workspace/diagnostic/refresh") ?? 0) > refreshes);
    assert.deepEqual(await severities(client, [first, second]), [before[0], []]);
  });

  describe("of the workspace's own TypeScript", () => {
    const chosen = { typescript: "workspace" };

    it("leave it alone unless it is chosen", async () => {
      const folder = withTypeScript("6.0.3");
      client = await Client.start([folder], { initializationOptions: { isTrusted: true } });
      const { path: loaded, problem } = await typescriptIn(client);
      assert.deepEqual([loaded, problem, isLoaded(folder)], [undefined, undefined, false]);
    });

    it("leave it alone in a workspace that is not trusted, and say so", async () => {
      for (const initializationOptions of [{ isTrusted: false }, {}]) {
        const folder = withTypeScript("6.0.3");
        client = await Client.start([folder], { settings: chosen, initializationOptions });
        const { path: loaded, problem } = await typescriptIn(client);
        assert.deepEqual([loaded, isLoaded(folder)], [undefined, false]);
        assert.match(problem ?? "", /^The workspace is not trusted/u);
        await client.stop();
      }
    });

    it("leave one alone that has another interface, and say so", async () => {
      for (const version of ["7.0.2", "5.4.5"]) {
        const folder = withTypeScript(version);
        client = await Client.start([folder], { settings: chosen, initializationOptions: { isTrusted: true } });
        const { path: loaded, problem } = await typescriptIn(client);
        assert.deepEqual([loaded, isLoaded(folder)], [undefined, false]);
        assert.equal(
          problem,
          `The workspace's TypeScript ${version} is not supported: it takes one from 5.9 on, before 7.`,
        );
        await client.stop();
      }
    });

    it("load it where the workspace is trusted and it is chosen, and say which it is", async () => {
      const folder = withTypeScript("6.0.3");
      client = await Client.start([folder], { settings: chosen, initializationOptions: { isTrusted: true } });
      const { path: loaded, problem } = await typescriptIn(client);
      assert.equal(loaded, path.join(folder, "node_modules", "typescript", "lib", "typescript.js"));
      assert.deepEqual([problem, isLoaded(folder)], [undefined, true]);
      assert.equal((await client.pull(path.join(folder, "pages.js"))).length, 1);
    });

    it("change while the server runs", async () => {
      const folder = withTypeScript("6.0.3");
      client = await Client.start([folder], { initializationOptions: { isTrusted: true } });
      assert.equal((await typescriptIn(client)).path, undefined);
      client.settings = chosen;
      await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      await client.until(() => client?.statuses.at(-1)?.typescript?.path !== undefined);
      assert.ok(isLoaded(folder));
    });
  });
});

function start(folders: readonly string[], settings: Readonly<Record<string, unknown>>): Promise<Client> {
  return Client.start(folders, {
    folderSettings: Object.entries(settings).map(([folder, own]) => [uriOf(folder), own]),
  });
}

function severities(client: Client, folders: readonly string[]): Promise<unknown[]> {
  return Promise.all(
    folders.map(async (folder) => (await client.pull(path.join(folder, "pages.js"))).map(({ severity }) => severity)),
  );
}

async function lenses(client: Client | undefined, folder: string): Promise<number> {
  const textDocument = { uri: uriOf(path.join(folder, "server.js")) };
  const found = await client?.connection.sendRequest<readonly unknown[]>("textDocument/codeLens", { textDocument });
  return found?.length ?? 0;
}

/** A workspace whose TypeScript writes a file when it is loaded. */
function withTypeScript(version: string): string {
  const real = createRequire(import.meta.url).resolve("typescript");
  return createWorkspace({
    ...SERVER,
    "node_modules/typescript/package.json": JSON.stringify({ name: "typescript", version, main: "lib/typescript.js" }),
    "node_modules/typescript/lib/typescript.js": `require("node:fs").writeFileSync(require("node:path").join(__dirname, "loaded"), "");
module.exports = require(${JSON.stringify(real)});
`,
  });
}

function isLoaded(folder: string): boolean {
  return existsSync(path.join(folder, "node_modules", "typescript", "lib", "loaded"));
}

async function typescriptIn(client: Client): Promise<NonNullable<Statistics["status"]["typescript"]>> {
  await client.pullWorkspace();
  const { status } = await client.connection.sendRequest<Statistics>(STATISTICS);
  assert.match(status.typescript?.version ?? "", /^6\./u);
  return status.typescript ?? { version: "" };
}
