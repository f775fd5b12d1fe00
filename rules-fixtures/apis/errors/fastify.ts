import Fastify from "fastify";
const app = Fastify();
app.setErrorHandler((error: Error & { validation?: unknown; statusCode?: number }, _request, reply) => {
  if (error.validation) return reply.code(422).send({ invalid: true });
  return reply.code(error.statusCode ?? 500).send({ reason: error.message });
});
app.post(
  "/fastify/books",
  { schema: { body: { type: "object", properties: { title: { type: "string" } } } } },
  async () => ({ ok: true }),
);
app.get("/fastify/books", async () => {
  throw Object.assign(new Error("gone"), { statusCode: 410 });
});
app.register(async (inner) => {
  inner.setErrorHandler((error, _request, reply) => {
    reply.send(error);
  });
  inner.get("/fastify/inner", async () => ({ ok: true }));
});
