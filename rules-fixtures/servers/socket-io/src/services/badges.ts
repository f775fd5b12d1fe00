import { scryptSync } from "node:crypto";

const cost = { N: 2 ** 16, r: 8, maxmem: 2 ** 27 };

export function badge(token: string): string {
  return scryptSync(token, "staff", 16, cost).toString("base64");
}
