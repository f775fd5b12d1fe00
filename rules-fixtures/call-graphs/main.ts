/** `npm run fixes:programs`: fixes many random programs across functions, and runs each before and after. */
import { parseArgs } from "node:util";
import { checkPrograms } from "./check.js";

const USAGE = `Usage: npm run fixes:programs -- [--runs COUNT] [--seed NUMBER]

  --runs COUNT   how many programs: 1000
  --seed NUMBER  which ones

Exits 1 with the smallest program that does something else when it is fixed, has an error of types, or still blocks.`;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(USAGE);
else {
  console.error(`seed ${values.seed}`);
  try {
    const { fixed, refused } = await checkPrograms(Number(values.runs), Number(values.seed));
    console.log(`${String(fixed)} programs are fixed, and do what they did.`);
    for (const [reason, count] of [...refused].sort(([, one], [, other]) => other - one)) {
      console.log(`${String(count).padStart(6)} refused: ${reason}`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
