import { writeFileSync } from "node:fs";
import amqp from "amqplib";

const connection = await amqp.connect("amqp://localhost");
const channel = await connection.createChannel();

await channel.consume("orders", (message) => {
  writeFileSync("order.json", message?.content ?? "");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: queue message orders → fs.writeFileSync
});
