import assert from "node:assert/strict";
import { contentHash } from "./content-hash.js";

describe("contentHash", () => {
  it("is the same for the same text, and another for one changed character", () => {
    assert.equal(contentHash("const a = 1;\n"), contentHash("const a = 1;\n"));
    assert.notEqual(contentHash("const a = 1;\n"), contentHash("const a = 2;\n"));
  });

  it("tells a hundred thousand similar texts apart", () => {
    const hashes = new Set(
      Array.from({ length: 100_000 }, (_unused, index) => contentHash(`export const value${String(index)} = 0;`)),
    );
    assert.equal(hashes.size, 100_000);
  });
});
