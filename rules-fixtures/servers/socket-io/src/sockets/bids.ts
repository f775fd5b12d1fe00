import type { Server, Socket } from "socket.io";
import { house } from "../house.js";
import { signature, signatureLater } from "../services/signatures.js";

export interface Bid {
  readonly lot: string;
  readonly amount: number;
}

export function registerBids(io: Server, socket: Socket): void {
  const place = (bid: Bid, acknowledge: (receipt: object) => void): void => {
    const signed = signature(bid);
    io.emit("bid:placed", { ...bid, signed });
    acknowledge({ total: bid.amount * (1 + house.commission), isSigned: signed.length === 32 });
  };

  const placeLater = async (bid: Bid, acknowledge: (receipt: object) => void): Promise<void> => {
    const signed = await signatureLater(bid);
    io.emit("bid:placed", { ...bid, signed });
    acknowledge({ total: bid.amount * (1 + house.commission), isSigned: signed.length === 32 });
  };

  socket.on("bid:place", place);
  socket.on("bid:place-later", placeLater);
}
