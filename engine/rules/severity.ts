/** How loud a finding is where a person has not said: by how sure it is, and how long it blocks. */
import type { Finding } from "./finding.js";

export type Severity = "error" | "warning" | "information" | "hint";

export function severityOf({ confidence, cost }: Pick<Finding, "confidence" | "cost">): Severity {
  if (confidence === "possible") return "hint";
  if (confidence === "probable") return cost.tier >= 2 ? "warning" : "information";
  if (cost.tier === 3) return "error";
  return cost.tier === 0 ? "information" : "warning";
}
