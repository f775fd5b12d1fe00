import { queueOf } from "./queue.js";

const HOUR = 3_600_000;

export async function scheduleAll(): Promise<void> {
  await queueOf("collection").upsertJobScheduler("rounds", { every: Number(process.env.COLLECT_EVERY ?? HOUR) });
  await queueOf("delivery").upsertJobScheduler("rounds", { every: Number(process.env.DELIVER_EVERY ?? HOUR) });
}
