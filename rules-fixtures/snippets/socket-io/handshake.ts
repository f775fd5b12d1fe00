import { readFileSync } from "node:fs";
import { Server } from "socket.io";

const io = new Server(3000, {
  allowRequest: (request, answer) => {
    answer(null, readFileSync("origins.txt", "utf8").includes(request.headers.origin ?? ""));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket handshake → allowRequest → fs.readFileSync
  },
});

io.engine.use((_request: unknown, _response: unknown, next: () => void) => {
  readFileSync("session.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket middleware → fs.readFileSync
  next();
});
