import { pbkdf2, pbkdf2Sync } from "node:crypto";
import { promisify } from "node:util";

const ROUNDS = 800_000;

export function checksum(text) {
  return pbkdf2Sync(text, "weather", ROUNDS, 8, "sha256").toString("hex");
}

export async function checksumLater(text) {
  const bytes = await promisify(pbkdf2)(text, "weather", ROUNDS, 8, "sha256");
  return bytes.toString("hex");
}
