import { readFileSync } from "node:fs";
import fastify from "fastify";
import { csv } from "./plugins/csv.js";
import settings from "./plugins/settings.js";
import exportRoutes from "./routes/exports.js";
import internal from "./routes/internal.js";
import observations from "./routes/observations.js";
import stations from "./routes/stations.js";
import { notFoundPage } from "./lib/pages.js";

export async function buildApp() {
  const app = fastify({ logger: false });

  app.addHook("onReady", async () => {
    app.log.info(readFileSync(new URL("../data/motd.txt", import.meta.url), "utf8"));
  });

  await app.register(settings, { directory: new URL("../data/", import.meta.url) });
  await app.register(csv);
  await app.register(stations, { prefix: "/stations" });
  await app.register(observations);
  await app.register(exportRoutes);
  await app.register(internal, { prefix: "/internal" });

  app.get("/", () => ({ name: app.title }));
  app.setNotFoundHandler((request, reply) => {
    reply.code(404).type("text/html").send(notFoundPage());
  });
  app.setErrorHandler((error, request, reply) => {
    reply.code(error.statusCode ?? 500).send({ error: error.message });
  });
  return app;
}
