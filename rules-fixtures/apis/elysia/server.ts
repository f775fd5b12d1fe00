import { serve } from "@hono/node-server";
import { Elysia, redirect, status, t } from "elysia";

const Book = t.Object({
  id: t.String(),
  title: t.String({ minLength: 1 }),
  pages: t.Optional(t.Integer({ minimum: 1 })),
});

const books = new Map([["1", { id: "1", title: "Dubliners", pages: 152 }]]);

const api = new Elysia({ prefix: "/books" })
  .get("/", ({ query }) => ({ books: [...books.values()].slice(0, query.limit) }), {
    query: t.Object({ limit: t.Numeric({ minimum: 1, default: 10 }) }),
    detail: { summary: "List books", tags: ["Library"] },
  })
  .get(
    "/:id",
    ({ params: { id }, status }) => {
      const book = books.get(id);
      if (!book) return status(404, { error: `no book ${id}` });
      return book;
    },
    { response: { 200: Book, 404: t.Object({ error: t.String() }) } },
  )
  .post(
    "/",
    ({ body, set }) => {
      set.status = 201;
      return { id: "2", ...body };
    },
    { body: t.Omit(Book, ["id"]) },
  )
  .delete("/:id", ({ params }) => {
    if (!books.has(params.id)) throw status(410);
    return status(204);
  });

const reports = new Elysia()
  .get("/old-report", () => redirect("https://library.example/report"))
  .get("/report", ({ headers, status }) => {
    if (headers["x-api-key"] !== "secret") return status(401, "who are you?");
    return "All is well.";
  })
  .get("/cover", () => new Response(new Uint8Array([1, 2, 3]), { headers: { "content-type": "image/png" } }))
  .get("/version", "1.2.3")
  .derive(() => ({ reader: { name: "Ada" } }))
  .get("/reader", ({ reader }) => reader)
  .patch("/reader", ({ body }) => ({ name: body }), { body: t.String(), beforeHandle: () => undefined });

const shelves = new Elysia()
  .model({ Shelf: t.Object({ room: t.String(), height: t.Number({ maximum: 3 }) }) })
  .guard({ headers: t.Object({ "x-floor": t.Numeric() }) }, (app) =>
    app.post("/shelves", ({ body, headers }) => ({ ...body, floor: headers["x-floor"] }), { body: "Shelf" }),
  );

const keys = new Elysia({ name: "keys" })
  .model({ Note: t.Object({ text: t.String() }) })
  .derive({ as: "scoped" }, ({ headers, status }) =>
    headers["x-note-key"] === undefined ? status(403, "no key") : { key: headers["x-note-key"] },
  )
  .derive(({ status }) => status(418, "of the plugin's own routes alone"));
const notes = new Elysia()
  .get("/notes/count", () => 0)
  .use(keys)
  .post("/notes", ({ body }) => body, { body: "Note" });
const app = new Elysia().use(api).use(reports).use(shelves).use(notes);

serve({ fetch: app.fetch, port: Number(process.env["PORT"] ?? 3000) }, ({ port }) => {
  console.log(`http://localhost:${String(port)}`);
});
