import type { Namespace } from "socket.io";
import { packedHistory } from "../services/history.js";

export function serveArchive(archive: Namespace): void {
  archive.on("connection", async (socket) => {
    const history = packedHistory();
    socket.on("archive:size", (acknowledge: (isLarge: boolean) => void) => {
      acknowledge(history.length > 1000);
    });
  });
}
