import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import jwt from "@fastify/jwt";
const app = Fastify();
app.register(jwt, { secret: "s" });
app.register(async (inner) => {
  inner.addHook("onRequest", async (request) => {
    await request.jwtVerify();
  });
  inner.get("/fastify/private", async () => ({ ok: true }));
});
// What the application has under a name, of its own and of packages.
declare module "fastify" {
  interface FastifyInstance {
    verify(request: FastifyRequest, reply: FastifyReply): Promise<void>;
    requireKey(request: FastifyRequest, reply: FastifyReply, done: () => void): void;
    auth(functions: unknown[]): any;
    basicAuth(): void;
  }
}
app.decorate("verify", async function (request: FastifyRequest, reply: FastifyReply) {
  try {
    await request.jwtVerify();
  } catch (error) {
    reply.send(error);
  }
});
app.decorate("requireKey", (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
  if (request.headers["x-api-key"] !== "k") return reply.code(401).send({ error: "no key" });
  done();
});
app.get("/fastify/named", { onRequest: [app.verify] }, async () => ({ ok: true }));
app.get("/fastify/either", { preHandler: app.auth([app.verify, app.requireKey]) }, async () => ({ ok: true }));
app.get("/fastify/basic", { onRequest: app.basicAuth }, async () => ({ ok: true }));
app.register(
  async (inner) => {
    inner.addHook("onRequest", inner.requireKey);
    inner.get("/", async () => ({ ok: true }));
  },
  { prefix: "/fastify/key" },
);
app.get("/fastify/open", async () => ({ ok: true }));
