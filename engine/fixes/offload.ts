/** The fix for what has no asynchronous form: the work moves to a pool of worker threads. */
import { catalogue } from "../catalogue/index.js";
import type { Project } from "../project.js";
import type { OffloadCall } from "../rewriter.js";
import type { Finding } from "../rules/finding.js";
import { withWaitingCallers } from "./await-through-callers.js";
import { databaseOf } from "./databases.js";
import type { Plan, Refusal } from "./fix.js";
import { breakEven, BUNDLERS, passedAsPlainData, POOL, RUNNERS, THROWING_OBJECTS } from "./worker-pool.js";

/** Whether it makes sense to ask: what is moved has no asynchronous form, none that leaves the loop, or another package's. */
export function isOffloadable(finding: Finding): boolean {
  const { builds, kind, twin, isFakeAsync, offload: leaves } = finding;
  if (builds !== undefined) return false;
  if (leaves === true || isFakeAsync === true) return true;
  return kind === "cpu" && twin !== undefined && isOfAnotherPackage(finding, twin.module);
}

/** @param project the one that the finding was found in, unchanged */
export function offload(project: Pick<Project, "rewriter">, finding: Finding): Plan | Refusal {
  const { rewriter } = project;
  const { callee, location, twin, kind } = finding;
  if (!rewriter) return { reason: "This source can only be read." };
  if (twin && !isOfAnotherPackage(finding, twin.module))
    return { reason: `${callee} has an asynchronous form, which needs no worker: ${twin.module}.${twin.member}.` };
  if (!twin && finding.offload !== true && finding.isFakeAsync !== true) return { reason: finding.note ?? NO_WORK };
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
    throwingObjects: THROWING_OBJECTS,
    ...passedAsPlainData(finding),
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

/** Whoever does without the other package can still do the same work on another thread. */
function isOfAnotherPackage({ identity }: Finding, module: string): boolean {
  return !module.startsWith("node:") && module !== "global" && module !== identity.slice(0, identity.indexOf("#"));
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
