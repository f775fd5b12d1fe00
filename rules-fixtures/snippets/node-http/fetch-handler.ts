import { readFileSync } from "node:fs";

export async function GET(request: Request): Promise<Response> {
  return new Response(readFileSync(`pages${new URL(request.url).pathname}`));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: fetch handler GET → GET → fs.readFileSync
}
