import Fastify from "fastify";
import jwt from "@fastify/jwt";
const app = Fastify();
app.register(jwt, { secret: "s" });
app.register(async (inner) => {
  inner.addHook("onRequest", async (request) => {
    await request.jwtVerify();
  });
  inner.get("/fastify/private", async () => ({ ok: true }));
});
app.get("/fastify/open", async () => ({ ok: true }));
