import { readFileSync, statfsSync } from "node:fs";
import chokidar from "chokidar";
import { Gauge } from "prom-client";

export const free = new Gauge({
  name: "disk_free",
  help: "Free blocks.",
  collect() {
    this.set(statfsSync("/").bfree);
//           ^^^^^^^^^^^^^^^ no-sync-io definite: metric disk_free → collect → fs.statfsSync
  },
});

chokidar
  .watch("templates")
  .on("ready", () => {
    readFileSync("templates/index.html");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  })
  .on("change", (file) => {
    readFileSync(file);
//  ^^^^^^^^^^^^^^^^^^ no-sync-io definite: file watcher "change" → fs.readFileSync
  });
