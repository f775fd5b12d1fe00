/** A short run; `npm run fuzz` is the long one. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { fuzz } from "./fuzz.js";
import { inputOf } from "./inputs.js";

const SNIPPETS = fileURLToPath(new URL("../../snippets", import.meta.url));
const files = readdirSync(SNIPPETS, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.[jt]sx?$/u.test(name))
  .sort()
  .map((name) => path.join(SNIPPETS, name));

describe("spoiled sources", function () {
  this.timeout(120_000);
  const corpus = { seed: 20_261_121, files };

  it("are analysed, fixed and described without a throw or a hang, with the same result each time", async () => {
    assert.deepEqual(await fuzz({ corpus, first: 0, end: 80, compareEvery: 40 }), []);
  });

  it("are the same for the same seed, and others for another", () => {
    const texts = (seed: number) => Array.from({ length: 20 }, (_, number) => inputOf({ seed, files }, number));
    assert.deepEqual(texts(1), texts(1));
    assert.notDeepEqual(texts(1), texts(2));
  });
});
