import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
const app = new Hono();
class QuotaError extends Error {
  override name = "QuotaError";
}
app.get("/hono/page", (c) => {
  if (c.req.query("page") === "0") throw new HTTPException(416);
  if (c.req.query("page") === "1") throw new QuotaError();
  return c.text("page");
});
app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse();
  if (error.name === "QuotaError") return c.json({ quota: 0 }, 429);
  return c.json({ error: error.message }, 500);
});
export default app;
