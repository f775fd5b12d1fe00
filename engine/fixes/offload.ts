/** The fix for what has no asynchronous form: the work moves to a pool of worker threads. */
import { catalogue } from "../catalogue/index.js";
import type { Project } from "../project.js";
import type { OffloadCall } from "../rewriter.js";
import type { Finding } from "../rules/finding.js";
import { withWaitingCallers } from "./await-through-callers.js";
import { databaseOf } from "./databases.js";
import type { Plan, Refusal } from "./fix.js";
import { breakEven, BUNDLERS, givesPlainData, POOL, RUNNERS } from "./worker-pool.js";

/** @param project the one that the finding was found in, unchanged */
export function offload(project: Pick<Project, "rewriter">, finding: Finding): Plan | Refusal {
  const { rewriter } = project;
  const { callee, location, twin, kind } = finding;
  if (!rewriter) return { reason: "This source can only be read." };
  if (twin)
    return { reason: `${callee} has an asynchronous form, which needs no worker: ${twin.module}.${twin.member}.` };
  if (finding.offload !== true && finding.isFakeAsync !== true) return { reason: finding.note ?? NO_WORK };
  const database = databaseOf(finding);
  if (typeof database === "string") return { reason: database };
  if (kind !== "cpu" && !database)
    return { reason: `${callee} works on what this thread holds open, which no worker shares.` };
  const { file, start, end } = location;
  const request: OffloadCall = {
    rewrite: "offload-call",
    call: { start, end },
    pool: POOL,
    bundlers: BUNDLERS,
    runners: RUNNERS,
    computing: COMPUTING,
    isPlainData: givesPlainData(finding),
    ...(database && { database }),
  };
  const form = rewriter.offloadForm(file, request);
  if (form.is === "refused") return { reason: form.reason };
  const own: Plan = {
    title: `Run ${form.name} in a worker pool`,
    files: [{ file, rewrites: [request] }],
    notes: [breakEven(finding)],
  };
  return form.waits ? withWaitingCallers(project, finding, own) : own;
}

const NO_WORK = "It is no work that another thread could do.";

/** Modules that compute, and Node's own that do nothing else. */
const COMPUTING: readonly string[] = [
  ...new Set(
    catalogue
      .filter(({ rows }) => rows.some(({ kind, offload: leaves }) => kind === "cpu" && leaves === true))
      .flatMap(({ module, aliases = [] }) => [module, ...aliases])
      .filter((module) => module !== "global"),
  ),
  "node:path",
  "node:querystring",
  "node:url",
  "node:util",
];
