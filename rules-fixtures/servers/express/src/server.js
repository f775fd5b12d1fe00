const { createApp } = require("./app");
const { loadConfig } = require("./config");
const { start: startStockSync } = require("./jobs/stock-sync");
const { start: startRates } = require("./jobs/rates");

const config = loadConfig();
const server = createApp(config).listen(config.port, () => {
  console.log(`${config.title} on http://localhost:${server.address().port}`);
});

startStockSync(config.stockSyncEvery);
startRates(config.ratesEvery);
