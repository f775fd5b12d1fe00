const fs = require("node:fs");
const path = require("node:path");
const { execFileSync } = require("node:child_process");

const HOUR = 3_600_000;

/** Read while the process starts: nobody waits for it. */
function loadConfig() {
  const file = path.join(__dirname, "../data/shop.json");
  if (!fs.existsSync(file)) throw new Error(`${file} is missing`);
  const shop = JSON.parse(fs.readFileSync(file, "utf8"));
  return {
    ...shop,
    kernel: execFileSync("uname", ["-r"], { encoding: "utf8" }).trim(),
    port: Number(process.env.PORT ?? 3000),
    stockSyncEvery: Number(process.env.STOCK_SYNC_EVERY ?? HOUR),
    ratesEvery: Number(process.env.RATES_EVERY ?? HOUR),
  };
}

module.exports = { loadConfig };
