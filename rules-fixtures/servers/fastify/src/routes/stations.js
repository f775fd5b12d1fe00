import { currentForecast } from "../lib/forecast.js";
import { compress } from "../lib/history.js";
import { store } from "../lib/store.js";

export default async function stations(app) {
  app.get("/", async () => await store.all());

  app.get("/:id", async (request) => store.one(request.params.id));

  app.get("/:id/forecast", async () => currentForecast());

  app.get("/:id/history", (request, reply) => {
    reply.send({ compressed: compress.now().length > 0 });
  });

  app.get("/:id/history/later", async () => {
    const bytes = await compress.later();
    return { compressed: bytes.length > 0 };
  });
}
