// @filename: plugins/features.ts
import { readFileSync } from "node:fs";

export default defineNuxtPlugin(() => ({ provide: { features: readFileSync("features.json", "utf8") } }));
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: Nuxt plugin → fs.readFileSync
