import assert from "node:assert/strict";
import type { JsonSchema } from "../schema-reader.js";
import type { OpenApiDocument } from "./document.js";
import { inVersion } from "./versions.js";

describe("other versions of OpenAPI", () => {
  const cases: Readonly<Record<string, readonly [JsonSchema, object]>> = {
    "a type that may be null": [{ type: ["string", "null"] }, { type: "string", nullable: true }],
    "a component that may be null": [
      { anyOf: [{ $ref: "#/components/schemas/User" }, { type: "null" }] },
      { allOf: [{ $ref: "#/components/schemas/User" }], nullable: true },
    ],
    "a constant": [{ const: "admin" }, { enum: ["admin"] }],
    "an exclusive limit": [
      { type: "integer", exclusiveMinimum: 0 },
      { type: "integer", minimum: 0, exclusiveMinimum: true },
    ],
    "a tuple": [
      { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], items: false },
      { type: "array", items: { anyOf: [{ type: "string" }, { type: "number" }] }, minItems: 2, maxItems: 2 },
    ],
    "an example": [
      { type: "string", examples: ["ada"] },
      { type: "string", example: "ada" },
    ],
    "a property named like a keyword": [
      { type: "object", properties: { const: { type: ["integer", "null"] } } },
      { type: "object", properties: { const: { type: "integer", nullable: true } } },
    ],
    anything: [{}, {}],
  };
  for (const [name, [schema, expected]] of Object.entries(cases)) {
    it(`3.0 has ${name} in its own words`, () => {
      const { openapi, paths } = inVersion(documentWith(schema), "3.0");
      assert.equal(openapi, "3.0.4");
      assert.deepEqual(paths["/"]?.get?.responses["200"]?.content?.["application/json"]?.schema, expected);
    });
  }

  it("3.2 has operations of any method; the others leave them out", () => {
    const operation = { operationId: "purge", responses: { 204: { description: "No Content" } } };
    const document = { ...documentWith({}), paths: { "/cache": { purge: operation } } } as OpenApiDocument;
    assert.deepEqual(inVersion(document, "3.2").paths, { "/cache": { additionalOperations: { PURGE: operation } } });
    assert.deepEqual(inVersion(document, "3.1").paths, {});
  });
});

function documentWith(schema: JsonSchema): OpenApiDocument {
  const responses = { 200: { description: "OK", content: { "application/json": { schema } } } };
  return {
    openapi: "3.1.1",
    info: { title: "Shop", version: "1.0.0" },
    paths: { "/": { get: { operationId: "root", responses } } },
  };
}
