import { readFileSync } from "node:fs";
import { createServer } from "node:http";

async function loadConfig(): Promise<string> {
  return readFileSync("config.json", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
}

const config = await loadConfig();

createServer((_request, response) => {
  response.end(config);
}).listen(8080);
