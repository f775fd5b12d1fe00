import { setTimeout as delay } from "node:timers/promises";

export function readBuoys(every) {
  setTimeout(async () => {
    await delay(50);
    console.log("buoys read");
    readBuoys(every);
  }, every).unref();
}
