import { readFileSync } from "node:fs";
import { oc } from "@orpc/contract";
import { implement } from "@orpc/server";

const os = implement({ planet: { list: oc } });

export const list = os.planet.list
  .use(({ next }) => {
    readFileSync("session.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: oRPC middleware → fs.readFileSync
    return next();
  })
  .handler(() => readFileSync("planets.json", "utf8"));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: oRPC handler → fs.readFileSync
