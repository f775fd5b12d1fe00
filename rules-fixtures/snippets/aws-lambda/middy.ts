// @only: untyped because the package is not installed here
import { readFileSync } from "node:fs";
import middy from "@middy/core";

async function show(event) {
  return { statusCode: 200, body: readFileSync(event.path, "utf8") };
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: Lambda function → show → fs.readFileSync
}

export const handler = middy()
  .use({ before: () => { readFileSync("session.json"); } })
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: before middleware → before → fs.readFileSync
  .handler(show);

export const report = middy(async () => readFileSync("report.csv", "utf8"));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: Lambda function → fs.readFileSync
