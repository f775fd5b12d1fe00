// @filename: web/main.tsx
import { createRoot } from "react-dom/client";
import { follow } from "./follow.js";
import { Report } from "./report.js";

import.meta.glob(["../plugins/*/client/index.{js,ts}", "!../plugins/old/**"]);
const root = document.getElementById("root");

if (root) createRoot(root).render(<Report rows={follow()} />);
// @filename: web/follow.ts
import { parse } from "csv-parse/sync";

export function follow(): string[] {
  setInterval(() => parse("a,b"), 1000);
  return [];
}
// @filename: web/report.tsx
import { rowsOf } from "../common/rows.js";

export function Report({ rows }: { rows: string[] }) {
  setTimeout(() => rowsOf(rows.join()), 100);
  return <p>{rows.length}</p>;
}
// @filename: plugins/sums/client/index.ts
import { sum } from "./sum.js";

setInterval(() => sum(), 1000);
// @filename: plugins/sums/client/sum.ts
import { parse } from "csv-parse/sync";

export const sum = () => parse("1,2");
// @filename: plugins/old/client/index.ts
import { parse } from "csv-parse/sync";

setInterval(() => parse("1,2"), 1000);
//                ^^^^^^^^^^^^ no-sync-cpu probable: setInterval callback → csv-parse/sync.parse
// @filename: common/rows.ts
import { parse } from "csv-parse/sync";

export function rowsOf(text: string): string[][] {
  return parse(text) as string[][];
//       ^^^^^^^^^^^ no-sync-cpu probable: POST /rows → rowsOf → csv-parse/sync.parse
}
// @filename: server/app.ts
import express from "express";
import { rowsOf } from "../common/rows.js";

const app = express();

app.post("/rows", (request, response) => {
  response.json(rowsOf(String(request.body)));
});
