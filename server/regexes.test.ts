/** What running slow regular expressions shows: told in their diagnostics soon after the analysis, without being asked for. */
import assert from "node:assert/strict";
import path from "node:path";
import { RegexConfirmer } from "./regexes/confirmer.js";
import { Client, createWorkspace, messageOf, removeWorkspaces } from "./testing/client.js";

const SERVER = `import express from "express";

const app = express();
app.post("/cache", ({ body }, response) => response.json(/^([\\d.,]+)\\s?(\\w+)$/.exec(body.duration)));
app.post("/note", ({ body }, response) => response.json(/^(a+)+[^]*$/.exec(body.text)));
`;

describe("regular expressions", function () {
  this.timeout(60_000);
  let client: Client | undefined;

  afterEach(async () => {
    await client?.stop();
    client = undefined;
    removeWorkspaces();
  });

  it("are run in the background: what is slow gets its time and text, what is not is no longer shown", async () => {
    const folder = createWorkspace({ "server.js": SERVER });
    const file = path.join(folder, "server.js");
    client = await Client.start([folder], { settings: { confidence: "probable" } });
    const before = await client.pull(file);
    assert.deepEqual(
      before.map(({ code, range }) => [code, range.start.line]),
      [
        ["no-slow-regex", 3],
        ["no-slow-regex", 4],
      ],
    );
    await client.until(() => (client?.count("workspace/diagnostic/refresh") ?? 0) > 0);

    const [slow, ...others] = await client.pull(file);
    assert.deepEqual(others, []);
    const [, ms, length, text] =
      / It took (\d+) ms for ([\d,]+) characters: (.*)\.$/u.exec(slow ? messageOf(slow) : "") ?? [];
    assert.ok(Number(ms) >= 20);
    assert.equal(text, `"," + "0".repeat(${Number(length?.replace(",", "")) - 2}) + ","`);
  });

  it("are given up when their thread does not get over them, and the next one is run all the same", async () => {
    const confirmer = new RegexConfirmer();
    const nested = "(".repeat(9000) + ")".repeat(9000);
    const regexes = [nested, "^\\s+$"].map((pattern) => ({ pattern, flags: "" }));
    await confirmer.confirm(regexes);
    assert.deepEqual(regexes.map(confirmer.confirmationOf), [undefined, { is: "quick" }]);
    await confirmer.dispose();
  });
});
