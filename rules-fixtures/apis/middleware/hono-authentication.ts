import { createMiddleware } from "hono/factory";
export const authenticate = createMiddleware(async (c, next) => {
  if (!c.req.query("token")) return c.json({ error: "no token" }, 401);
  await next();
});
