import type { Socket } from "socket.io";
import { countLater } from "../services/counting.js";
import { pause } from "../services/pause.js";

const SLOW_MODE = 150;

export function registerTalk(socket: Socket): void {
  const said: string[] = [];

  socket.on("talk:say", (text: string, acknowledge: (said: number) => void) => {
    pause(SLOW_MODE);
    said.push(text);
    socket.broadcast.emit("talk:said", text);
    acknowledge(said.length);
  });

  socket.on("talk:count", async (text: string, acknowledge: (count: boolean) => void) => {
    acknowledge((await countLater(text)) > 0);
  });
}
