import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { zValidator } from "@hono/zod-validator";
import { z } from "zod";
const app = new Hono().basePath("/api");
const Query = z.object({ page: z.coerce.number().int().min(1).default(1), q: z.string().optional() });
app.get("/books", zValidator("query", Query), (c) => c.json({ books: [] as { id: string; title: string }[] }));
app.post(
  "/books",
  zValidator("json", z.object({ title: z.string().min(1), tags: z.array(z.string()).max(5) })),
  async (c) => {
    return c.json({ id: "1" }, 201);
  },
);
app.get("/books/:id{[0-9]+}", (c) => {
  const id = c.req.param("id");
  if (id === "0") throw new HTTPException(403, { message: "no" });
  if (id === "1") return c.json({ error: "not found" }, 404);
  return c.text("x");
});
app.delete("/books/:id", (c) => c.body(null, 204));
app.put("/books/:id", async (c) => {
  const body = await c.req.json<{ title: string }>();
  return c.json(body);
});
app.get("/go", (c) => c.redirect("/x"));
