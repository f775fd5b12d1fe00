import { createServer } from "node:http";
import { readFileSync } from "node:fs";

const page = readFileSync("index.html");

createServer((request, response) => {
  response.end(page);
}).listen(8080);
