import { EventEmitter } from "node:events";
import { writeFileSync } from "node:fs";

const orders = new EventEmitter();

orders.on("placed", (order: { id: string }) => {
  writeFileSync(`orders/${order.id}.json`, JSON.stringify(order));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "placed" listener → fs.writeFileSync
});
