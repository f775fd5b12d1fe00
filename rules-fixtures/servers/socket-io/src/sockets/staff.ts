import type { Server, Socket } from "socket.io";
import { badge } from "../services/badges.js";

export function serveStaff(io: Server): void {
  const staff = io.of("/staff");
  staff.use(authenticate);
  staff.on("connection", (socket) => {
    socket.on("staff:who", (acknowledge: (badge: unknown) => void) => {
      acknowledge(typeof socket.data.badge);
    });
  });
}

function authenticate(socket: Socket, next: (error?: Error) => void): void {
  const token = socket.handshake.headers.authorization ?? "visitor";
  socket.data.badge = badge(token);
  next();
}
