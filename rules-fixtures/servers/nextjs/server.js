import { createServer } from "node:http";
import next from "next";

const app = next({ dev: process.env.NODE_ENV === "development" });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => void handle(request, response));
server.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`Gallery on http://localhost:${server.address().port}`);
});
