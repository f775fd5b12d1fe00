// @filename: app/actions.ts
"use server";
import { appendFileSync } from "node:fs";

export async function subscribe(form: FormData) {
  appendFileSync("subscribers.txt", String(form.get("email")));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: server action subscribe → subscribe → fs.appendFileSync
}

export const unsubscribe = async (form: FormData) => {
  appendFileSync("left.txt", String(form.get("email")));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: server action unsubscribe → unsubscribe → fs.appendFileSync
};
// @filename: app/page.tsx
import { appendFileSync } from "node:fs";
import Form from "next/form";

export default function Page() {
  async function vote() {
    "use server";
    appendFileSync("votes.txt", "1");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: server action vote → vote → fs.appendFileSync
  }
  return <Form action={vote}>vote</Form>;
}
