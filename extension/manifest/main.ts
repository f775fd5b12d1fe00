/** `npm run settings:generate` and `npm run settings:check`: keeps the settings in step with the rules. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../packaging/root.js";
import { withSettings, withTable, withTexts } from "./generate.js";

const json = (change: (parsed: Readonly<Record<string, unknown>>) => unknown) => (text: string) =>
  `${JSON.stringify(change(JSON.parse(text) as Readonly<Record<string, unknown>>), undefined, 2)}\n`;

const generated = {
  "package.json": json(withSettings),
  "package.nls.json": json(withTexts),
  "extension/README.md": withTable,
};

for (const [name, change] of Object.entries(generated)) {
  const file = path.join(root, name);
  const text = readFileSync(file, "utf8");
  const wanted = change(text);
  if (text === wanted) continue;
  if (process.argv[2] === "generate") {
    writeFileSync(file, wanted);
    console.log(`wrote ${name}`);
  } else {
    console.error(`The settings in ${name} are stale: run npm run settings:generate.`);
    process.exitCode = 1;
  }
}
