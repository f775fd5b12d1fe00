import { readFileSync, watch } from "node:fs";

let config = readFileSync("config.json", "utf8");
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup

watch("config.json", () => {
  config = readFileSync("config.json", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: watch listener → fs.readFileSync
});

export const current = (): string => config;
