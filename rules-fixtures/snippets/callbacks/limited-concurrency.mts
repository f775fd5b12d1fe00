import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pLimit from "p-limit";
import pMap from "p-map";

const limit = pLimit(4);

createServer(async (_request, response) => {
  const heads = await pMap(["a", "b"], async (name) => readFileSync(`${name}.head`, "utf8"));
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  const body = await limit(async () => readFileSync("body.html", "utf8"));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  response.end(heads.join("") + body);
});
