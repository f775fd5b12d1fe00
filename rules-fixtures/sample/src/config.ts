import { existsSync, readFileSync } from "node:fs";
import { inProject } from "./paths.js";

export interface Config {
  readonly port: number;
  readonly title: string;
}

/** Read once, before the server listens: nobody waits. */
export function readConfig(): Config {
  const local = inProject("config.local.json");
  return JSON.parse(readFileSync(existsSync(local) ? local : inProject("config.json"), "utf8")) as Config;
}
