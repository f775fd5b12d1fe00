import { readFileSync } from "node:fs";
import { z } from "zod";

const HOUR = 3_600_000;

const schema = z.object({
  PORT: z.coerce.number().default(3000),
  COUNT_EVERY: z.coerce.number().default(HOUR),
  PRINT_EVERY: z.coerce.number().default(HOUR),
});

function readConfig() {
  const environment = schema.parse(process.env);
  return {
    port: environment.PORT,
    countEvery: environment.COUNT_EVERY,
    printEvery: environment.PRINT_EVERY,
    menu: readFileSync(new URL("../data/menu.txt", import.meta.url), "utf8"),
  };
}

export const config = readConfig();
