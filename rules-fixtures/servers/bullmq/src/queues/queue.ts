import { Queue, QueueEvents } from "bullmq";
import { connection } from "./connection.js";

interface Channel {
  readonly queue: Queue;
  readonly events: QueueEvents;
}

const channels = new Map<string, Channel>();

function channelOf(name: string): Channel {
  let channel = channels.get(name);
  if (channel === undefined) {
    channel = { queue: new Queue(name, { connection }), events: new QueueEvents(name, { connection }) };
    channels.set(name, channel);
  }
  return channel;
}

export const queueOf = (name: string): Queue => channelOf(name).queue;

/** Adds a job, and waits for its result. */
export async function perform(queueName: string, data: object, jobName = queueName): Promise<unknown> {
  const { queue, events } = channelOf(queueName);
  await events.waitUntilReady();
  const job = await queue.add(jobName, data, { removeOnComplete: { age: 60 } });
  return await job.waitUntilFinished(events, 30_000);
}
