/** The fix for what is built anew for every request: it is built once, where the module is loaded. */
import type { Finding } from "../rules/finding.js";
import type { Plan } from "./fix.js";

/** @param finding of something that is the same each time */
export function hoist({ location }: Finding, builds: string): Plan {
  const { file, start, end } = location;
  return {
    title: `Build ${builds} once, at module scope`,
    files: [{ file, rewrites: [{ rewrite: "hoist", call: { start, end }, builds }] }],
  };
}
