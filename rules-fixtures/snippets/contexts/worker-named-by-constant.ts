// @filename: workers/derive.ts
import { pbkdf2Sync } from "node:crypto";

export default (password: string): Buffer => pbkdf2Sync(password, "salt", 100_000, 64, "sha512");
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
// @filename: workers/render.ts
import { readFileSync } from "node:fs";

export async function render(name: string): Promise<string> {
  await Promise.resolve();
  return readFileSync(name, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
}
// @filename: server.ts
import { createServer } from "node:http";
import { join } from "node:path";
import Tinypool from "tinypool";
import { Piscina } from "piscina";

const deriveFile = join(__dirname, "workers", "derive.js");
const derive = new Piscina({ filename: deriveFile });
const options = { filename: new URL("./workers/render.js", import.meta.url).href };
const render = new Tinypool(options);

createServer(async (request, response) => {
  response.end(String(await derive.run(request.url)) + String(await render.run("page.html", { name: "render" })));
});
