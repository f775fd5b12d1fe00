import { readFileSync } from "node:fs";

export const config: unknown = JSON.parse(readFileSync("config.json", "utf8"));
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
