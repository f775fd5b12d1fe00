import assert from "node:assert/strict";
import { difference } from "./equivalence.js";

const rooted = (schema: unknown) => ({ schema, document: schema });

describe("equivalence of schemas", () => {
  it("does not see how a schema is cut into definitions", () => {
    const one = {
      properties: { a: { $ref: "#/definitions/A" } },
      type: "object",
      definitions: { A: { type: "string" } },
    };
    const other = { type: "object", properties: { a: { type: "string" } } };
    assert.equal(difference(rooted(one), rooted(other)), undefined);
  });

  it("reads tuples of draft 7 and of 2020-12", () => {
    const draft7 = { type: "array", items: [{ type: "string" }, { type: "number" }], minItems: 2, maxItems: 2 };
    const current = { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], minItems: 2, items: false };
    assert.equal(difference(rooted(draft7), rooted(current)), undefined);
  });

  it("takes a list of types for a union, and an enum for constants", () => {
    const one = { anyOf: [{ type: "string" }, { const: 1 }, { type: "null" }] };
    const other = { anyOf: [{ type: ["null", "string"] }, { type: "number", enum: [1] }] };
    assert.equal(difference(rooted(one), rooted(other)), undefined);
  });

  it("compares schemas that hold themselves", () => {
    const one = { type: "object", properties: { next: { $ref: "#" } } };
    const other = { type: "object", properties: { next: { type: "object", properties: { next: { $ref: "#" } } } } };
    assert.equal(difference(rooted(one), rooted(other)), undefined);
  });

  it("says where two schemas differ", () => {
    const one = { type: "object", properties: { a: { type: "string", minLength: 1 } }, required: ["a"] };
    const other = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };
    assert.equal(difference(rooted(one), rooted(other)), "/properties/a/minLength: 1 and nothing");
    assert.equal(difference(rooted(one), rooted({ ...one, required: [] })), '/required: ["a"] and nothing');
  });
});
