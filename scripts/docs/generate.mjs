/** Writes the pages of the rules and the frameworks, and the schema and the settings of the configuration; with `--check`, only says which are stale. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { configurationSchema, frameworks } from "../../engine/dist/index.js";
import { generatedPages, ruleTable, sampleOutput } from "../../eslint-plugin/dist/pages/generated-pages.js";
import { frameworkPages } from "../dist/docs/framework-pages.js";

const root = path.resolve(import.meta.dirname, "../..");
const isCheck = process.argv.includes("--check");

const pages = new Map([...(await generatedPages()), ...frameworkPages(frameworks)]);
const readme = withPart(read("eslint-plugin/README.md") ?? "", "rules", ruleTable("../docs/rules"));
pages.set("eslint-plugin/README.md", withPart(readme, "output", await sampleOutput("no-sync-cpu")));
pages.set("engine/schema/loopguard.config.json", `${JSON.stringify(configurationSchema, undefined, 2)}\n`);
pages.set("docs/configuration.md", withPart(read("docs/configuration.md") ?? "", "settings", settingsTable()));

const stale = [...pages].filter(([file, text]) => read(file) !== text).map(([file]) => file);
const orphans = ["docs/rules", "docs/frameworks"]
  .flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`))
  .filter((file) => !pages.has(file));

if (isCheck) {
  for (const file of stale) console.error(`${file} is stale: run \`npm run docs:generate\`.`);
  for (const file of orphans) console.error(`${file} belongs to no rule and no framework: remove it.`);
  process.exitCode = stale.length + orphans.length === 0 ? 0 : 1;
} else {
  for (const file of stale) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), pages.get(file) ?? "");
    console.log(`wrote ${file}`);
  }
}

/** One row per setting of the configuration. */
function settingsTable() {
  const rows = Object.entries(configurationSchema.properties).map(
    ([name, { description }]) => `| \`${name}\` | ${description} |`,
  );
  return ["| setting | |", "| --- | --- |", ...rows].join("\n");
}

function read(file) {
  try {
    return readFileSync(path.join(root, file), "utf8").replaceAll("\r\n", "\n");
  } catch {
    return undefined;
  }
}

/** Replaces what stands between the two comments that name the part. */
function withPart(text, name, part) {
  const [begin, end] = [`<!-- begin ${name} -->\n`, `\n<!-- end ${name} -->`];
  const start = text.indexOf(begin) + begin.length;
  const stop = text.indexOf(end);
  if (start < begin.length || stop < start) throw new Error(`The comments around the part "${name}" are missing.`);
  return text.slice(0, start) + part + text.slice(stop);
}
