import type { Server } from "socket.io";

export function startTicking(io: Server, every: number): void {
  const tick = (): void => {
    io.emit("tick");
    console.log("ticked");
  };
  setInterval(tick, every).unref();
}
