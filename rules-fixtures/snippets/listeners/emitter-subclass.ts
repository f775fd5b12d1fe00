import { EventEmitter } from "node:events";
import { writeFileSync } from "node:fs";

class Orders extends EventEmitter {
  constructor() {
    super();
    this.on("placed", this.save);
  }

  save(id: string): void {
    writeFileSync(`orders/${id}`, "");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "placed" listener → save → fs.writeFileSync
  }
}

export const orders = new Orders();
