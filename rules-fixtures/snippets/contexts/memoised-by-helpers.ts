import { readFileSync, statSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { memoize, once } from "lodash";
import pMemoize from "p-memoize";

const layout = once(() => readFileSync("layout.html", "utf8"));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once

const pages = memoize(() => readdirSync("pages"));
//                          ^^^^^^^^^^^^^^^^^^^^ once

/** Kept per argument: a new one blocks again. */
const size = memoize((name: string) => statSync(name).size);
//                                     ^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync

const text = pMemoize(async (name: string) => readFileSync(name, "utf8"));
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync

createServer(async (request, response) => {
  const name = request.url ?? "";
  response.end(layout() + pages().join() + String(size(name)) + (await text(name)));
});
