import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { zValidator } from "@hono/zod-validator";
import { describeRoute, resolver } from "hono-openapi";
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

const Book = z.object({ id: z.string(), title: z.string() });
const shelves = new OpenAPIHono();
const put = createRoute({
  method: "put",
  path: "/shelves/{id}",
  request: {
    params: z.object({ id: z.string().uuid() }),
    headers: z.object({ "x-floor": z.string() }),
    body: { content: { "application/json": { schema: z.array(Book) } } },
  },
  responses: {
    200: { description: "What stands there now", content: { "application/json": { schema: z.array(Book) } } },
    204: { description: "Nothing does" },
  },
});
shelves.openapi(put, (c) => c.json([]));
shelves.get(
  "/shelves",
  describeRoute({ responses: { 206: { description: "Some", content: { "text/csv": { schema: resolver(Book) } } } } }),
  (c) => c.text("", 206),
);
shelves.get("/shelves/secret", describeRoute({ hide: true }), (c) => c.text("x"));
app.route("/", shelves);
