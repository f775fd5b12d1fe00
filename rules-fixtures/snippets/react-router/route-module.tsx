// @filename: app/routes/users.$id.tsx
import { readFileSync, writeFileSync } from "node:fs";
import type { Route } from "./+types/users.$id";

export async function loader({ params }: Route.LoaderArgs) {
  return { user: readFileSync(`users/${params.id}.json`, "utf8") };
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users/$id → loader → fs.readFileSync
}

export const action = async ({ request }: Route.ActionArgs) => {
  writeFileSync("user.json", await request.text());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /users/$id → action → fs.writeFileSync
};

export default function User({ loaderData }: Route.ComponentProps) {
  return <pre>{loaderData.user + readFileSync("user.css", "utf8")}</pre>;
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: GET /users/$id → User → fs.readFileSync
}
// @filename: app/routes/_index.tsx
import { readFileSync } from "node:fs";

export function loader() {
  return readFileSync("index.md", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET / → loader → fs.readFileSync
}
// @filename: app/routes/reports/route.tsx
import { readFileSync } from "node:fs";

export function loader() {
  return readFileSync("reports.csv", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /reports → loader → fs.readFileSync
}

// Of no use to the framework.
export function summary() {
  return readFileSync("reports.csv", "utf8").length;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
}
