/** `npm run catalogue:generate` and `npm run catalogue:check`: keeps the catalogue in step with Node's core. */
import { readFileSync, writeFileSync } from "node:fs";
import { root } from "../checks/root.js";
import { generateCoreModules } from "./core-modules.js";
import { countByKind, readCatalogue } from "./counts.js";

const generated = new URL("engine/catalogue/node/generated.ts", root);
const wanted = generateCoreModules();

if (process.argv[2] === "generate") {
  writeFileSync(generated, wanted);
} else {
  const isFresh = readFileSync(generated, "utf8") === wanted;
  if (!isFresh) {
    console.error("engine/catalogue/node/generated.ts is stale: run npm run catalogue:generate.");
    process.exitCode = 1;
  }
  const catalogue = await readCatalogue();
  for (const [kind, count] of countByKind(catalogue)) console.log(`${kind.padEnd(8)} ${count} rows`);
  console.log(`${catalogue.length} modules`);
}
