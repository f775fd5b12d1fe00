// @filename: src/pages/api/reports/index.ts
import { readFileSync } from "node:fs";
import type { NextApiRequest, NextApiResponse } from "next";

export default function handler(request: NextApiRequest, response: NextApiResponse): void {
  response.send(readFileSync(`reports/${String(request.query.name)}`));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: ALL /api/reports → handler → fs.readFileSync
}
