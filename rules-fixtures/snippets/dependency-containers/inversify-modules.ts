import { readFileSync } from "node:fs";
import express from "express";
import { Container, ContainerModule } from "inversify";

class Letters {
  newest(): string {
    return readFileSync("letters.txt", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /letters → newest → fs.readFileSync
  }
}

class Parcels {
  weights(): string {
    return readFileSync("parcels.txt", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /parcels → weights → fs.readFileSync
  }
}

class Couriers {
  list(): string {
    return readFileSync("couriers.txt", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /couriers → list → fs.readFileSync
  }
}

const container = new Container();
container.load(
  // The function itself was handed over by the sixth version.
  new ContainerModule((bind: any) => {
    bind("Letters").to(Letters);
  }),
  new ContainerModule(({ bind }) => {
    bind("Parcels").to(Parcels);
  }),
  new ContainerModule((options) => {
    options.bind("Couriers").to(Couriers);
  }),
);

const app = express();

app.get("/letters", async (_req, res) => {
  const letters: any = await container.getAsync("Letters");
  res.send(letters.newest());
});
app.get("/parcels", (_req, res) => {
  const all: any[] = container.getAll("Parcels");
  res.send(all.map((parcels) => parcels.weights()));
});
app.get("/couriers", (_req, res) => {
  const couriers: any = container.get("Couriers", { optional: true });
  res.send(couriers.list());
});
