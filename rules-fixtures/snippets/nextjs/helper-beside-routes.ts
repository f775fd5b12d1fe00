// @valid
// @filename: app/api/users/queries.ts
import { readFileSync } from "node:fs";
import type { NextRequest } from "next/server";

export function GET(request: NextRequest) {
  return readFileSync(request.url, "utf8");
}
// @filename: lib/middleware.ts
import { readFileSync } from "node:fs";

export function middleware() {
  return readFileSync("terms.md", "utf8");
}
