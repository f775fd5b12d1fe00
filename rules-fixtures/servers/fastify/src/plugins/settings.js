import { readFileSync } from "node:fs";
import fp from "fastify-plugin";

/** The body of a plugin runs while the server starts. */
async function settings(app, { directory }) {
  const { title } = JSON.parse(readFileSync(new URL("settings.json", directory), "utf8"));
  app.decorate("title", title);
}

export default fp(settings, { name: "settings" });
