import { readFileSync } from "node:fs";
import { asClass, asFunction, createContainer } from "awilix";
import express from "express";

class Ledger {
  balance(id) {
    return readFileSync(`${id}.json`, "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /balance/:id → show → balance → fs.readFileSync
  }

  history(id) {
    return readFileSync(`${id}.log`, "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /history/:id → history → fs.readFileSync
  }

  audit() {
    return readFileSync("audit.log", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /audit → audit → fs.readFileSync
  }
}

class Accounts {
  constructor({ ledger }) {
    this.ledger = ledger;
  }

  show(id) {
    return this.ledger.balance(id);
  }
}

function makeRates() {
  return {
    today() {
      return readFileSync("rates.json", "utf8");
      //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /rates → today → fs.readFileSync
    },
  };
}

const makeLimits = () => readFileSync("limits.json", "utf8");
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /limits → makeLimits → fs.readFileSync

const makeTheme = () => readFileSync("theme.json", "utf8");
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once

const container = createContainer();

container.register({
  ledger: asClass(Ledger).singleton(),
  accounts: asClass(Accounts),
  rates: asFunction(makeRates),
  limits: asFunction(makeLimits),
  theme: asFunction(makeTheme).singleton(),
});

const app = express();

app.get("/balance/:id", (req, res) => {
  res.send(container.resolve("accounts").show(req.params.id));
});
app.get("/history/:id", (req, res) => {
  res.send(container.cradle.ledger.history(req.params.id));
});
app.get("/audit", (_req, res) => {
  const ledger = container.resolve("ledger");
  res.send(ledger.audit());
});
app.get("/rates", (_req, res) => {
  res.send(container.resolve("rates").today());
});
app.get("/limits", (_req, res) => {
  res.send(container.resolve("limits"));
});
app.get("/theme", (_req, res) => {
  res.send(container.cradle.theme);
});
