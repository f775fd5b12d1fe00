/** Writes the rules' pages; with `--check`, only says which are stale. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generatedPages, ruleTable } from "../../eslint-plugin/dist/pages/generated-pages.js";

const root = path.resolve(import.meta.dirname, "../..");
const isCheck = process.argv.includes("--check");

const pages = new Map(await generatedPages());
pages.set("eslint-plugin/README.md", withTable(read("eslint-plugin/README.md") ?? "", ruleTable("../docs/rules")));

const stale = [...pages].filter(([file, text]) => read(file) !== text).map(([file]) => file);
const orphans = readdirSync(path.join(root, "docs/rules"))
  .map((name) => `docs/rules/${name}`)
  .filter((file) => !pages.has(file));

if (isCheck) {
  for (const file of stale) console.error(`${file} is stale: run \`npm run docs:generate\`.`);
  for (const file of orphans) console.error(`${file} belongs to no rule: remove it.`);
  process.exitCode = stale.length + orphans.length === 0 ? 0 : 1;
} else {
  for (const file of stale) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), pages.get(file) ?? "");
    console.log(`wrote ${file}`);
  }
}

function read(file) {
  try {
    return readFileSync(path.join(root, file), "utf8").replaceAll("\r\n", "\n");
  } catch {
    return undefined;
  }
}

function withTable(text, table) {
  return text.replace(/(<!-- begin rules -->\n)[^]*(\n<!-- end rules -->)/, (_, begin, end) => begin + table + end);
}
