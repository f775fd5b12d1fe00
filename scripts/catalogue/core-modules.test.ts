/** The catalogue agrees with the installed `@types/node`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { root } from "../checks/root.js";
import { generateCoreModules, readCoreTypes } from "./core-modules.js";
import { readCatalogue } from "./counts.js";

describe("catalogue of Node's core", () => {
  it("is what npm run catalogue:generate would write", () => {
    const committed = readFileSync(new URL("engine/catalogue/node/generated.ts", root), "utf8");
    assert.equal(committed, generateCoreModules());
  });

  it("names only members and twins that @types/node declares", async () => {
    const core = readCoreTypes();
    const catalogue = await readCatalogue();
    const named = catalogue.flatMap(({ module, rows }) =>
      rows.flatMap(({ member, twin }) => [{ module, member }, ...(twin === undefined ? [] : [twin])]),
    );
    const unknown = named
      .filter(({ module }) => module.startsWith("node:"))
      .filter(({ module, member }) => !core.has(module, member.replace(/^new /, "")));
    assert.deepEqual(unknown, []);
  });
});
