import type { AddressInfo } from "node:net";
import express from "express";
import { startWorkers } from "./queues/workers.js";
import { jobs } from "./routes/jobs.js";
import { letters } from "./routes/letters.js";
import { scheduleAll } from "./queues/schedule.js";

startWorkers();
await scheduleAll();

const app = express();
app.use(express.json());
app.use("/jobs", jobs);
app.use("/letters", letters);

const server = app.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`Mailroom on http://localhost:${(server.address() as AddressInfo).port}`);
});
