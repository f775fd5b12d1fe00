import { readFileSync } from "node:fs";
import { Redis } from "ioredis";

const subscriber = new Redis();

await subscriber.subscribe("reload");
subscriber.on("message", (channel) => {
  readFileSync(`cache/${channel}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: Redis "message" → fs.readFileSync
});

subscriber.on("ready", () => {
  readFileSync("warm-up.txt");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
