// @filename: app/(shop)/api/users/[id]/route.ts
import { readFileSync } from "node:fs";
import { type NextRequest, NextResponse } from "next/server";
import { audited } from "../../../../../lib/audited";

export async function GET(request: NextRequest) {
  return NextResponse.json(readFileSync(`users/${request.nextUrl.pathname}.json`, "utf8"));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/users/[id] → GET → fs.readFileSync
}

export const POST = audited(() => {
  return NextResponse.json(readFileSync("users/new.json", "utf8"));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /api/users/[id] → fs.readFileSync
});

function remove() {
  return NextResponse.json(readFileSync("users/none.json", "utf8"));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: DELETE /api/users/[id] → remove → fs.readFileSync
}

export { remove as DELETE };
// @filename: lib/audited.ts
export function audited(handler: () => Response): () => Response {
  return () => {
    console.log("called");
    return handler();
  };
}
