// @only: untyped because version 2 is installed here
import { readFileSync } from "node:fs";
import { createApp, createRouter, eventHandler } from "h3";

const app = createApp();
const router = createRouter().get("/terms", eventHandler(() => readFileSync("terms.html", "utf8")));
//                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync

app.use(eventHandler(() => void readFileSync("session.json")));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → fs.readFileSync
app.use(router);
