import Fastify, { type FastifyInstance } from "fastify";
import fp from "fastify-plugin";
const app = Fastify();
const tenants = fp(async (shared: FastifyInstance) => {
  shared.addHook("onRequest", async (request, reply) => {
    if (!request.headers["x-tenant"]) return reply.code(400).send({ tenant: "missing" });
  });
});
async function admin(scoped: FastifyInstance) {
  scoped.addHook("preHandler", async (request, reply) => {
    if (!(request.query as { key?: string }).key) return reply.code(401).send({ key: "missing" });
  });
  scoped.addHook("onResponse", async (_request, reply) => {
    reply.code(500);
  });
  scoped.get("/users", async () => [{ id: 1 }]);
}
app.get("/fastify/open", async () => ({ ok: true }));
app.register(tenants);
app.register(admin, { prefix: "/fastify/admin" });
