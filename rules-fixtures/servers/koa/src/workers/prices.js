import { pbkdf2Sync } from "node:crypto";

export default function price(number) {
  return pbkdf2Sync(String(number), "price", 500_000, 2, "sha256").readUInt16BE() > 0;
}
