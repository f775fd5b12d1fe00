import { createServer } from "node:http";
import { createApplication } from "./application.js";
import { settings } from "./settings.js";

const server = createServer(createApplication().callback());

server.listen(settings.port, () => {
  console.log(`${settings.title} on http://localhost:${server.address().port}`);
});
