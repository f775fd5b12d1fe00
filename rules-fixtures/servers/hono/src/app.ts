import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { config } from "./config.js";
import { apiKey } from "./middleware/api-key.js";
import { exports_ } from "./routes/exports.js";
import { menus } from "./routes/menus.js";
import { recipes } from "./routes/recipes.js";
import { report } from "./services/incidents.js";

export const app = new Hono();

app.use("/admin/*", apiKey());
app.get("/", (c) => c.text(config.menu));
app.get("/admin/status", (c) => c.json({ key: c.get("keyHash").slice(0, 4).length }));

app.route("/recipes", recipes);
app.route("/menus", menus);
app.route("/export", exports_);

app.notFound((c) => c.json({ error: "not found" }, 404));
app.onError((error, c) => {
  const status = error instanceof HTTPException ? error.status : 500;
  return c.json({ error: error.message, incident: report(error) }, status);
});
