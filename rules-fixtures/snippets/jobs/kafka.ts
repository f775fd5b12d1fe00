import { writeFileSync } from "node:fs";
import { Kafka } from "kafkajs";

const kafka = new Kafka({
  brokers: ["localhost:9092"],
  logCreator: () => (entry) => writeFileSync("kafka.log", entry.log.message),
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Kafka logCreator → fs.writeFileSync
});
const consumer = kafka.consumer({ groupId: "audit" });

await consumer.run({
  eachMessage: async ({ topic, message }) => {
    writeFileSync(`audit/${topic}`, message.value ?? "");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Kafka eachMessage → eachMessage → fs.writeFileSync
  },
});

export class Consumers {
  readonly #consumer = kafka.consumer({ groupId: "batches" });

  async start(): Promise<void> {
    await this.#consumer.run({ eachBatch: (payload) => this.onBatch(payload.batch.topic) });
  }

  private async onBatch(topic: string): Promise<void> {
    writeFileSync(`batches/${topic}`, "");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Kafka eachBatch → eachBatch → onBatch → fs.writeFileSync
  }
}
