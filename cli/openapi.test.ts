/** `loopguard openapi` on the sample servers: what it writes is valid, stays the same, and is told apart when it is stale. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inVersion, type OpenApiDocument, type OpenApiVersion } from "@loopguard/engine";
import { parse } from "yaml";
import { validateDocument as validateByCompiling } from "./validate-document.js";

/** As it is published. */
const { validateDocument } = (await import(new URL("../bundle/validate-document.js", import.meta.url).href)) as {
  readonly validateDocument: typeof validateByCompiling;
};

const SERVERS = path.resolve(import.meta.dirname, "../../rules-fixtures/servers");
const MAIN = path.resolve(import.meta.dirname, "../bundle/main.js");
const VERSIONS: readonly OpenApiVersion[] = ["3.0", "3.1", "3.2"];

describe("loopguard openapi", function () {
  this.timeout(120_000);
  let directory: string;

  before(() => {
    directory = mkdtempSync(path.join(tmpdir(), "loopguard-openapi-"));
  });

  after(() => {
    rmSync(directory, { recursive: true });
  });

  for (const name of ["express", "fastify", "hono", "koa", "nestjs", "nextjs"]) {
    it(`writes documents of the ${name} server that two validators accept in every version`, async () => {
      const document = JSON.parse(openapi(path.join(SERVERS, name))) as OpenApiDocument;
      assert.ok(Object.keys(document.paths).length > 5);
      for (const version of VERSIONS)
        assert.deepEqual(await validateDocument(inVersion(document, version)), [], `version ${version}`);
    });
  }

  it("writes YAML where the file's name says so", () => {
    const file = path.join(directory, "api.yaml");
    const said = openapi(path.join(SERVERS, "hono"), "--output", file);
    assert.match(said, /^13 operations, \d+ schemas?, in /u);
    const document = parse(readFileSync(file, "utf8")) as OpenApiDocument;
    assert.equal(document.info.title, "recipes");
  });

  it("fails when a committed document is stale, and says what breaks clients", () => {
    const file = path.join(directory, "api.json");
    const server = path.join(SERVERS, "hono");
    openapi(server, "--output", file);
    assert.match(openapi(server, "--check", file), /is up to date/u);
    const committed = JSON.parse(readFileSync(file, "utf8")) as { paths: Record<string, unknown> };
    committed.paths["/gone"] = { get: { operationId: "gone", responses: { 200: { description: "OK" } } } };
    writeFileSync(file, JSON.stringify(committed));
    const { status, stdout } = spawnSync(process.execPath, [MAIN, "openapi", server, "--check", file], {
      encoding: "utf8",
    });
    assert.equal(status, 1);
    assert.match(stdout, /GET \/gone\n {2}breaking: The operation is gone\.\n/u);
    assert.match(stdout, /1 change, 1 of them breaking/u);
  });

  it("refuses to compare with what is no document", () => {
    const file = path.join(directory, "other.json");
    writeFileSync(file, "[]");
    const { status, stderr } = spawnSync(process.execPath, [MAIN, "openapi", SERVERS, "--check", file], {
      encoding: "utf8",
    });
    assert.equal(status, 2);
    assert.match(stderr, /is no OpenAPI document/u);
  });

  it("has validators that find what is wrong with a document", async () => {
    const responses = { 200: { description: "OK", content: { "application/json": { schema: { $ref: "#/gone" } } } } };
    const document: OpenApiDocument = {
      openapi: "3.1.1",
      info: { title: "Shop", version: "1.0.0" },
      paths: { "/users/{id}": { get: { operationId: "user", responses } } },
    };
    const faults = (await validateDocument(document)).join("\n");
    assert.match(faults, /resolve/u);
    assert.match(faults, /\{?id\}?/u);
    for (const version of VERSIONS) {
      const spoiled = { ...inVersion(document, version), info: {}, servers: [{}] } as unknown as OpenApiDocument;
      const found = await validateDocument(spoiled);
      assert.ok(found.length > 3);
      // What the bundle has compiled is what the validator compiles by itself.
      assert.deepEqual(found, await validateByCompiling(spoiled));
    }
  });
});

function openapi(...args: readonly string[]): string {
  return execFileSync(process.execPath, [MAIN, "openapi", ...args], { encoding: "utf8", stdio: "pipe" });
}
