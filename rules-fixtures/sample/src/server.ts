import { createApp } from "./app.js";
import { readConfig } from "./config.js";
import { watchDiskUsage } from "./jobs/disk-usage.js";

const config = readConfig();
const app = createApp(config);

const server = app.listen(Number(process.env["PORT"] ?? config.port), () => {
  const address = server.address();
  console.log(`${config.title} on http://localhost:${typeof address === "object" && address !== null ? address.port : config.port}`);
});

watchDiskUsage();
