// @filename: app.js
const express = require("express");

const app = express();
const API = "/api";

const routes = [
  { path: "/users", router: require("./routes/users") },
  { path: "/posts", router: require("./routes/posts") },
];

for (const { path, router } of routes) app.use(`${API}/v1${path}`, router);

[["/health", require("./routes/health")]].forEach(([path, router]) => app.use(path, router));

// @filename: routes/users.js
const fs = require("node:fs");
const { Router } = require("express");

const router = Router();

router.get("/", (_request, response) => response.send(fs.readFileSync("users.json")));
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/v1/users → fs.readFileSync

module.exports = router;

// @filename: routes/posts.js
const fs = require("node:fs");
const router = require("express").Router();

router.get("/:id", (_request, response) => response.send(fs.readFileSync("posts.json")));
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/v1/posts/:id → fs.readFileSync

module.exports = router;

// @filename: routes/health.js
const fs = require("node:fs");
const router = require("express").Router();

router.get("/", (_request, response) => response.send(fs.readFileSync("health.json")));
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /health → fs.readFileSync

module.exports = router;
