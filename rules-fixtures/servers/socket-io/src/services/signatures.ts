import * as crypto from "node:crypto";
import { promisify } from "node:util";
import type { Bid } from "../sockets/bids.js";

const ROUNDS = 700_000;
const pbkdf2 = promisify(crypto.pbkdf2);

export const signature = (bid: Bid): string =>
  crypto.pbkdf2Sync(JSON.stringify(bid), "auction", ROUNDS, 16, "sha256").toString("hex");

export const signatureLater = async (bid: Bid): Promise<string> =>
  (await pbkdf2(JSON.stringify(bid), "auction", ROUNDS, 16, "sha256")).toString("hex");
