import express from "express";
import commandExists from "command-exists";

const app = express();

app.get("/browsers", (_req, res) => {
  res.json({ chrome: commandExists.sync("google-chrome") });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /browsers → command-exists.sync
});
