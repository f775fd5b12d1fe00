// @filename: app/api/orders/route.ts
import { appendFileSync } from "node:fs";
import { after, NextResponse } from "next/server";

export async function POST() {
  after(() => {
    appendFileSync("orders.log", "ordered");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /api/orders → POST → fs.appendFileSync
  });
  return NextResponse.json({});
}
