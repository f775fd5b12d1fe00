import { writeFileSync } from "node:fs";
import express from "express";

const app = express();

app.listen(3000, () => {
  writeFileSync("server.pid", String(process.pid));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
