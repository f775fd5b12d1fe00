import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";
const app = Fastify();
interface Item {
  id: string;
  price: number;
}
app.get<{ Params: { id: string }; Querystring: { full?: boolean }; Reply: Item }>(
  "/items/:id",
  async (request, reply) => {
    const item = await find(request.params.id);
    if (!item) return reply.code(404).send({ error: "gone" } as never);
    return item;
  },
);
app.post(
  "/items",
  {
    schema: {
      body: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "string", format: "uuid" }, price: { type: "number", minimum: 0 } },
      },
      response: { 201: { type: "object", properties: { id: { type: "string" } } } },
      tags: ["things"],
      summary: "Adds one",
    },
  },
  async (request, reply) => {
    reply.code(201);
    return { id: "1" };
  },
);
app.get("/files/:file.:ext", (req: FastifyRequest<{ Params: { file: string; ext: string } }>, reply: FastifyReply) => {
  reply.type("text/csv").send("a,b");
});
app.delete("/items/:id", async (request, reply) => {
  reply.code(204);
});
app.route({
  method: "PUT",
  url: "/items/:id",
  schema: { querystring: { type: "object", properties: { dry: { type: "boolean" } } } },
  handler: async (request) => ({ ok: true as const }),
});
app.put(
  "/notes/:id",
  { schema: { response: { "2xx": { type: "object", properties: { saved: { type: "boolean" } } } } } },
  async (_request, reply) => reply.setCookie("note", "1").send({ saved: true }),
);
async function find(id: string): Promise<Item | undefined> {
  return undefined;
}
