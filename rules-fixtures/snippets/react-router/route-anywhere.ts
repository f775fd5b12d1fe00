// @filename: app/features/orders.ts
import { readFileSync } from "node:fs";
import type { ActionFunction, LoaderFunctionArgs } from "@remix-run/node";

export async function loader({ params }: LoaderFunctionArgs) {
  return readFileSync(`orders/${String(params.id)}.json`, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: loader of a route → loader → fs.readFileSync
}

export const action: ActionFunction = () => {
  readFileSync("orders.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: action of a route → action → fs.readFileSync
  return null;
};
// @filename: app/loaders/images.ts
import { readFileSync } from "node:fs";

// A loader of something else.
export function loader(name: string) {
  return readFileSync(name);
//       ^^^^^^^^^^^^^^^^^^ unknown
}
