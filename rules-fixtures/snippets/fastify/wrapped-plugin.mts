import { readFileSync } from "node:fs";
import fp from "fastify-plugin";

export default fp(async (app) => {
  const secret = readFileSync("secret.txt", "utf8");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  app.decorate("secret", secret);
});
