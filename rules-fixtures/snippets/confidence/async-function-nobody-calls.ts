import { readFileSync } from "node:fs";

/** Asynchronous functions are written to be called by something that serves. */
export async function loadTemplate(name: string): Promise<string> {
  return readFileSync(name, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io possible: async function loadTemplate → loadTemplate → fs.readFileSync
}
