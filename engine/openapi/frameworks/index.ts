/** The HTTP conventions of all frameworks. */
import type { Conventions } from "../conventions.js";
import { elysia } from "./elysia.js";
import { express } from "./express.js";
import { fastify } from "./fastify.js";
import { hono } from "./hono.js";
import { koa } from "./koa.js";
import { nestjs } from "./nestjs.js";
import { nextjs } from "./nextjs.js";
import { nodeHttp } from "./node-http.js";
import { routingControllers } from "./routing-controllers.js";
import { trpc } from "./trpc.js";
import { tsoa } from "./tsoa.js";

export const conventions: readonly Conventions[] = [
  express,
  fastify,
  hono,
  koa,
  nestjs,
  tsoa,
  routingControllers,
  nextjs,
  elysia,
  trpc,
  nodeHttp,
];

/** Whose handlers are read for parameters, bodies and answers, as a person calls them. */
export const documentedFrameworks: readonly string[] = conventions.flatMap(({ frameworks: [name = ""] }) => name);
