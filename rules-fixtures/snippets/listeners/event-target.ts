import { writeFileSync } from "node:fs";

const bus = new EventTarget();

bus.addEventListener("saved", () => {
  writeFileSync("saved", "");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "saved" listener → fs.writeFileSync
});
