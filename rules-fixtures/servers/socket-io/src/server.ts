import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { handleRequest } from "./http.js";
import { house } from "./house.js";
import { startClosing } from "./jobs/closing.js";
import { startTicking } from "./jobs/ticking.js";
import { serveArchive } from "./sockets/archive.js";
import { limitPackets } from "./sockets/limits.js";
import { LotEvents } from "./sockets/lots.js";
import { registerBids } from "./sockets/bids.js";
import { registerTalk } from "./sockets/talk.js";
import { serveStaff } from "./sockets/staff.js";

const HOUR = 3_600_000;

const server = createServer((request, response) => void handleRequest(request, response));
const io = new Server(server, { serveClient: false });

io.on("connection", (socket) => {
  limitPackets(socket);
  registerBids(io, socket);
  registerTalk(socket);
  new LotEvents(socket).listen();
});
serveStaff(io);
serveArchive(io.of("/archive"));

startClosing(Number(process.env.CLOSE_EVERY ?? HOUR));
startTicking(io, Number(process.env.TICK_EVERY ?? HOUR));

server.listen(Number(process.env.PORT ?? 3000), () => {
  const { port } = server.address() as AddressInfo;
  console.log(`${house.name} on http://localhost:${port}`);
});
