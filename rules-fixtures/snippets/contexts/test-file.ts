// @valid
// @filename: page.test.ts
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

describe("page", () => {
  it("is not empty", () => {
    if (readFileSync("page.html", "utf8") === "") throw new Error("empty");
  });
});
