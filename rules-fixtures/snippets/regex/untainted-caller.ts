import { createServer } from "node:http";

function isDuration(text: string): boolean {
  if (text.length === 0) return false;
  return /^([\d.,]+)\s?(\w+)$/.test(text);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-slow-regex probable: HTTP request → isDuration → /^([\d.,]+)\s?(\w+)$/
}

createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  response.end(String(isDuration(request.url ?? "")) + body);
}).listen(8080);

setInterval(() => isDuration("5s"), 1000);
