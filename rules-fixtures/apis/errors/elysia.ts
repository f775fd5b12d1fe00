import { Elysia, t } from "elysia";
export const app = new Elysia({ prefix: "/elysia" })
  .onError(({ code, error, status }) => {
    if (code === "VALIDATION") return status(422, { problem: "invalid" as const });
    return status(500, { problem: String(error) });
  })
  .post("/things", ({ body }) => body.name, { body: t.Object({ name: t.String() }) })
  .get("/things/:id", ({ params }) => ({ id: params.id }));
