const { readFileSync } = require("node:fs");
const { asClass, createContainer } = require("awilix");
const { makeInvoker, scopePerRequest } = require("awilix-express");
const express = require("express");

class Safe {
  contents(id) {
    return readFileSync(`${id}.txt`, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /contents/:id → contents → fs.readFileSync
  }
}

const container = createContainer();
const app = express();

container.register({ safe: asClass(Safe).scoped() });
app.use(scopePerRequest(container));

app.get("/contents/:id", (req, res) => {
  res.send(req.container.resolve("safe").contents(req.params.id));
});

const reports = makeInvoker(() => ({
  yearly(_req, res) {
    res.send(readFileSync("yearly.csv"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP handler → yearly → fs.readFileSync
  },
}));

app.get("/reports/yearly", reports("yearly"));
