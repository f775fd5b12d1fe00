/** Hovers, code lenses, the call hierarchy, routes and paths, as an editor asks for them. */
import assert from "node:assert/strict";
import path from "node:path";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  Hover,
  Position,
} from "vscode-languageserver";
import {
  OPENAPI,
  type OpenApiResult,
  PATHS,
  type PathItem,
  ROUTES,
  type RouteItem,
  SCAN,
  type ServerStatus,
  SHOW_PATHS_COMMAND,
  STATISTICS,
  type Statistics,
} from "./protocol.js";
import { Client, createWorkspace, removeWorkspaces, uriOf } from "./testing/client.js";

const APP = `import express from "express";
import { login, logout } from "./accounts.js";

const app = express();
app.post("/login", login);
app.post("/logout", (request, response) => {
  response.send(logout(request.body));
});
setInterval(() => logout({}), 1000);
`;

const ACCOUNTS = `import { pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";

export function login(request, response) {
  response.send(verify(request.body.password));
}

export const logout = ({ name }) => [name].map((each) => readFileSync(each, "utf8"));

function verify(password) {
  return pbkdf2Sync(password, "salt", 100_000, 64, "sha512");
}
`;

describe("features", function () {
  this.timeout(60_000);
  let client: Client;
  let folder: string;
  let accounts: string;
  let app: string;

  before(async () => {
    folder = createWorkspace({ "app.js": APP, "accounts.js": ACCOUNTS });
    app = uriOf(path.join(folder, "app.js"));
    accounts = uriOf(path.join(folder, "accounts.js"));
    client = await Client.start([folder]);
  });

  after(async () => {
    await client.stop();
    removeWorkspaces();
  });

  describe("hover", () => {
    it("on a blocking call says how long it blocks and who waits", async () => {
      const text = await hover("pbkdf2Sync(password");
      assert.match(text, /^\*\*Blocks the event loop\*\* for about \d+ ms\./u);
      assert.match(text, /Waiting on it: POST \/login\./u);
      assert.match(text, /\/docs\/rules\/no-sync-cpu\.md/u);
    });

    it("on a function says what it leads to, and the way there", async () => {
      const text = await hover("login(request, response)");
      assert.match(text, /^\*\*Runs on the event loop\*\*, and keeps it waiting for 1 blocking call:/u);
      assert.match(text, /- `crypto\.pbkdf2Sync` for about \d+ ms: login → verify → crypto\.pbkdf2Sync/u);
    });

    it("on a call says the same of what is called", async () => {
      assert.match(await hover("verify(request"), /verify → crypto\.pbkdf2Sync/u);
    });

    it("on a function whose callback blocks speaks of the function", async () => {
      const text = await hover("logout =");
      assert.match(text, /`fs\.readFileSync`/u);
      assert.match(
        text,
        /Waiting on it: (?:POST \/logout, setInterval callback|setInterval callback, POST \/logout)\./u,
      );
    });

    it("says nothing elsewhere", async () => {
      assert.equal(await client.connection.sendRequest("textDocument/hover", at("readFileSync }")), null);
    });

    async function hover(text: string): Promise<string> {
      const { contents } = await client.connection.sendRequest<Hover>("textDocument/hover", at(text));
      assert.ok(typeof contents === "object" && "kind" in contents);
      return contents.value;
    }
  });

  it("code lenses above handlers name the route and count its blocking calls", async () => {
    const lensesOf = (uri: string): Promise<CodeLens[]> =>
      client.connection.sendRequest("textDocument/codeLens", { textDocument: { uri } });
    const titles = (lenses: readonly CodeLens[]): unknown[] =>
      lenses.map(({ range, command }) => [range.start.line, command?.title]);
    assert.deepEqual(titles(await lensesOf(accounts)), [[3, "POST /login: 1 blocking call, over 20 ms"]]);
    assert.deepEqual(titles(await lensesOf(app)), [
      [5, "POST /logout: 1 blocking call, up to 1 ms"],
      [8, "setInterval callback: 1 blocking call, up to 1 ms"],
    ]);

    client.settings = { codeLens: false };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.connection.sendRequest(SCAN);
    assert.deepEqual(await lensesOf(accounts), []);
    client.settings = {};
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  });

  it("the code lens goes to the blocking call where the client has no view for it", async () => {
    assert.deepEqual(client.initialized?.capabilities.executeCommandProvider?.commands, [SHOW_PATHS_COMMAND]);
    const [route] = await client.connection.sendRequest<RouteItem[]>(ROUTES, { query: "post /login" });
    const given = { command: SHOW_PATHS_COMMAND, arguments: [{ route: route?.id }] };
    await client.connection.sendRequest("workspace/executeCommand", given);
    const [shown] = client.received.get("window/showDocument") as { uri: string; selection: { start: Position } }[];
    assert.deepEqual([shown?.uri, shown?.selection.start.line], [accounts, 10]);
    const [said] = client.received.get("window/showMessage") as { message: string }[];
    assert.match(said?.message ?? "", /^POST \/login → login → verify → crypto\.pbkdf2Sync\. /u);
  });

  it("the call hierarchy leads from a blocking call to the entry point, and back", async () => {
    const prepared = await client.connection.sendRequest<CallHierarchyItem[]>(
      "textDocument/prepareCallHierarchy",
      at("pbkdf2Sync(password"),
    );
    const names = [];
    let [item] = prepared;
    for (; item; [item] = (await incoming(item)).map(({ from }) => from)) names.push(item.name);
    assert.deepEqual(names, ["crypto.pbkdf2Sync", "verify", "login", "POST /login"]);

    const [login] = await client.connection.sendRequest<CallHierarchyItem[]>(
      "textDocument/prepareCallHierarchy",
      at("login(request, response)"),
    );
    const outgoing = await client.connection.sendRequest<CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", {
      item: login,
    });
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.name, fromRanges[0]?.start.line]),
      [["verify", 4]],
    );

    function incoming(of: CallHierarchyItem): Promise<CallHierarchyIncomingCall[]> {
      return client.connection.sendRequest("callHierarchy/incomingCalls", { item: of });
    }
  });

  it("routes are listed and searched, with what they reach", async () => {
    const all = await client.connection.sendRequest<RouteItem[]>(ROUTES, {});
    assert.deepEqual(
      all.map(({ label, kind, blockingCalls, worstTier }) => [label, kind, blockingCalls, worstTier]),
      [
        ["POST /login", "http", 1, 3],
        ["POST /logout", "http", 1, 1],
        ["setInterval callback", "timer", 1, 1],
      ],
    );
    const found = await client.connection.sendRequest<RouteItem[]>(ROUTES, { query: "LOGOUT" });
    assert.deepEqual(
      found.map(({ label }) => label),
      ["POST /logout"],
    );
    const inApp = await client.connection.sendRequest<RouteItem[]>(ROUTES, { textDocument: { uri: app } });
    assert.deepEqual(
      inApp.map(({ label }) => label),
      ["POST /logout", "setInterval callback"],
    );
  });

  it("the OpenAPI document leads to the handlers, and says what they reach", async () => {
    const { document, operations } = await client.connection.sendRequest<OpenApiResult>(OPENAPI, { version: "3.0" });
    assert.match(document.openapi, /^3\.0\./u);
    assert.deepEqual(Object.keys(document.paths), ["/login", "/logout"]);
    assert.deepEqual(
      operations.map(({ method, path: url, blockingCalls }) => ({ method, url, blockingCalls })),
      [
        { method: "post", url: "/login", blockingCalls: 1 },
        { method: "post", url: "/logout", blockingCalls: 1 },
      ],
    );
    assert.equal(operations[0]?.location.uri, accounts);
  });

  it("paths are told hop by hop, of a route and of a place", async () => {
    const [route] = await client.connection.sendRequest<RouteItem[]>(ROUTES, { query: "/login" });
    const ofRoute = await client.connection.sendRequest<PathItem[]>(PATHS, { route: route?.id });
    assert.deepEqual(
      ofRoute.map(({ hops, blockingCall, confidence }) => [
        hops.map(({ name }) => name),
        blockingCall.rule,
        confidence,
      ]),
      [[["login", "verify", "crypto.pbkdf2Sync"], "no-sync-cpu", "definite"]],
    );
    const ofPlace = await client.connection.sendRequest<PathItem[]>(PATHS, { at: at("logout =") });
    assert.deepEqual(ofPlace.map((item) => item.route.label).sort(), ["POST /logout", "setInterval callback"]);
    assert.equal((await client.connection.sendRequest<PathItem[]>(PATHS, {})).length, 3);
  });

  it("a scan reads everything again, and the status and statistics tell the truth", async () => {
    const status = await client.connection.sendRequest<ServerStatus>(SCAN);
    assert.equal(status.state, "ready");
    assert.deepEqual(status.counts, {
      files: 2,
      functions: 6,
      routes: 3,
      findings: 2,
      blockingCalls: 2,
      problems: 0,
    });
    assert.ok((status.times.load ?? 0) > 0);
    const statistics = await client.connection.sendRequest<Statistics>(STATISTICS);
    assert.deepEqual(statistics.roots, [folder]);
    assert.equal(statistics.status.restarts, 0);
    assert.ok((statistics.memory.analysisHeap ?? 0) > 0);
    assert.ok(client.statuses.some(({ state }) => state === "loading"));
  });

  it("loading shows its progress", () => {
    const kinds = (client.received.get("$/progress") as { value: { kind: string } }[]).map(({ value }) => value.kind);
    assert.equal(kinds[0], "begin");
    assert.ok(kinds.includes("end"));
  });

  /** The start of a text in accounts.js. */
  function at(text: string): { textDocument: { uri: string }; position: Position } {
    const offset = ACCOUNTS.indexOf(text);
    assert.ok(offset >= 0, text);
    const before = ACCOUNTS.slice(0, offset).split("\n");
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return { textDocument: { uri: accounts }, position };
  }
});
