import { mkdirSync, readFileSync, statSync, rmSync } from "node:fs";
import { createServer } from "node:http";

async function connect() {}

async function initialiseEverything() {
  await connect();
  mkdirSync("data", { recursive: true });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
}

(async () => {
  await initialiseEverything();
  rmSync("data/lock", { force: true });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
})().catch((error) => {
  console.error(error, statSync("data").mode);
//                     ^^^^^^^^^^^^^^^^ startup
});

export const settings = await connect().then(() => readFileSync("settings.json", "utf8"));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup

const server = createServer((_request, response) => response.end(settings));
server.listen(8080, () => {
  console.log(readFileSync("banner.txt", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
server.on("listening", () => {
  console.log(statSync("banner.txt"));
//            ^^^^^^^^^^^^^^^^^^^^^^ startup
});
