// @filename: proxy/nitro.config.ts
export default defineNitroConfig({ compressPublicAssets: true });
// @filename: proxy/routes/terms.ts
import { readFileSync } from "node:fs";

export default eventHandler(() => readFileSync("terms.html", "utf8"));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: ALL /terms → fs.readFileSync
// @filename: proxy/api/users/[id].delete.ts
import { rmSync } from "node:fs";
import { defineHandler } from "nitro/h3";

export default defineHandler((event) => rmSync(`users/${event.context.params.id}.json`));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: DELETE /api/users/[id] → fs.rmSync
