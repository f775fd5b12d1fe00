import { writeFileSync } from "node:fs";
import { createServer } from "node:http";

const server = createServer();

server.once("listening", () => {
  writeFileSync("server.pid", String(process.pid));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
server.listen(8080);
