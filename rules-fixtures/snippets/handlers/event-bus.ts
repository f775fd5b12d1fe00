import { EventEmitter } from "node:events";
import { appendFileSync } from "node:fs";
import express from "express";

class Bus extends EventEmitter {}
export const bus = new Bus();

bus.on("user.created", (name: string) => {
  appendFileSync("users.log", name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /users → fs.appendFileSync
});

express().post("/users", (_req, res) => {
  bus.emit("user.created", "Ada");
  res.end();
});
