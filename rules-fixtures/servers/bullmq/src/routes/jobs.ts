import { Router } from "express";
import { perform, queueOf } from "../queues/queue.js";

export const jobs = Router();

jobs.post("/:queue", async (request, response) => {
  response.status(201).json({ result: await perform(request.params.queue, request.body as object) });
});

jobs.post("/:queue/:name", async (request, response) => {
  const { queue, name } = request.params;
  response.status(201).json({ result: await perform(queue, request.body as object, name) });
});

jobs.get("/:queue", async (request, response) => {
  response.json(await queueOf(request.params.queue).getJobCounts("wait", "failed"));
});
