import { type NextRequest, NextResponse } from "next/server";
import { stamp } from "./lib/marks";

export function proxy(request: NextRequest): NextResponse {
  const key = stamp(request.headers.get("x-api-key") ?? "");
  return key.length === 32 ? NextResponse.next() : NextResponse.json({ error: "no key" }, { status: 401 });
}

export const config = { matcher: "/api/admin" };
