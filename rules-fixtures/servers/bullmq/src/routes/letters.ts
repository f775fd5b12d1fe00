import { setTimeout as delay } from "node:timers/promises";
import { gzip, gzipSync } from "node:zlib";
import { Router } from "express";
import { perform, queueOf } from "../queues/queue.js";
import { archive } from "../services/archive.js";

const stamps = Array.from({ length: 400_000 }, (_, i) => `${(i * 7919) % 10_007};${(i * 104_729) % 1_299_709}`).join(
  "\n",
);

export const letters = Router();

letters.post("/", async (request, response) => {
  try {
    response.status(201).json({ sent: await perform("letters", request.body as object) });
  } catch (error) {
    response.status(500).json({ error: String(error) });
  }
});

/** Sent, and filed as well. */
letters.post("/registered", async (request, response) => {
  const before = archive.size;
  const sent = await perform("letters", request.body as object);
  while (archive.size === before) await delay(5);
  response.status(201).json({ sent });
});

letters.get("/stamps", (request, response) => {
  response.json({ packed: gzipSync(stamps, { level: 9 }).length > 0 });
});

letters.get("/stamps/later", (request, response, next) => {
  gzip(stamps, { level: 9 }, (error, packed) => {
    if (error) next(error);
    else response.json({ packed: packed.length > 0 });
  });
});
