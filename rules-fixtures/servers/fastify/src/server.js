import { buildApp } from "./app.js";
import { startPolling } from "./jobs/polling.js";

const HOUR = 3_600_000;

const app = await buildApp();
await app.listen({ port: Number(process.env.PORT ?? 3000), host: "localhost" });
console.log(`Weather on http://localhost:${app.server.address().port}`);

startPolling({
  gauges: Number(process.env.GAUGES_EVERY ?? HOUR),
  buoys: Number(process.env.BUOYS_EVERY ?? HOUR),
});
