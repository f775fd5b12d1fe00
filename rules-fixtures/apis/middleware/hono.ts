import { Hono } from "hono";
import { authenticate } from "./hono-authentication.js";
const app = new Hono();
app.get("/hono/open", (c) => c.text("open"));
app.use("/hono/admin/*", authenticate);
app.use("/hono/one", async (c, next) => {
  if (!c.req.query("one")) return c.json({ error: "none" }, 409);
  await next();
});
const admin = new Hono();
admin.use(async (c, next) => {
  if (!c.req.query("admin")) return c.json({ error: "no admin" }, 403);
  await next();
});
admin.get("/users", (c) => c.json([{ id: 1 }]));
app.route("/hono/admin", admin);
app.get("/hono/one", (c) => c.text("one"));
app.get("/hono/one/more", (c) => c.text("more"));
export default app;
