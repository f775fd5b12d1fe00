import { pbkdf2Sync, scryptSync } from "node:crypto";

export function watermark(title: string): string {
  return scryptSync(title, "gallery", 16, { N: 2 ** 16, r: 8, maxmem: 2 ** 27 }).toString("hex");
}

export const stamp = (text: string): string => pbkdf2Sync(text, "gallery", 700_000, 16, "sha256").toString("hex");
