import { serve } from "@hono/node-server";
import { app } from "./app.js";
import { config } from "./config.js";
import { startCounting } from "./jobs/counting.js";
import { startPrinting } from "./jobs/printing.js";

serve({ fetch: app.fetch, port: config.port }, ({ port }) => {
  console.log(`Recipes on http://localhost:${port}`);
});

startCounting(config.countEvery);
startPrinting(config.printEvery);
