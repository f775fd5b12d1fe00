import Router from "@koa/router";
import Fastify from "fastify";
import { Hono } from "hono";
interface NewCat {
  name: string;
  lives?: number;
}
const koa = new Router();
koa.post("/koa", (ctx) => {
  const { name }: NewCat = (ctx.request as any).body;
  ctx.body = { name };
});
const fastify = Fastify();
fastify.post("/fastify", async (request) => {
  const { name }: NewCat = request.body as any;
  return { name };
});
const hono = new Hono();
hono.post("/hono", async (c) => {
  const { name }: NewCat = await c.req.json();
  return c.json({ name });
});
