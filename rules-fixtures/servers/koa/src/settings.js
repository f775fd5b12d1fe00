import { existsSync, readFileSync } from "node:fs";

const file = new URL("../data/museum.json", import.meta.url);

/** Read when the module is loaded. */
export const settings = {
  port: Number(process.env.PORT ?? 3000),
  ...(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}),
};
