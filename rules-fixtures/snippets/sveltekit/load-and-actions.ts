// @filename: src/routes/blog/[slug]/+page.server.ts
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ params }) => {
  return { post: readFileSync(`posts/${params.slug}.md`, "utf8") };
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /blog/[slug] → load → fs.readFileSync
};

export const actions = {
  default: async () => {
    writeFileSync("likes.txt", "1");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /blog/[slug] → default → fs.writeFileSync
  },
  publish: async () => {
    execFileSync("git", ["push"]);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /blog/[slug]?/publish → publish → child_process.execFileSync
  },
} satisfies Actions;
// @filename: src/routes/+layout.server.ts
import { readFileSync } from "node:fs";

export function load() {
  return { menu: readFileSync("menu.json", "utf8") };
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET / → load → fs.readFileSync
}
// @filename: src/routes/about/+page.ts
import { readFileSync } from "node:fs";

export function load() {
  return { text: readFileSync("about.md", "utf8") };
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: GET /about → load → fs.readFileSync
}
