import Database from "better-sqlite3";
import express from "express";

const db = new Database("app.db");
const app = express();

app.get("/users", (_req, res) => {
  res.json(db.prepare("SELECT * FROM users").all());
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users → better-sqlite3.Statement.all
});
