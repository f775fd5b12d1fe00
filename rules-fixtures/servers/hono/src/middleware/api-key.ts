import { pbkdf2Sync } from "node:crypto";
import { createMiddleware } from "hono/factory";
import { HTTPException } from "hono/http-exception";

declare module "hono" {
  interface ContextVariableMap {
    keyHash: string;
  }
}

/** Hashes the caller's key, and lets nobody in without one. */
export const apiKey = () =>
  createMiddleware(async (c, next) => {
    const key = c.req.header("x-api-key");
    if (key === undefined) throw new HTTPException(401, { message: "no key" });
    c.set("keyHash", pbkdf2Sync(key, "recipes", 800_000, 16, "sha256").toString("hex"));
    await next();
  });
