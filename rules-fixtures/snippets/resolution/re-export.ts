// @filename: disk.ts
import { statSync } from "node:fs";

export function sizeOf(file: string): number {
  return statSync(file).size;
//       ^^^^^^^^^^^^^^ no-sync-io definite: GET /size → sizeOf → fs.statSync
}
// @filename: storage/index.ts
export { sizeOf as fileSize } from "../disk";
export * from "./names";
// @filename: storage/names.ts
export const nameOf = (file: string): string => file.split("/").at(-1) ?? file;
// @filename: app.ts
import express from "express";
import { fileSize } from "./storage";

const app = express();

app.get("/size", (_req, res) => {
  res.json({ size: fileSize("data.db") });
});
