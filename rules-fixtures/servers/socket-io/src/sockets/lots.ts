import type { Socket } from "socket.io";
import { lots } from "../services/lots.js";
import { photo, photoLater } from "../services/photos.js";
import { valuationOf } from "../services/valuations.js";
import { acknowledged } from "./acknowledged.js";

/** What may be asked about lots. */
export class LotEvents {
  constructor(private readonly socket: Socket) {}

  listen(): void {
    this.socket.on(
      "lot:list",
      acknowledged(() => lots.list()),
    );
    this.socket.on("lot:open", this.open.bind(this));
    this.socket.on(
      "lot:photo",
      acknowledged(async (id: string) => photo(id)),
    );
    this.socket.on("lot:photo-later", this.photoLater);
    this.socket.on(
      "lot:valuation",
      acknowledged(async (id: string) => valuationOf(id)),
    );
  }

  private open(id: string, acknowledge: (lot: object) => void): void {
    void this.socket.join(id);
    acknowledge(lots.one(id));
  }

  private readonly photoLater = (id: string, acknowledge: (text: string) => void): void => {
    photoLater(id, acknowledge);
  };
}
