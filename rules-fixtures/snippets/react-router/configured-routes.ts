// @filename: app/routes.ts
import { index, layout, prefix, route, type RouteConfig } from "@react-router/dev/routes";

export default [
  index("./start/home.tsx"),
  layout("./shop/layout.tsx", [route("cart", "./shop/cart.tsx"), ...prefix("items", [route(":id", "./shop/item.tsx")])]),
] satisfies RouteConfig;
// @filename: app/start/home.tsx
import { readFileSync } from "node:fs";

export const loader = () => readFileSync("home.json", "utf8");
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET / → loader → fs.readFileSync

// In the browser.
export async function clientLoader() {
  return readFileSync("home.json", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}
// @filename: app/shop/layout.tsx
import { readFileSync } from "node:fs";

export const loader = () => readFileSync("shop.json", "utf8");
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET / → loader → fs.readFileSync
// @filename: app/shop/cart.tsx
import { readFileSync } from "node:fs";

export async function action({ request }) {
  return readFileSync(`${await request.text()}.json`, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /cart → action → fs.readFileSync
}
// @filename: app/shop/item.tsx
import { readFileSync } from "node:fs";

export async function loader({ params }) {
  return readFileSync(`${params.id}.json`, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /items/:id → loader → fs.readFileSync
}
