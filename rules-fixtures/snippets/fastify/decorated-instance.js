// @filename: store.js
import { readFileSync } from "node:fs";
import fp from "fastify-plugin";

class Store {
  one(id) {
    return readFileSync(`${id}.json`, "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /stations/:id → one → fs.readFileSync
  }
}

export default fp(async (app) => {
  app.decorate("stationStore", new Store());
});
// @filename: stations.js
export default async function stations(app) {
  app.get("/:id", async (request) => app.stationStore.one(request.params.id));
}
// @filename: server.js
import Fastify from "fastify";
import stations from "./stations.js";
import store from "./store.js";

const app = Fastify();

app.register(store);
app.register(stations, { prefix: "/stations" });
