import { createServer } from "node:http";

/**
 * Calls into a native addon.
 *
 * @blocking
 */
function scan(text: string): number {
  return text.length;
}

createServer((request, response) => {
  response.end(String(scan(request.url ?? "")));
//                    ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → scan
});
