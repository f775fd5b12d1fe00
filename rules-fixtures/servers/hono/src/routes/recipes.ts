import { Hono } from "hono";
import { validator } from "hono/validator";
import { pool } from "workerpool";
import { z } from "zod";
import { fingerprint, fingerprintLater } from "../services/fingerprints.js";
import { FileRecipes, type RecipeRepository } from "../services/repository.js";
import { findByWord } from "../services/search.js";

const repository: RecipeRepository = new FileRecipes(new URL("../../data/", import.meta.url));
const workers = pool(new URL("../workers/nutrition.js", import.meta.url).pathname, {
  maxWorkers: 1,
  workerType: "thread",
});

const recipe = z.object({ title: z.string().min(1) });

const body = validator("json", (value, c) => {
  const parsed = recipe.safeParse(value);
  return parsed.success ? parsed.data : c.json({ error: "no recipe" }, 400);
});

export const recipes = new Hono()
  .get("/", async (c) => c.json(await repository.list()))
  .get("/search", (c) => c.json({ found: findByWord(c.req.query("word") ?? "") }))
  .get("/:id", (c) => c.json(repository.find(c.req.param("id"))))
  .get("/:id/nutrition", async (c) => c.json({ energy: (await workers.exec("energy", [c.req.param("id")])) > 0 }))
  .post("/", body, (c) => {
    const { title } = c.req.valid("json");
    return c.json({ title, fingerprint: fingerprint(title) }, 201);
  })
  .post("/later", body, async (c) => {
    const { title } = c.req.valid("json");
    return c.json({ title, fingerprint: await fingerprintLater(title) }, 201);
  });
