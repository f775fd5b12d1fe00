import { readFileSync } from "node:fs";
import Emittery from "emittery";
import { EventEmitter } from "eventemitter3";
import express from "express";
import mitt from "mitt";

const Events = { Placed: "placed", Warm: "warm" } as const;

const orders = mitt();
const mails = new Emittery();
const shipments = new EventEmitter();

orders.on("placed", () => {
  readFileSync("order.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /orders → fs.readFileSync
});

orders.on("*", () => {
  readFileSync("any.json");
//^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "*" listener → fs.readFileSync
});

mails.on("sent", async () => {
  readFileSync("mail.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /orders → fs.readFileSync
});

shipments.on(Events.Placed, () => {
  readFileSync("shipment.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /orders → fs.readFileSync
});

shipments.on(Events.Warm, () => {
  readFileSync("cache.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});

shipments.emit(Events.Warm);

express().post("/orders", async (_req, res) => {
  orders.emit("placed");
  shipments.emit(Events.Placed);
  await mails.emit("sent");
  res.end();
});
