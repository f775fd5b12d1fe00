import { zValidator } from "@hono/zod-validator";
import { initTRPC } from "@trpc/server";
import { existsSync } from "node:fs";
import Fastify from "fastify";
import { Hono } from "hono";
import { z } from "zod";

const t = initTRPC.create();
const Query = z.object({ name: z.string().refine((name) => existsSync(name)) });
//                                                         ^^^^^^^^^^^^^^^^ no-sync-io definite: validation of query → fs.existsSync

export const app = new Hono().get("/files", zValidator("query", Query), (context) => context.text("found"));

export const router = t.router({
  file: t.procedure.input(z.string().refine((name) => existsSync(name))).query(() => "found"),
//                                                    ^^^^^^^^^^^^^^^^ no-sync-io definite: tRPC input → fs.existsSync
});

Fastify().get("/files", { schema: { querystring: Query } }, () => "found");
