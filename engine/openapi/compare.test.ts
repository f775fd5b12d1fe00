import assert from "node:assert/strict";
import type { JsonSchema } from "../schema-reader.js";
import { compareDocuments } from "./compare.js";
import type { OpenApiDocument, Operation, Parameter } from "./document.js";

const user: JsonSchema = {
  type: "object",
  properties: { id: { type: "integer" }, name: { type: "string" } },
  required: ["id"],
};

describe("changes between documents", () => {
  it("are none between a document and itself", () => {
    assert.deepEqual(changes(answering(user), answering(user)), []);
  });

  it("break clients where answers carry less", () => {
    assert.deepEqual(changes(answering(user), answering({ type: "object", properties: { id: { type: "string" } } })), [
      "breaking: GET /: The answer 200, .id can be missing now.",
      "breaking: GET /: The answer 200, .id is string instead of integer.",
      "breaking: GET /: The answer 200, .name is gone.",
    ]);
  });

  it("do not where answers carry more", () => {
    const more = { ...user, properties: { ...user.properties, email: { type: "string" } } } as const;
    assert.deepEqual(changes(answering(user), answering(more)), ["GET /: The answer 200, .email is new."]);
  });

  it("break clients where requests must carry more", () => {
    const page: Parameter = { name: "page", in: "query", schema: { type: "integer" } };
    assert.deepEqual(changes({ parameters: [page] }, { parameters: [{ ...page, required: true }] }), [
      'breaking: GET /: The query parameter "page" is required now.',
    ]);
    assert.deepEqual(changes({}, { parameters: [page] }), ['GET /: The query parameter "page" is new.']);
    const body = { content: { "application/json": { schema: user } }, required: true };
    assert.deepEqual(changes({}, { requestBody: body }), [
      "breaking: GET /: The request body can be application/json now.",
      "breaking: GET /: The request body is required now.",
    ]);
  });

  it("break clients where an operation or an answer goes", () => {
    const before = documentOf({});
    assert.deepEqual(
      compareDocuments(before, { ...before, paths: {} }).map(({ message, isBreaking }) => ({ message, isBreaking })),
      [{ message: "The operation is gone.", isBreaking: true }],
    );
    assert.deepEqual(
      changes({ responses: { 200: { description: "OK" } } }, { responses: { 204: { description: "-" } } }),
      ["breaking: GET /: The answer 200 is gone.", "GET /: The answer 204 is new."],
    );
  });

  it("are found in components that hold themselves", () => {
    const node = (value: JsonSchema): OpenApiDocument => ({
      ...documentOf(answering({ $ref: "#/components/schemas/Node" })),
      components: {
        schemas: { Node: { type: "object", properties: { next: { $ref: "#/components/schemas/Node" }, value } } },
      },
    });
    const changed = compareDocuments(node({ type: "string" }), node({ type: "number" }));
    assert.deepEqual(
      changed.map(({ message }) => message),
      ["The answer 200, .value is number instead of string."],
    );
  });
});

function changes(before: Partial<Operation>, after: Partial<Operation>): string[] {
  return compareDocuments(documentOf(before), documentOf(after)).map(
    ({ operation, message, isBreaking }) => `${isBreaking ? "breaking: " : ""}${operation}: ${message}`,
  );
}

function answering(schema: JsonSchema): Partial<Operation> {
  return { responses: { 200: { description: "OK", content: { "application/json": { schema } } } } };
}

function documentOf(operation: Partial<Operation>): OpenApiDocument {
  const responses = { 200: { description: "OK" } };
  return {
    openapi: "3.1.1",
    info: { title: "Shop", version: "1.0.0" },
    paths: { "/": { get: { operationId: "root", responses, ...operation } } },
  };
}
