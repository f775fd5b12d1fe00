import { readFileSync, stat } from "node:fs";

stat("config.json", () => {
  console.log(readFileSync("config.json", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
