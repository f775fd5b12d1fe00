/** A workspace with more files than can be held: what is open is analysed, and no more is read than that takes. */
import assert from "node:assert/strict";
import path from "node:path";
import { STATISTICS, type Statistics } from "./protocol.js";
import { Client, createWorkspace, messageOf, removeWorkspaces } from "./testing/client.js";
import { blockingFile, generateWorkspace } from "./testing/large-workspace.js";

/** Of each package. */
const FILES = 30;

describe("a large workspace", function () {
  this.timeout(120_000);
  const files = Object.fromEntries(generateWorkspace({ packages: 3, filesPerPackage: FILES }));
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
    removeWorkspaces();
  });

  it("is analysed by the packages of open files, with what they import", async () => {
    const folder = createWorkspace(files);
    const [first, second] = [blockingFile(1), blockingFile(2)].map((name) => path.join(folder, name)) as [
      string,
      string,
    ];
    const text = files[blockingFile(1)] ?? "";
    client = await Client.start([folder], { settings: { maxFiles: FILES } });
    assert.equal(await filesOf(client), 0);

    await client.open(first, text, "typescript");
    assert.deepEqual((await client.pull(first)).map(messageOf).map(pathIn), ["page → read → fs"]);
    assert.equal(await filesOf(client), FILES + 1);
    const { problems } = await client.connection.sendRequest<Statistics>(STATISTICS);
    assert.match(problems[0]?.message ?? "", /more than 30 source files: the packages of the open ones are analysed/u);

    await client.open(second, text, "typescript");
    assert.equal((await client.pull(second)).length, 1);
    assert.equal(await filesOf(client), 2 * FILES + 1);
    await client.close(second);
    await client.change(first, `\n${text}`);
    assert.equal((await client.pull(first))[0]?.range.start.line, 4);
    assert.equal(await filesOf(client), 2 * FILES + 1, "what was read stays until something else is opened");
  });

  it("is analysed by the open files alone where a package is too large itself, and as a whole when that is wanted", async () => {
    const folder = createWorkspace(files);
    const server = path.join(folder, "packages/package-1/src/part-3.ts");
    client = await Client.start([folder], { settings: { maxFiles: FILES / 2 } });
    await client.open(server, files["packages/package-1/src/part-3.ts"] ?? "", "typescript");
    await client.pull(server);
    assert.equal(await filesOf(client), 2, "the file, and the one that it imports");

    client.settings = { maxFiles: 1000 };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => (client?.statuses.at(-1)?.counts.files ?? 0) === 3 * FILES);
  });
});

async function filesOf(client: Client): Promise<number> {
  await client.pullWorkspace();
  return (await client.connection.sendRequest<Statistics>(STATISTICS)).status.counts.files;
}

/** The way to the blocking call, as the message tells it. */
function pathIn(message: string): string {
  return message.match(/waits on it: (?<way>[^.]+)\./u)?.groups?.["way"] ?? message;
}
