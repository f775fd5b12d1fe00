// @filename: bus.ts
import { EventEmitter } from "node:events";

export class Bus extends EventEmitter {
  start(): void {
    this.emit("started");
  }

  publish(event: string): void {
    this.emit(event);
  }
}

export const bus = new Bus();
export const alerts = new EventEmitter();
// @filename: listeners.ts
import { readFileSync, statSync } from "node:fs";
import { alerts, bus } from "./bus.js";

bus.on("placed", save);

function save(): void {
  readFileSync("order.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /orders → save → fs.readFileSync
}

bus.on("shipped", () => {
  readFileSync("shipping.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /shipments → fs.readFileSync
});

bus.on("warm", () => {
  readFileSync("cache.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});

bus.on("started", () => {
  readFileSync("state.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});

alerts.on("placed", () => {
  statSync("alert.json");
//^^^^^^^^^^^^^^^^^^^^^^ startup
});

// Nobody in sight emits it: something else may.
alerts.on("raised", () => {
  statSync("alert.json");
//^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "raised" listener → fs.statSync
});
// @filename: app.ts
import express from "express";
import { alerts, bus } from "./bus.js";
import "./listeners.js";

const app = express();

bus.emit("warm");
bus.start();
alerts.emit("placed");

app.post("/orders", (_req, res) => {
  bus.emit("placed", "book");
  res.end();
});

app.post("/shipments", (_req, res) => {
  bus.publish("shipped");
  res.end();
});

app.listen(3000);
