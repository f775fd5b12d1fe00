import { readFileSync } from "node:fs";

export default {
  fetch(): Response {
    return new Response(readFileSync("index.html"));
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: HTTP request → fetch → fs.readFileSync
  },
};
