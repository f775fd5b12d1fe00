import { readFileSync } from "node:fs";

/** Part of a library's interface, perhaps. */
export function loadTemplate(name: string): string {
  return readFileSync(name, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
}
