import { createServer } from "node:http";
import { authenticate } from "./accounts.js";

createServer(async (request, response) => {
  const isWelcome = authenticate(request.headers.authorization ?? "");
  response.writeHead(isWelcome ? 200 : 401).end();
}).listen(8080);
