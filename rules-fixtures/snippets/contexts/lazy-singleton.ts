// @filename: database.ts
import { mkdirSync, readFileSync } from "node:fs";

export class Database {
  private static instance: Database | undefined;
  private readonly schema: string;

  private constructor() {
    mkdirSync("data", { recursive: true });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
    this.schema = readFileSync("schema.sql", "utf8");
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  }

  static getInstance(): Database {
    if (!Database.instance) {
      Database.instance = new Database();
    }
    return Database.instance;
  }

  dump(): string {
    return this.schema + readFileSync("data.sql", "utf8");
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → dump → fs.readFileSync
  }
}
// @filename: server.ts
import { createServer } from "node:http";
import { Database } from "./database";

createServer((_request, response) => {
  response.end(Database.getInstance().dump());
});
