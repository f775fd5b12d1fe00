// @filename: mailer.ts
import { readFileSync } from "node:fs";

export class Mailer {
  send(template: string): string {
    return readFileSync(`mail/${template}.html`, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /accounts → register → send → fs.readFileSync
  }
}
// @filename: accounts.ts
import type { Mailer } from "./mailer";

export class Accounts {
  constructor(private readonly mailer: Mailer) {}

  register(name: string): void {
    this.mailer.send(`welcome-${name}`);
  }
}
// @filename: app.ts
import express from "express";
import { Accounts } from "./accounts";
import { Mailer } from "./mailer";

const accounts = new Accounts(new Mailer());
const app = express();

app.post("/accounts", (_req, res) => {
  accounts.register("ada");
  res.sendStatus(201);
});
