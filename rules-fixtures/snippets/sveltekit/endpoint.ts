// @filename: src/routes/(shop)/api/users/[id]/+server.ts
import { readFileSync } from "node:fs";
import { json, type RequestHandler } from "@sveltejs/kit";

export const GET: RequestHandler = ({ params }) => {
  return json(readFileSync(`users/${String(params.id)}.json`, "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/users/[id] → GET → fs.readFileSync
};

export async function fallback({ request }: { request: Request }) {
  return new Response(request.method + readFileSync("fallback.html", "utf8"));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: ALL /api/users/[id] → fallback → fs.readFileSync
}
// @filename: src/lib/users.ts
import { readFileSync } from "node:fs";

// No route file.
export const GET = () => readFileSync("users.json", "utf8");
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
