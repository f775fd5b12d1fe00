/** `npm run fuzz`: spoiled sources by the thousand. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.js";
import { inputOf } from "./inputs.js";

const USAGE = `Usage: npm run fuzz -- [--inputs N] [--seed S] [--first N] [--files DIRECTORY]… [--show]

  --inputs N         how many (10000); the long run has 100000
  --seed S           which ones (1)
  --first N          number of the first one (0), to look at a single one again: --first 4711 --inputs 1 --show
  --files DIRECTORY  spoils the sources below a directory besides the fixtures; may be given several times
  --show             prints the texts

Every input is analysed, fixed and described. Exits 1 when one of them throws, hangs, or comes out differently
when it is read by a project that is opened anew.`;

const SNIPPETS = fileURLToPath(new URL("../../snippets", import.meta.url));
const SOURCE = /\.[cm]?[jt]sx?$/u;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      inputs: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      first: { type: "string", default: "0" },
      files: { type: "string", multiple: true, default: [] },
      show: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const [inputs, seed, first] = [Number(values.inputs), Number(values.seed), Number(values.first)];
  if (values.help || ![inputs, seed, first].every((number) => Number.isInteger(number) && number >= 0)) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const from = process.env["INIT_CWD"] ?? ".";
  const files = [SNIPPETS, ...values.files.map((directory) => path.resolve(from, directory))].flatMap(sourcesBelow);
  const corpus = { seed, files };
  if (values.show)
    for (let number = first; number < first + inputs; number++) console.log(number, inputOf(corpus, number));
  const failures = await fuzz(
    { corpus, first, end: first + inputs, compareEvery: 20 },
    {
      onBegin: (number) => {
        if ((number - first) % 1000 === 0 && number > first) console.error(`${number - first} of ${inputs}`);
      },
      onFailure: ({ number, reason }) => {
        console.log(`✗ input ${number} of seed ${seed}: ${reason}`);
      },
    },
  );
  console.log(`${inputs} inputs of ${files.length} files, seed ${seed}: ${failures.length} failed`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function sourcesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => SOURCE.test(name) && !name.includes("node_modules"))
    .sort()
    .map((name) => path.join(directory, name));
}

await main();
