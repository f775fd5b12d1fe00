import { appendFileSync } from "node:fs";
import { connect } from "node:net";

const upstream = connect({ port: 9000 });

upstream.on("data", (chunk) => {
  appendFileSync("upstream.log", chunk);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "data" listener → fs.appendFileSync
});
