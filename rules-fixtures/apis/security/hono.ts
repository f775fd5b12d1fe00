import { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
const app = new Hono();
app.use("/hono/admin/*", bearerAuth({ token: "t" }));
app.get("/hono/admin/users", (c) => c.json([]));
app.get("/hono/open", (c) => c.text("open"));
export default app;
