// @filename: src/hooks.server.ts
import { appendFileSync, readFileSync } from "node:fs";
import { sequence } from "@sveltejs/kit/hooks";

function session({ event, resolve }) {
  event.locals.session = readFileSync("session.json", "utf8");
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: handle hook → session → fs.readFileSync
  return resolve(event);
}

export const handle = sequence(session, ({ event, resolve }) => {
  appendFileSync("access.log", event.url.pathname);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: handle hook → fs.appendFileSync
  return resolve(event);
});

export function handleError({ error }) {
  appendFileSync("errors.log", String(error));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: handleError hook → handleError → fs.appendFileSync
}

export async function init() {
  readFileSync("settings.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
}
// @filename: src/routes/+page.server.ts
export const prerender = true;
