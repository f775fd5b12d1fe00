const app = require("express")();
const Database = require("better-sqlite3");

let db;
db = new Database("app.db");
const byId = db.prepare("SELECT * FROM users WHERE id = ?");

app.get("/users/:id", (req, res) => {
  res.json(byId.get(req.params.id));
//         ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users/:id → better-sqlite3.Statement.get
});
