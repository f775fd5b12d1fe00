/** `npm run openapi:pairs -- DIR`: types read as JSON Schema, beside what ts-json-schema-generator's authors expect. */
import { resolve } from "node:path";
import { difference } from "@loopguard/rules-fixtures/dist/schemas/equivalence.js";
import { exceptions } from "./exceptions.js";
import { type Pair, readPairs } from "./pairs.js";

const USAGE = `Usage: npm run openapi:pairs -- DIR

  DIR  test/valid-data of a checkout of vega/ts-json-schema-generator

Exits 1 when a pair differs that is no known exception, or an exception is none any more.`;

function main(): void {
  const [folder] = process.argv.slice(2);
  if (folder === undefined || folder === "--help") {
    console.log(USAGE);
    process.exitCode = folder === undefined ? 2 : 0;
    return;
  }
  // npm runs scripts in the package's folder; paths are meant from where the person stands.
  const pairs = readPairs(resolve(process.env["INIT_CWD"] ?? ".", folder));
  if (pairs.length === 0) {
    console.error(`There are no pairs in ${folder}.\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const judged = pairs.map((pair) => ({ pair, difference: differenceOf(pair), reason: exceptions[pair.name] }));
  const unexplained = judged.filter((one) => one.difference !== undefined && one.reason === undefined);
  for (const { pair, difference: found } of unexplained) console.log(`${pair.name} (${pair.type})\n  ${found ?? ""}`);
  const differing = new Set(judged.flatMap((one) => (one.difference === undefined ? [] : [one.pair.name])));
  const folders = new Set(pairs.map(({ name }) => name));
  const stale = Object.keys(exceptions).filter((name) => folders.has(name) && !differing.has(name));
  for (const name of stale) console.log(`${name} is no exception any more.`);
  const equivalent = folders.size - differing.size;
  const asides = [...differing].filter((name) => exceptions[name] && exceptions[name].is !== "otherwise").length;
  console.log(`${equivalent} of ${folders.size} pairs are equivalent (${percent(equivalent, folders.size)}).`);
  console.log(
    `Of the ${folders.size - asides} that expect what JSON carries of the type: ${percent(equivalent, folders.size - asides)}.`,
  );
  for (const [name, { is, because }] of Object.entries(exceptions)) {
    if (differing.has(name)) console.log(`  ${is.padEnd(12)} ${name}: ${because}`);
  }
  process.exitCode = unexplained.length + stale.length > 0 ? 1 : 0;
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)} %`;
}

function differenceOf(pair: Pair): string | undefined {
  const components = { components: { schemas: pair.read.components } };
  return difference(
    { schema: pair.read.schema, document: components },
    { schema: pair.expected, document: pair.document },
  );
}

main();
