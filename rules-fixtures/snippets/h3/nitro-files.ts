// @filename: server/api/users/[id].get.ts
import { readFileSync } from "node:fs";

// Imported by the bundler.
export default defineEventHandler((event) => readFileSync(`users/${getRouterParam(event, "id")}.json`, "utf8"));
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/users/[id] → fs.readFileSync
// @filename: server/api/reports/index.ts
import { readFileSync } from "node:fs";
import { eventHandler } from "h3";

export default eventHandler(() => readFileSync("reports.csv", "utf8"));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: ALL /api/reports → fs.readFileSync
// @filename: server/routes/sitemap.xml.ts
import { readFileSync } from "node:fs";

export default cachedEventHandler(() => readFileSync("sitemap.xml", "utf8"), { maxAge: 60 });
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: ALL /sitemap.xml → fs.readFileSync
// @filename: server/middleware/session.ts
import { readFileSync } from "node:fs";

export default defineEventHandler(() => {
  readFileSync("session.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → fs.readFileSync
});
// @filename: server/plugins/settings.ts
import { readFileSync } from "node:fs";

export default defineNitroPlugin((application) => {
  const settings = readFileSync("settings.json", "utf8");
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  application.hooks.hook("error", (error) => console.log(settings, error));
});
// @filename: server/tasks/clean.ts
import { rmSync } from "node:fs";

export default defineTask({
  meta: { name: "clean" },
  run() {
    rmSync("tmp", { recursive: true });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: task clean → run → fs.rmSync
    return { result: "done" };
  },
});
// @filename: server/utils/users.ts
import { readFileSync } from "node:fs";

// Nobody calls it.
export default () => readFileSync("users.json", "utf8");
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
