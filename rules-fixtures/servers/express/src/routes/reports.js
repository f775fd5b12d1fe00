const path = require("node:path");
const { Piscina } = require("piscina");
const { archive, archiveLater } = require("../services/archive");
const { waitForStock } = require("../services/stock");

const pool = new Piscina({ filename: path.join(__dirname, "../workers/sales.js"), maxThreads: 1 });

exports.register = (app) => {
  app.get("/reports/sales", async (req, res) => {
    res.json({ total: await pool.run({ year: 2020 }) });
  });
  app.get("/reports/stock", (req, res) => {
    res.json({ stock: waitForStock() });
  });
  app.get("/reports/archive", (req, res) => {
    res.json({ bytes: archive().length > 0 });
  });
  app.get("/reports/archive/later", (req, res, next) => {
    archiveLater((error, bytes) => (error ? next(error) : res.json({ bytes: bytes.length > 0 })));
  });
};
