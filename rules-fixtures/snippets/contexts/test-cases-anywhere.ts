import { readFileSync } from "node:fs";
import { it } from "node:test";

it("has a layout", () => {
  if (readFileSync("layout.html", "utf8") === "") throw new Error("empty");
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
});
