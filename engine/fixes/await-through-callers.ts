/** The fix across functions: the call awaits its twin, its function becomes asynchronous, and so does whoever calls it. */
import type { Project } from "../project.js";
import type { FileRewrite, FormQuestion, FunctionPlace, RegistrationPlace, Rewrite, Rewriter } from "../rewriter.js";
import type { EntryPoint, Finding } from "../rules/finding.js";
import { awaitInPlace } from "./await-in-place.js";
import { isRefusal, type Plan, type Refusal } from "./fix.js";
import { INDIFFERENT } from "./indifferent-callers.js";

/** More functions than these are a redesign, which people do. */
const MAX_FUNCTIONS = 200;

/** @param project the one that the finding was found in, unchanged */
export function awaitThroughCallers(
  project: Pick<Project, "rewriter">,
  finding: Finding,
  options: SpreadOptions = {},
): Plan | Refusal {
  const own = awaitInPlace(finding);
  return isRefusal(own) ? own : withWaitingCallers(project, finding, own, options);
}

/** What a person has chosen. */
export interface SpreadOptions {
  /** Functions that the package offers to others may change. */
  readonly mayChangeOffer?: boolean;
}

/**
 * @param own what is done at the call itself, whose function has to wait then
 * @returns the same, with all that has to wait for that function
 */
export function withWaitingCallers(
  { rewriter }: Pick<Project, "rewriter">,
  finding: Finding,
  own: Plan,
  options: SpreadOptions = {},
): Plan | Refusal {
  if (!rewriter) return { reason: "This source can only be read." };
  const { location } = finding;
  const around = rewriter.functionAround(location.file, location);
  if (!around) return { reason: "The call is made at a module's top level." };
  const spread = functionsOf(rewriter, around, finding, options);
  if ("reason" in spread) return spread;
  const rewrites = new Map<string, Rewrite[]>(own.files.map(({ file, rewrites: first }) => [file, [...first]]));
  for (const { file, rewrite } of spread.rewrites) rewrites.set(file, [...(rewrites.get(file) ?? []), rewrite]);
  const files = [...rewrites].map(([file, all]): FileRewrite => ({ file, rewrites: all }));
  const { changed, offered } = spread;
  if (changed === 0) return { ...own, files };
  const title = `${own.title}, and make ${changed === 1 ? "its function" : `${changed} functions`} asynchronous`;
  if (offered.length === 0) return { ...own, title, files };
  const names = offered.join(", ");
  const note = `The package offers ${names} to others, who will have to wait: a breaking change.`;
  return {
    ...own,
    title: `${title}, which changes what the package offers`,
    files,
    notes: [...(own.notes ?? []), note],
  };
}

interface Spread {
  readonly rewrites: readonly { readonly file: string; readonly rewrite: Rewrite }[];
  /** How many functions become asynchronous. */
  readonly changed: number;
  /** Names that others who install the package call some of them by. */
  readonly offered: readonly string[];
}

/** A level of callers at a time, up to functions that are asynchronous already. */
function functionsOf(
  rewriter: Rewriter,
  first: FunctionPlace,
  finding: Finding,
  options: SpreadOptions,
): Spread | Refusal {
  const offered: string[] = [];
  const rewrites: Spread["rewrites"][number][] = [];
  const seen = new Map<string, FunctionPlace>([[keyOf(first), first]]);
  let changed = 0;
  for (let level = [first]; level.length > 0;) {
    const next: FunctionPlace[] = [];
    const reach = (place: FunctionPlace): void => {
      if (seen.has(keyOf(place))) return;
      seen.set(keyOf(place), place);
      next.push(place);
    };
    const forms = rewriter.asynchronousForms(level.map((place) => questionOf(place, finding, options)));
    for (const [index, place] of level.entries()) {
      const form = forms[index];
      if (form?.is !== "possible") return { reason: form?.reason ?? "The function's callers are not known." };
      if (form.isAsynchronous) continue;
      changed++;
      if (form.offeredAs !== undefined) offered.push(form.offeredAs);
      rewrites.push({ file: place.file, rewrite: { rewrite: "make-asynchronous", function: spanOf(place) } });
      for (const signature of form.signatures) {
        rewrites.push({ file: signature.file, rewrite: { rewrite: "promise-result", declaration: spanOf(signature) } });
      }
      for (const call of form.calls) {
        const gathered = call.isGathered === true ? { isGathered: true } : {};
        rewrites.push({ file: call.file, rewrite: { rewrite: "await-call", call: spanOf(call), ...gathered } });
        reach(call.within);
      }
      form.alike.forEach(reach);
    }
    if (seen.size > MAX_FUNCTIONS) return { reason: `More than ${MAX_FUNCTIONS} functions would have to wait for it.` };
    level = next;
  }
  return { rewrites: distinct(rewrites), changed, offered };
}

function questionOf(place: FunctionPlace, { paths, twin }: Finding, options: SpreadOptions): FormQuestion {
  const entryPoints = paths
    .map(({ entryPoint }) => entryPoint)
    .filter(({ location }) => location.file === place.file && location.start === place.nameOffset);
  const kinds = entryPoints.map(({ kind }) => kind);
  return {
    function: place,
    isAwaited: kinds.some((kind) => DECLARED.has(kind)),
    isIgnored: kinds.length > 0 && kinds.every((kind) => kind === "websocket"),
    registrations: entryPoints.flatMap(({ asynchronous }) => (asynchronous ? [registrationOf(asynchronous)] : [])),
    mayChangeOffer: options.mayChangeOffer === true,
    isReading: twin?.isReading === true,
    indifferent: INDIFFERENT,
  };
}

function registrationOf({ registration, ...rest }: NonNullable<EntryPoint["asynchronous"]>): RegistrationPlace {
  return { ...rest, file: registration.file, start: registration.start, end: registration.end };
}

/** Kinds of entry points whose decorated methods are waited for. */
const DECLARED: ReadonlySet<string> = new Set(["http", "middleware", "rpc", "resolver", "websocket", "queue"]);

function distinct(rewrites: Spread["rewrites"]): Spread["rewrites"] {
  return [...new Map(rewrites.map((each) => [JSON.stringify(each), each])).values()];
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start, end };
}

function keyOf({ file, start, end }: FunctionPlace): string {
  return `${file}:${start}:${end}`;
}
