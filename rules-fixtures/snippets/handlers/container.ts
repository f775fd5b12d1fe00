// @only: typed the container's method gives what its type argument or its class says
import { readFileSync } from "node:fs";
import express from "express";
import { container, injectable } from "tsyringe";

@injectable()
class Pages {
  terms() {
    return readFileSync("terms.html", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → terms → fs.readFileSync
  }
}

express().get("/terms", (_req, res) => {
  res.send(container.resolve(Pages).terms());
});
