// @valid
// Set-up of a router is start-up, and what is not a procedure's function is nobody's handler.
import { readFileSync } from "node:fs";
import { initTRPC } from "@trpc/server";

const t = initTRPC.create();
const version = readFileSync("version.txt", "utf8");

function makeRouter(): ReturnType<typeof t.router> {
  const banner = readFileSync("banner.txt", "utf8");
  return t.router({ banner: t.procedure.query(() => banner), version: t.procedure.query(() => version) });
}

export const router = makeRouter();
