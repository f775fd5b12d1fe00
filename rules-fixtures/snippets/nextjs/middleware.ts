// @filename: src/middleware.ts
import { existsSync } from "node:fs";
import { NextResponse } from "next/server";

export function middleware() {
  return existsSync("maintenance") ? NextResponse.error() : NextResponse.next();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → middleware → fs.existsSync
}
// @filename: src/instrumentation.ts
import { readFileSync } from "node:fs";

export async function register() {
  process.env["LICENSE"] = readFileSync("LICENSE", "utf8");
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
}
// @filename: src/app/layout.tsx
export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en">{children}</html>;
}
