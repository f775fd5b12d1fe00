import { DatabaseSync } from "node:sqlite";
import { createServer } from "node:http";

const database = new DatabaseSync("app.db");
const users = database.prepare("SELECT * FROM users");

createServer((_request, response) => {
  response.end(JSON.stringify(users.all()));
//                            ^^^^^^^^^^^ no-sync-io definite: HTTP request → sqlite.StatementSync.all
});
