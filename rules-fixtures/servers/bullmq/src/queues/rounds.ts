import { spawnSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { type Job, Worker } from "bullmq";
import { connection } from "./connection.js";

/** What is done again and again: `schedule.ts` says when. */
export function startRounds(): void {
  new Worker("collection", collect, { connection });
  new Worker("delivery", deliver, { connection });
}

async function collect(job: Job): Promise<void> {
  spawnSync("sleep", ["0.15"]);
  await job.log("collected");
  console.log("mail collected");
}

async function deliver(): Promise<void> {
  await delay(20);
  console.log("mail delivered");
}
