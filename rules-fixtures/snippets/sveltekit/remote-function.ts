// @filename: src/routes/posts.remote.ts
import { readFileSync, writeFileSync } from "node:fs";
import { form, prerender, query } from "$app/server";

export const posts = query(async () => readFileSync("posts.json", "utf8"));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: remote query → fs.readFileSync

export const save = form("unchecked", async (data) => {
  writeFileSync("post.json", JSON.stringify(data));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: remote form → fs.writeFileSync
});

export const about = prerender(async () => readFileSync("about.md", "utf8"));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
