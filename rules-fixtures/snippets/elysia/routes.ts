import { readFileSync } from "node:fs";
import { Elysia } from "elysia";

new Elysia()
  .onRequest(() => {
    readFileSync("blocked.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: onRequest hook → fs.readFileSync
  })
  .derive(() => ({ features: readFileSync("features.json", "utf8") }))
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: derive hook → fs.readFileSync
  .get("/terms", () => readFileSync("terms.html", "utf8"))
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
  .post("/users/:id", ({ params: { id } }) => readFileSync(`users/${id}.json`, "utf8"), {
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /users/:id → fs.readFileSync
    beforeHandle: () => {
      readFileSync("permissions.json");
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /users/:id → beforeHandle → fs.readFileSync
    },
  })
  .route("REPORT", "/reports", () => readFileSync("reports.csv", "utf8"))
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: REPORT /reports → fs.readFileSync
  .onError(({ error }) => String(error) + readFileSync("error.html", "utf8"))
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: onError hook → fs.readFileSync
  .listen(3000, () => {
    console.log(readFileSync("banner.txt", "utf8"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  });
