// @valid
// @filename: app/api/users/route.ts
import { readFileSync } from "node:fs";

export function GET() {
  return readFileSync("users.json", "utf8");
}
// @filename: pages/api/terms.ts
import { readFileSync } from "node:fs";

export default function handler() {
  return readFileSync("terms.md", "utf8");
}
