import { readFileSync } from "node:fs";
import emitter from "@adonisjs/core/services/emitter";

emitter.on("user:registered", () => {
  console.log(readFileSync("mail.html", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "user:registered" listener → fs.readFileSync
});
