import { setTimeout as delay } from "node:timers/promises";
import type { Socket } from "socket.io";

/** Nobody may send faster than this. */
export function limitPackets(socket: Socket): void {
  socket.use((_packet, next) => {
    void delay(5).then(() => {
      next();
    });
  });
}
