/** Turns what the search found into findings: a rule, a location, the paths, a message. */
import { isSetup } from "../catalogue/lookup.js";
import type { CatalogueRow, Kind } from "../catalogue/row.js";
import { Callers, type Route as Way } from "../paths/callers.js";
import {
  weaker,
  type BlockingCall,
  type FoundRoutes,
  type FunctionRef,
  type SearchResult,
  type SourceFile,
} from "../paths/graph.js";
import type { CallFact, Span } from "../facts/facts.js";
import { positionOf } from "../facts/position.js";
import type { ProjectFile } from "../project.js";
import type {
  BlockingPath,
  Confidence,
  EntryPoint,
  Finding,
  Hop,
  Location,
  Problem,
  Route,
  RuleName,
  UnusedSuppression,
} from "./finding.js";
import type { SentData } from "../entrypoints/request-data.js";
import { sentAlong } from "../paths/taint.js";
import { appearanceOf } from "./asynchrony.js";
import { failureProblem } from "./failure.js";
import { calleeName, messageOf } from "./message.js";
import type { RuleDeclaration } from "./rule.js";
import { suppressionOf, unusedDirectives } from "./suppressions.js";

const RULE_OF: Readonly<Record<Kind, RuleName>> = {
  "sync-io": "no-sync-io",
  cpu: "no-sync-cpu",
  wait: "no-blocking-wait",
  loop: "no-blocking-loop",
  regex: "no-slow-regex",
};

/** What is reported of the blocking calls, and those that no rule could say anything about. */
export interface Found {
  readonly findings: readonly Finding[];
  /** One for each rule and file. */
  readonly failures: readonly Problem[];
}

/**
 * Every blocking call in every context, in order of file and position.
 *
 * @param declarations of the rules; a rule that throws costs its own findings alone
 */
export function findingsOf(result: SearchResult, declarations: readonly RuleDeclaration[]): Found {
  const callers = new Callers(result);
  const failures = new Map<string, Problem>();
  const findings = result.blockingCalls.flatMap((call) => {
    const rule = ruleOf(call);
    try {
      const declaration = declarations.find(({ name }) => name === rule);
      return findingOf(call, rule, declaration, callers) ?? [];
    } catch (error) {
      const { path: file, facts } = call.file;
      const { line } = positionOf(facts.lineStarts, call.span.start);
      const key = `${rule} ${file}`;
      if (!failures.has(key)) failures.set(key, failureProblem(error, { rule, file, line }, MISSING_FINDING));
      return [];
    }
  });
  return { findings: findings.sort(byPosition), failures: [...failures.values()] };
}

const MISSING_FINDING = "What it finds here is not reported.";

/** What the search could not do, each once, with the first of its places. */
export function searchFailuresOf({ failures }: FoundRoutes): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const { error, kind, file } of failures) {
    const place = { ...(kind && { rule: RULE_OF[kind] }), ...(file && { file: file.path }) };
    const problem = failureProblem(error, place, "Paths and findings may be missing.");
    if (!problems.has(problem.message)) problems.set(problem.message, problem);
  }
  return [...problems.values()];
}

function ruleOf(call: BlockingCall): RuleName {
  const { row } = call.match;
  return isSetup(row, factOf(call)) ? "no-setup-in-handler" : RULE_OF[row.kind];
}

/** Every HTTP route, in order of file and position of its registration. */
export function routesOf({ routes }: FoundRoutes): Route[] {
  return routes.map(({ method, path, file, span, framework, isLikely, handler, around = [], madeBy = [] }) => {
    const registration = locationOf(file, span);
    return {
      method,
      path,
      location: handler ? functionLocation(handler) : registration,
      registration,
      framework,
      ...(isLikely === true && { isLikely }),
      ...(handler && { handler: { file: handler.file.path, function: handler.id } }),
      ...(around.length > 0 && {
        around: around.map(({ file: at, span: where, ...rest }) => ({ ...rest, location: locationOf(at, where) })),
      }),
      ...(madeBy.length > 0 && { madeBy: madeBy.map((maker) => locationOf(maker.file, maker.span)) }),
    };
  });
}

/** The comments in these files that disable nothing: what nobody waits for is not reported, so it needs no comment. */
export function unusedSuppressionsIn(
  files: readonly ProjectFile[],
  findings: readonly Finding[],
): readonly UnusedSuppression[] {
  const onLoop = findings.filter(({ context }) => context === "loop");
  const rules = new Set<string>([...Object.values(RULE_OF), "no-setup-in-handler"]);
  return files
    .filter(({ facts }) => facts.directives.length > 0)
    .flatMap((file) => {
      const found = onLoop
        .filter(({ location }) => location.file === file.path)
        .map(({ rule, location }) => ({ rule, line: location.line - 1 }));
      return unusedDirectives(file.facts, found)
        .filter(({ rule }) => rules.has(rule))
        .map(({ rule, directive: { offset } }) => ({
          rule: rule as RuleName,
          location: locationOf(file, { start: offset, end: offset + 1 }),
        }));
    })
    .sort(byPosition);
}

function byPosition(a: { readonly location: Location }, b: { readonly location: Location }): number {
  if (a.location.file !== b.location.file) return a.location.file < b.location.file ? -1 : 1;
  return a.location.start - b.location.start || a.location.end - b.location.end;
}

/** Undefined for what only blocks when a client sends much, where nothing that a client sends reaches it. */
function findingOf(
  call: BlockingCall,
  rule: RuleName,
  declaration: RuleDeclaration | undefined,
  callers: Callers,
): Finding | undefined {
  const { match } = call;
  const { row } = match;
  const { context, routes: reaching } = callers.explain(call);
  const { input } = call;
  const bringing =
    input &&
    reaching.flatMap((route) => {
      const sent = sentAlong(route, call.file, input);
      return sent ? [{ route, sent }] : [];
    });
  if (bringing?.length === 0) return undefined;
  const routes = bringing?.map(({ route }) => route) ?? reaching;
  const sent = bringing?.[0]?.sent;
  const isMostlyFew =
    bringing?.every(({ sent: parts }) =>
      parts.some(({ isFetched, isKeys }) => isFetched === true || isKeys === true),
    ) === true;
  const callee = calleeName(match);
  const location = locationOf(call.file, call.span);
  const paths = routes.map((route) => pathOf(route, callee, location)).sort(byCertainty);
  const [best] = paths;
  const setup = rule === "no-setup-in-handler" ? row.setup : undefined;
  const most = declaration?.certainty?.(row) ?? mostOf(row);
  const bestRoute = routes.find((route) => route.entry.label === best?.entryPoint.label) ?? routes[0];
  // A file that is read is fast or slow, whatever the function around it looks like.
  const appearance = bestRoute && row.kind !== "sync-io" ? appearanceOf(bestRoute, call) : {};
  const suppressed = suppressionOf(call.file.facts, rule, location.line - 1);
  return {
    rule,
    kind: row.kind,
    cost: row.cost,
    confidence: atMost(isMostlyFew ? "possible" : most, best?.confidence ?? call.confidence),
    context,
    location,
    callee,
    identity: `${match.module}#${row.member}`,
    isInLoop: bestRoute?.isInLoop ?? call.isInLoop,
    within: namesAround(call),
    paths,
    message: messageOf(match, context, paths, { setup, sent, ...appearance }),
    ...(row.twin && { twin: row.twin }),
    ...(row.offload === true && { offload: true }),
    ...(row.isFakeAsync === true && { isFakeAsync: true }),
    ...(appearance.looksAsync !== undefined && { looksAsync: appearance.looksAsync }),
    ...(row.note !== undefined && { note: row.note }),
    ...(match.regex && { regex: match.regex }),
    ...(setup && { builds: setup.builds }),
    ...(sent && { sent: namesOf(sent) }),
    ...(suppressed && { suppressed }),
  };
}

/** The parts of the input, each once. */
function namesOf(sent: readonly SentData[]): string {
  return [...new Set(sent.map(({ path }) => path))].join(" and ");
}

function factOf({ file, call }: BlockingCall): CallFact | undefined {
  return call === undefined ? undefined : file.facts.calls[call];
}

/** `Accounts.verify`: inline callbacks have no name, and do not count. */
function namesAround({ file, span }: BlockingCall): string {
  const isAround = ({ span: around }: { readonly span: Span }): boolean =>
    around.start <= span.start && span.end <= around.end;
  const { functions, classes } = file.facts;
  const named = [
    ...functions
      .filter((fact) => fact.kind !== "module" && isAround(fact))
      .map(({ kind, name, span: own }) => ({ name: kind === "constructor" ? kind : name, span: own })),
    ...classes.filter(isAround),
  ];
  return named
    .sort((outer, inner) => outer.span.start - inner.span.start || inner.span.end - outer.span.end)
    .flatMap(({ name }) => name ?? [])
    .join(".");
}

/** What depends on the size of the input, or takes long at first only, is never certain to be noticed. */
function mostOf({ sizeDependent, setup }: CatalogueRow): Confidence {
  return sizeDependent === true || setup?.isRemembered === true ? "probable" : "definite";
}

function atMost(most: Confidence, confidence: Confidence): Confidence {
  return weaker(most, confidence);
}

function byCertainty(a: BlockingPath, b: BlockingPath): number {
  if (a.confidence !== b.confidence) return weaker(a.confidence, b.confidence) === b.confidence ? -1 : 1;
  return (
    a.hops.length - b.hops.length ||
    compareText(a.entryPoint.location.file, b.entryPoint.location.file) ||
    a.entryPoint.location.start - b.entryPoint.location.start
  );
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function pathOf(route: Way, callee: string, blocking: Location): BlockingPath {
  const hops = route.hops.flatMap(({ function: ref, at }): Hop[] => {
    const name = functionName(ref);
    if (name === undefined) return [];
    return [{ name, location: at ? locationOf(at.file, at.span) : functionLocation(ref) }];
  });
  const { entry } = route;
  const asynchronous = asynchronousHandlers(entry);
  const entryLocation = entry.function ? functionLocation(entry.function) : locationOf(entry.file, entry.span);
  return {
    entryPoint: {
      label: entry.label,
      kind: entry.kind,
      location: entryLocation,
      ...(entry.route && { route: entry.route }),
      ...(asynchronous && { asynchronous }),
    },
    hops: [...hops, { name: callee, location: blocking }],
    confidence: route.confidence,
  };
}

function asynchronousHandlers({ by }: Way["entry"]): EntryPoint["asynchronous"] {
  const { asynchronous } = by?.recognised.registration ?? {};
  return by && asynchronous && { ...asynchronous, registration: locationOf(by.call.file, by.call.fact.span) };
}

/** A function's name for people; undefined for inline callbacks, which the entry point's label or the caller names. */
function functionName({ file, id }: FunctionRef): string | undefined {
  const fact = file.facts.functions[id];
  if (!fact || fact.kind === "module") return undefined;
  if (fact.kind === "constructor") return `new ${fact.name ?? "class"}`;
  return fact.name;
}

/** The function's name, or its first token. */
function functionLocation({ file, id }: FunctionRef): Location {
  const fact = file.facts.functions[id];
  const start = fact?.nameOffset ?? fact?.span.start ?? 0;
  const end = fact?.nameOffset === undefined ? (fact?.span.end ?? 0) : start + (fact.name?.length ?? 0);
  return locationOf(file, { start, end });
}

function locationOf(file: SourceFile, { start, end }: Span): Location {
  const first = positionOf(file.facts.lineStarts, start);
  const last = positionOf(file.facts.lineStarts, end);
  return {
    file: file.path,
    start,
    end,
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
  };
}
