import { readFileSync } from "node:fs";
import { WebSocketServer } from "ws";

export const server = new WebSocketServer({
  port: 8080,
  verifyClient: () => readFileSync("open.txt", "utf8") === "yes",
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: verifyClient → verifyClient → fs.readFileSync
  handleProtocols: (protocols) => (readFileSync("protocols.txt", "utf8").length > 0 ? [...protocols][0] ?? false : false),
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: handleProtocols → handleProtocols → fs.readFileSync
});
