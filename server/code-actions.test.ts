/** Fixes as an editor meets them: offered, filled in, applied, or refused with the reason. */
import assert from "node:assert/strict";
import path from "node:path";
import {
  type ClientCapabilities,
  type CodeAction,
  CreateFile,
  type Diagnostic,
  TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Client, createWorkspace, FULL_CAPABILITIES, removeWorkspaces, uriOf } from "./testing/client.js";

const ASYNCHRONOUS = `import { createServer } from "node:http";
import { readFileSync } from "node:fs";

createServer(async (request, response) => {
  response.end(readFileSync("page.html"));
}).listen(8080);
`;

const FIXED = `import { createServer } from "node:http";
import { readFile } from "node:fs/promises";

createServer(async (request, response) => {
  response.end(await readFile("page.html"));
}).listen(8080);
`;

const SYNCHRONOUS = `import { createServer } from "node:http";
import { readFileSync } from "node:fs";

/**
 * The page.
 */
function page() {
  return readFileSync("page.html");
}

createServer((request, response) => response.end(page())).listen(8080);
`;

const WORKING = `import { createServer } from "node:http";
import { marked } from "marked";

createServer(async (request, response) => {
  response.end(marked.parse(String(request.url)));
}).listen(8080);
`;

const LOOPING = `import { createServer } from "node:http";

createServer(async (request, response) => {
  let sum = 0;
  for (let count = 0; count < 5_000_000; count++) {
    sum += count;
  }
  response.end(String(sum));
}).listen(8080);
`;

const MARKED = {
  "node_modules/marked/package.json": '{"name":"marked","type":"module","types":"index.d.ts"}',
  "node_modules/marked/index.d.ts": "export declare const marked: { parse(text: string): string };",
};

const CAPABILITIES: ClientCapabilities = {
  ...FULL_CAPABILITIES,
  workspace: {
    ...FULL_CAPABILITIES.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: {
    ...FULL_CAPABILITIES.textDocument,
    codeAction: { disabledSupport: true, dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

describe("code actions", function () {
  this.timeout(60_000);
  let client: Client | undefined;
  let file: string;
  let text: string;

  afterEach(async () => {
    await client?.stop();
    removeWorkspaces();
  });

  async function open(source: string, capabilities = CAPABILITIES): Promise<Diagnostic> {
    text = source;
    const folder = createWorkspace({ "server.js": source, "package.json": MANIFEST, ...MARKED });
    file = path.join(folder, "server.js");
    client = await Client.start([folder], { capabilities, settings: { minCost: 0, confidence: "probable" } });
    await client.open(file, source);
    const [diagnostic, ...others] = await client.pull(file);
    assert.ok(diagnostic);
    assert.deepEqual(others, []);
    return diagnostic;
  }

  function actionsAt(diagnostic: Diagnostic, only?: string[]): Promise<CodeAction[]> {
    assert.ok(client);
    return client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: uriOf(file) },
      range: { start: diagnostic.range.start, end: diagnostic.range.start },
      context: { diagnostics: [diagnostic], ...(only && { only }) },
    });
  }

  async function resolved(action: CodeAction | undefined): Promise<WorkspaceEdit> {
    assert.ok(client && action);
    assert.equal(action.edit, undefined, "the edit comes when the action is chosen");
    const { edit }: CodeAction = await client.connection.sendRequest("codeAction/resolve", action);
    assert.ok(edit);
    return edit;
  }

  /** The text with the edit in it, which concerns this document only. */
  function applied({ documentChanges = [], changes }: WorkspaceEdit): string {
    const document = TextDocument.create(uriOf(file), "javascript", 1, text);
    if (changes) return TextDocument.applyEdits(document, changes[uriOf(file)] ?? []);
    const [change, ...others] = documentChanges;
    assert.deepEqual(others, []);
    assert.ok(TextDocumentEdit.is(change));
    assert.deepEqual(change.textDocument, { uri: uriOf(file), version: 1 });
    return TextDocument.applyEdits(
      document,
      change.edits.flatMap((edit) => ("newText" in edit ? [edit] : [])),
    );
  }

  it("await the twin, and are offered with the diagnostic that they take away", async () => {
    const diagnostic = await open(ASYNCHRONOUS);
    const [await_, ...others] = await actionsAt(diagnostic);
    assert.equal(await_?.title, "Await fs.promises.readFile");
    assert.deepEqual([await_.kind, await_.isPreferred], ["quickfix", true]);
    assert.deepEqual(await_.diagnostics, [diagnostic]);
    assert.deepEqual(
      others.map(({ title }) => title),
      [
        "Disable loopguard/no-sync-io for this line",
        "Mark the function as start-up code",
        "Mark the function as not blocking",
      ],
    );
    const edit = await resolved(await_);
    assert.equal(applied(edit), FIXED);
    assert.deepEqual(edit.changeAnnotations, {
      "Await fs.promises.readFile": { label: "Await fs.promises.readFile" },
    });
    await client?.change(file, FIXED);
    assert.deepEqual(await client?.pull(file), []);
  });

  it("come whole for clients that cannot ask again, and without versions where those mean nothing", async () => {
    const diagnostic = await open(ASYNCHRONOUS, FULL_CAPABILITIES);
    const [await_] = await actionsAt(diagnostic);
    assert.ok(await_?.edit?.changes);
    assert.equal(applied(await_.edit), FIXED);
  });

  it("are disabled with the reason where they would be wrong", async () => {
    const [await_] = await actionsAt(await open(SYNCHRONOUS));
    assert.equal(await_?.disabled?.reason, "The function page is not asynchronous.");
    assert.equal(await_.edit ?? await_.data, undefined);
  });

  it("make functions asynchronous with all their callers, which a person confirms", async () => {
    const [, transitive] = await actionsAt(await open(SYNCHRONOUS));
    assert.equal(transitive?.kind, "refactor.rewrite");
    const title = "Await fs.promises.readFile, and make 2 functions asynchronous";
    assert.equal(transitive.title, title);
    const edit = await resolved(transitive);
    assert.deepEqual(edit.changeAnnotations, { [title]: { label: title, needsConfirmation: true } });
    const fixed = applied(edit);
    assert.ok(fixed.includes("async (request, response) => response.end(await page())"), fixed);
    await client?.change(file, fixed);
    assert.deepEqual(await client?.pull(file), []);
  });

  it("move work to a worker pool, with new files, which a person confirms", async () => {
    const workspaceEdit = {
      documentChanges: true,
      changeAnnotationSupport: {},
      resourceOperations: ["create" as const],
    };
    const capabilities = { ...CAPABILITIES, workspace: { ...CAPABILITIES.workspace, workspaceEdit } };
    const actions = await actionsAt(await open(WORKING, capabilities), ["refactor.rewrite.loopguard.offload"]);
    const title = "Run marked.parse in a worker pool";
    assert.deepEqual(
      actions.map((action) => [action.title, action.kind]),
      [[title, "refactor.rewrite.loopguard.offload"]],
    );
    const { documentChanges = [], changeAnnotations } = await resolved(actions[0]);
    const annotation = changeAnnotations?.[title];
    assert.equal(annotation?.needsConfirmation, true);
    assert.match(annotation.description ?? "", /A task for a pool costs/u);
    const directory = path.dirname(file);
    const texts = new Map([
      [uriOf(file), WORKING],
      [uriOf(path.join(directory, "package.json")), MANIFEST],
    ]);
    for (const change of documentChanges) {
      if (CreateFile.is(change)) texts.set(change.uri, "");
      if (!TextDocumentEdit.is(change)) continue;
      const { uri } = change.textDocument;
      const before = TextDocument.create(uri, "javascript", 1, texts.get(uri) ?? "not created");
      const edits = change.edits.flatMap((edit) => ("newText" in edit ? [edit] : []));
      texts.set(uri, TextDocument.applyEdits(before, edits));
    }
    const textOf = (name: string): string => texts.get(uriOf(path.join(directory, name))) ?? "";
    assert.match(
      textOf("server.js"),
      /response\.end\(await runTask\(worker, "parse", \{ input: String\(request\.url\) \}\)\);/u,
    );
    assert.match(
      textOf("server.worker.js"),
      /export function parse\(\{ input \}\) \{\n {2}return marked\.parse\(input\);/u,
    );
    assert.match(textOf("worker-pool.js"), /^export function runTask/mu);
    assert.match(textOf("package.json"), /"piscina": "\^5\.0\.0"/u);
    assert.equal(documentChanges.filter((change) => CreateFile.is(change)).length, 2);
  });

  it("let others run between rounds of a loop, behind what is better", async () => {
    const actions = await actionsAt(await open(LOOPING), ["refactor.rewrite"]);
    const pause = actions.find(({ disabled }) => !disabled);
    assert.equal(pause?.title, "Let others run between rounds of the loop");
    const fixed = applied(await resolved(pause));
    assert.match(fixed, /\n {4}if \(\+\+rounds % 10000 === 0\) await scheduler\.yield\(\);\n {4}sum \+= count;\n/u);
    await client?.change(file, fixed);
    assert.deepEqual(await client?.pull(file), []);
  });

  it("say why functions cannot be made asynchronous", async () => {
    const sorted = SYNCHRONOUS.replace("response.end(page())", "response.end([1, 2].sort(() => page().length).join())");
    const [, transitive] = await actionsAt(await open(sorted));
    assert.equal(transitive?.title, "Make asynchronous, with all callers");
    assert.match(transitive.disabled?.reason ?? "", /^\[1, 2\]\.sort in server\.js:11 does not wait/u);
  });

  it("leave refused ones out for clients that cannot show them", async () => {
    const actions = await actionsAt(await open(SYNCHRONOUS, FULL_CAPABILITIES));
    assert.equal(actions.length, 4);
    assert.ok(actions.every(({ edit }) => edit));
  });

  for (const [title, comment] of [
    ["Disable loopguard/no-sync-io for this line", "// eslint-disable-next-line loopguard/no-sync-io -- TODO"],
    ["Mark page as start-up code", " * The page.\n * @startup\n */"],
    ["Mark page as not blocking", " * The page.\n * @nonblocking\n */"],
  ] as const) {
    it(`say what only a person knows: ${title}`, async () => {
      const actions = await actionsAt(await open(SYNCHRONOUS));
      const commented = applied(await resolved(actions.find((action) => action.title === title)));
      assert.ok(commented.includes(comment), commented);
      await client?.change(file, commented);
      assert.deepEqual(await client?.pull(file), []);
    });
  }

  it("are left out when the client asks for other kinds, or at another place", async () => {
    const diagnostic = await open(ASYNCHRONOUS);
    assert.deepEqual(await actionsAt(diagnostic, ["source.organizeImports"]), []);
    assert.deepEqual(await actionsAt({ ...diagnostic, range: { start: START, end: START } }), []);
  });

  it("are refused when the code has changed since they were offered", async () => {
    const [await_] = await actionsAt(await open(ASYNCHRONOUS));
    await client?.change(file, `\n${ASYNCHRONOUS}`);
    await assert.rejects(
      async () => client?.connection.sendRequest("codeAction/resolve", await_),
      /has changed since/u,
    );
  });
});

const MANIFEST = '{"private":true,"type":"module"}';

const START = { line: 0, character: 0 };
