/** How loud a finding is, where a format wants a level: by how sure it is that the loop waits, and for how long. */
import type { Finding } from "@loopguard/engine";

export type Severity = "error" | "warning" | "note";

/** `error`: certain, and 1 ms or more per call. `note`: a guess, or nobody waits on the event loop. */
export function severityOf({ context, confidence, cost }: Finding): Severity {
  if (context !== "loop" || confidence === "possible") return "note";
  return confidence === "definite" && cost.tier >= 2 ? "error" : "warning";
}
