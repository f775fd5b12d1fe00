// @filename: users.ts
import { readFileSync } from "node:fs";
import { Router } from "express";

const router = Router();

router.get("/users", (_req, res) => {
  res.send(readFileSync("users.json", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/users → fs.readFileSync
});

export default router;
// @filename: app.ts
import express from "express";
import users from "./users";

const app = express();

app.use("/api", users);
