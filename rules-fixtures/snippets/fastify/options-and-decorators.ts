import { readFileSync } from "node:fs";
import Fastify from "fastify";

const app = Fastify({ genReqId: () => readFileSync("/proc/sys/kernel/random/uuid", "utf8") });
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: genReqId function → genReqId → fs.readFileSync

app.decorateRequest("tenant", { getter: () => readFileSync("tenant.json", "utf8") });
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: decorator tenant → getter → fs.readFileSync

app.setNotFoundHandler({ preHandler: async () => void readFileSync("session.json") }, async () => {
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: not-found handler → preHandler → fs.readFileSync
  return readFileSync("not-found.html", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: not-found handler → fs.readFileSync
});
