import Database from "better-sqlite3";
import express from "express";
import { readFileSync } from "node:fs";

class Reports {
  latest(): string {
    return readFileSync("report.txt", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /report → latest → fs.readFileSync
  }
}

class Stores {
  readonly reports = new Reports();
}

function connect(file: string): Database.Database;
function connect(file: string, isReadonly: boolean): Database.Database;
function connect(file: string, readonly = false): Database.Database {
  return new Database(file, { readonly });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /report → openDatabase → connect → new better-sqlite3
}

async function openDatabase(): Promise<Database.Database> {
  await Promise.resolve();
  return connect("app.db", true);
}

async function openStores(): Promise<Stores> {
  await Promise.resolve();
  return new Stores();
}

const app = express();

app.get("/report", async (_req, res) => {
  const [database, stores] = await Promise.all([openDatabase(), openStores()]);
  const { reports } = stores;
  database.exec("DELETE FROM sessions");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /report → better-sqlite3.Database.exec
  res.send(reports.latest());
});
