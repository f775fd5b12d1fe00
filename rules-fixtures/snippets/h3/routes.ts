import { readFileSync } from "node:fs";
import { defineEventHandler, defineLazyEventHandler, H3, onResponse, withBase } from "h3";

const app = new H3({ onError: () => readFileSync("error.html", "utf8") });
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: onError hook → onError → fs.readFileSync

app.get("/terms", () => readFileSync("terms.html", "utf8"));
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync

app.get("/about", defineEventHandler(() => readFileSync("about.html", "utf8")));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /about → fs.readFileSync

app.use("/admin", (_event, next) => {
  readFileSync("session.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware /admin → fs.readFileSync
  return next();
});

export const later = defineEventHandler({
  middleware: [() => void readFileSync("permissions.json")],
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: event handler → fs.readFileSync
  handler: () => readFileSync("later.html", "utf8"),
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: event handler → handler → fs.readFileSync
});

app.use(onResponse(() => void readFileSync("served.txt")));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: onResponse hook → fs.readFileSync

app.all("/old/**", withBase("/old", () => readFileSync("old.html", "utf8")));
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: ALL /old/** → fs.readFileSync

app.get(
  "/prices",
  defineLazyEventHandler(async () => {
    const currency = readFileSync("currency.txt", "utf8");
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
    return defineEventHandler(() => currency + readFileSync("prices.txt", "utf8"));
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: event handler → fs.readFileSync
  }),
);
