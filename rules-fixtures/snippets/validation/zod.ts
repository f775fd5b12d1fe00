import { existsSync, readFileSync, statSync } from "node:fs";
import express from "express";
import { z } from "zod";

const Name = z.string().refine((name) => existsSync(name));
//                                       ^^^^^^^^^^^^^^^^ no-sync-io definite: POST /uploads → parsed → fs.existsSync

const Upload = z.object({
  name: Name.optional(),
  tags: z.array(z.string().transform((tag) => readFileSync(`tags/${tag}`, "utf8"))),
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /uploads → parsed → fs.readFileSync
  size: z.number().superRefine((size, context) => {
    if (size > statSync("quota").size) context.addIssue({ code: "custom", message: "too large" });
//             ^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /uploads → parsed → fs.statSync
  }),
});

express().post("/uploads", (req, res) => {
  res.json(parsed(Upload, req.body));
});

function parsed(schema: z.ZodType, body: unknown): unknown {
  return schema.safeParse(body);
}

// What is parsed while the process starts stops nobody.
const Settings = z.object({ data: z.string().refine((directory) => existsSync(directory)) });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^ startup
export const settings = Settings.parse(process.env);
