/** The sentence a person reads: what blocks, for how long, who waits, what to do. */
import type { CatalogueMatch } from "../catalogue/lookup.js";
import type { CatalogueRow, CostTier, Growth, SetUp, Twin } from "../catalogue/row.js";
import { MAX_HEAD, type SentData } from "../entrypoints/request-data.js";
import type { Appearance } from "./asynchrony.js";
import type { BlockingPath, Context } from "./finding.js";

const BY_TIER: Readonly<Record<CostTier, string>> = {
  0: "for less than 0.05 ms",
  1: "for up to 1 ms",
  2: "for up to 20 ms",
  3: "for more than 20 ms",
};

const WITHOUT_LOOP: Readonly<Record<Exclude<Context, "loop">, string>> = {
  startup: "It runs while the process starts.",
  once: "It runs at most once.",
  worker: "It runs on another thread or process.",
  script: "It runs in scripts, tests or development only.",
  unknown: "Nothing that was read calls it.",
};

/** How a blocking call is called in messages: the module without its prefix, and the member. */
export function calleeName({ module, row }: CatalogueMatch): string {
  const shortModule = module.replace(/^node:/u, "");
  const member = row.member.replace(/^new (?=default$)/u, "").replace(/\(\)$/u, "");
  if (module === "global" || module === "") return member;
  if (member === "default") return row.member.startsWith("new ") ? `new ${shortModule}` : shortModule;
  return member.startsWith("new ") ? `new ${shortModule}.${member.slice(4)}` : `${shortModule}.${member}`;
}

/** What else is known of a call. */
export interface Circumstances extends Appearance {
  /** Given where it builds the same each time. */
  readonly setup?: SetUp | undefined;
  /** What a client sent that decides how long it takes. */
  readonly sent?: readonly SentData[] | undefined;
}

export function messageOf(
  match: CatalogueMatch,
  context: Context,
  paths: readonly BlockingPath[],
  { setup, sent, looksAsync, together }: Circumstances = {},
): string {
  const { row } = match;
  return [
    sent && row.growth ? whatGrows(match, row.growth, sent) : whatBlocks(match),
    context === "loop" ? whoWaits(calleeName(match), paths) : WITHOUT_LOOP[context],
    looksAsync === undefined ? "" : `${looksAsync} only looks asynchronous: it gets there before it first waits.`,
    together === undefined
      ? ""
      : `${together} does not run them at the same time: nothing else runs until all are done.`,
    setup ? `It builds ${setup.builds} that is the same each time: build it once, at module scope.` : "",
    whatToDo(setup ? withoutAdvice(row) : row),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function whatBlocks(match: CatalogueMatch): string {
  const { row } = match;
  const callee = calleeName(match);
  const subject = match.module === "" && callee.includes(" ") ? `A ${callee}` : callee;
  if (row.isFakeAsync === true && row.cost.ms !== undefined && row.cost.totalMs !== undefined) {
    const share = `${readable(row.cost.ms)} ms of ${readable(row.cost.totalMs)} ms`;
    return `${subject} looks asynchronous and still runs on the event loop: ${share}${sizeOf(row)}.`;
  }
  if (row.isFakeAsync !== true) return `${subject} blocks the event loop ${howLong(row)}.`;
  const { loopShare } = row.cost;
  const share = loopShare === undefined ? "" : `: ${String(Math.round(loopShare * 100))} % of its time is spent there`;
  return `${subject} looks asynchronous and still blocks the event loop ${howLong(row)}${share}.`;
}

const GROWTHS: Readonly<Record<Growth, string>> = {
  shift: "with the square of the length",
  polynomial: "with the square of the length, or faster,",
  exponential: "exponentially with the size",
  quadratic: "with the square of the number of elements (n²)",
};

function whatGrows(match: CatalogueMatch, growth: Growth, sent: readonly SentData[]): string {
  const callee = calleeName(match);
  const subject = /^(?:search|loop|copy|recursion)\b/u.test(callee) ? `A ${callee}` : callee;
  const names = [...new Set(sent.map(({ path }) => path))].join(" and ");
  const limit = sent.every(({ isInHead }) => isInHead)
    ? `which only Node.js limits, to ${String(MAX_HEAD / 1024)} KB`
    : "which nothing that was read limits";
  return `${subject} blocks the event loop for a time that grows ${GROWTHS[growth]} of ${names}, ${limit}.`;
}

function howLong(row: CatalogueRow): string {
  const { tier, ms } = row.cost;
  return `${ms === undefined ? BY_TIER[tier] : `for about ${readable(ms)} ms per call`}${sizeOf(row)}`;
}

function sizeOf({ cost, sizeDependent }: CatalogueRow): string {
  const of = cost.of === undefined ? "" : ` (${cost.of})`;
  return sizeDependent === true ? `${of}, longer the larger its input` : of;
}

/** Two significant digits: 0.012, 1.2, 65. */
function readable(ms: number): string {
  return ms >= 10 ? String(Math.round(ms)) : String(Number(ms.toPrecision(2)));
}

function whoWaits(callee: string, paths: readonly BlockingPath[]): string {
  const [first] = paths;
  if (!first) return "";
  const others = new Set(
    paths
      .slice(1)
      .map(({ entryPoint }) => entryPoint.label)
      .filter((label) => label !== first.entryPoint.label),
  ).size;
  const waiting =
    others === 0
      ? `${first.entryPoint.label} waits on it`
      : `${first.entryPoint.label} and ${String(others)} more wait on it`;
  const names = first.hops.map(({ name }) => name);
  const isDirect = names.length <= 1 && names.every((name) => name === callee);
  return isDirect ? `${waiting}.` : `${waiting}: ${names.join(" → ")}.`;
}

function whatToDo({ twin, offload, isFakeAsync, note }: CatalogueRow): string {
  const move =
    isFakeAsync === true
      ? "Only another thread takes it off the loop: run it in a worker."
      : "It has no asynchronous form: run it in a worker thread.";
  const advice = twin ? useTwin(twin) : offload === true ? move : "";
  return [advice, note ?? twin?.note ?? twin?.remark ?? ""].filter((sentence) => sentence !== "").join(" ");
}

/** What is built once needs no other thread, and no second telling that it should be built once. */
function withoutAdvice({ setup, note, ...row }: CatalogueRow): CatalogueRow {
  return setup?.isQuick === true && note !== undefined ? { ...row, note, offload: false } : { ...row, offload: false };
}

function useTwin({ module, member, isCallback }: Twin): string {
  const shortModule = module.startsWith("node:") ? module.slice("node:".length).replace("/", ".") : module;
  const name = member === "default" ? shortModule : module === "global" ? member : `${shortModule}.${member}`;
  return isCallback === true
    ? `Use ${name}, which takes a callback (util.promisify lets it be awaited).`
    : `Use ${name}.`;
}
