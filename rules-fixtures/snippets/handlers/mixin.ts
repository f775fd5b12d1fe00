import { readFileSync } from "node:fs";
import express from "express";

type Constructor = new (...given: any[]) => object;

const Cached = <Base extends Constructor>(base: Base) =>
  class extends base {
    page(name: string) {
      return readFileSync(name, "utf8");
      //     ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → page → fs.readFileSync
    }
  };

class Store {}
class Pages extends Cached(Store) {}

const pages = new Pages();

express().get("/terms", (_req, res) => {
  res.send(pages.page("terms.html"));
});
