import { appendFileSync } from "node:fs";
import Fastify from "fastify";

const app = Fastify();

app.setErrorHandler((error, _request, reply) => {
  appendFileSync("errors.log", String(error));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: error handler → fs.appendFileSync
  void reply.send(error);
});
