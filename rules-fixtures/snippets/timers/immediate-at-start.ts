import { readFileSync } from "node:fs";

setImmediate(() => {
  console.log(readFileSync("banner.txt", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
queueMicrotask(() => {
  console.log(readFileSync("banner.txt", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
