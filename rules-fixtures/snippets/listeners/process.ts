import { appendFileSync, rmSync, writeFileSync } from "node:fs";

process.on("uncaughtException", (error) => {
  appendFileSync("errors.log", error.message);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: process "uncaughtException" listener → fs.appendFileSync
});
process.on("exit", () => {
  writeFileSync("state.json", "{}");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
});
process.once("SIGTERM", () => {
  rmSync("server.pid");
//^^^^^^^^^^^^^^^^^^^^ script
  process.exit(0);
});
