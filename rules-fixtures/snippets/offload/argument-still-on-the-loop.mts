import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Piscina } from "piscina";

const pool = new Piscina({ filename: "./render.js" });

createServer(async (_request, response) => {
  const page: unknown = await pool.run(readFileSync("page.md", "utf8"));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  response.end(String(page));
});
