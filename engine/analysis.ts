/** The analysis of a project: the search, driven against its oracle, and the findings that come of it. */
import { catalogue } from "./catalogue/index.js";
import { ignoredFiles } from "./configuration/ignored.js";
import { functionsSpokenOf, knowledgeOf } from "./configuration/knowledge.js";
import { frameworks } from "./entrypoints/index.js";
import { createKnowledge, type Knowledge } from "./paths/knowledge.js";
import { memberPathsOf } from "./paths/named-functions.js";
import type { FoundRoutes } from "./paths/graph.js";
import type { Sight } from "./paths/sight.js";
import { search, searchRoutes } from "./paths/search.js";
import type { Project } from "./project.js";
import type { Progress } from "./progress.js";
import type { Answer, Question } from "./reference.js";
import type { Analysis, AnalysisStats, Context, Finding, Problem, Route, RouteAnalysis } from "./rules/finding.js";
import { rules } from "./rules/declarations.js";
import { failuresIn } from "./rules/failure.js";
import { findingsOf, routesOf, searchFailuresOf, unusedSuppressionsIn } from "./rules/findings.js";
import type { RuleDeclaration } from "./rules/rule.js";

export interface AnalysisOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** The rules' declarations; all by default. */
  readonly rules?: readonly RuleDeclaration[];
}

const NOT_CONFIGURED: NonNullable<Project["configurations"]> = [];
const knowledgeByConfigurations = new WeakMap<NonNullable<Project["configurations"]>, Knowledge>();

/** What is known is built at first use: hosts that never analyse do not pay for it. */
export function knowledgeFor({ configurations = NOT_CONFIGURED }: Pick<Project, "configurations">): Knowledge {
  const known = knowledgeByConfigurations.get(configurations);
  if (known) return known;
  const configured = knowledgeOf(configurations);
  const saysNothing = configured.packages.length === 0 && configured.frameworks.length === 0;
  const knowledge =
    saysNothing && configurations !== NOT_CONFIGURED
      ? knowledgeFor({})
      : createKnowledge([...configured.packages, ...catalogue], [...configured.frameworks, ...frameworks]);
  knowledgeByConfigurations.set(configurations, knowledge);
  return knowledge;
}

/** Finds every blocking call of a project and explains why it runs. Never throws on bad source. */
export function analyse(project: Project, options: AnalysisOptions = {}): Analysis {
  return answered(analysisOf(project, options.rules), project, options);
}

/**
 * The same, one batch of questions at a time: for hosts that answer asynchronously, report progress,
 * or stop in between.
 */
export function* analysisOf(project: Project, declarations = rules): AnalysisProcess<Analysis> {
  return (yield* analysisAndSight(project, declarations)).analysis;
}

/** The routes of a project alone, which costs less: nothing is asked about what blocks. Never throws on bad source. */
export function findRoutes(project: Project, options: Pick<AnalysisOptions, "onProgress"> = {}): RouteAnalysis {
  const found = answered(searchRoutes([...project.files.values()], knowledgeFor(project)), project, options);
  return { routes: reportedRoutes(project, found), problems: [...problemsOf(project), ...searchFailuresOf(found)] };
}

/** Has the project's oracle answer all that is asked. */
function answered<T>(process: AnalysisProcess<T>, { oracle }: Project, { onProgress }: AnalysisOptions): T {
  let questions = 0;
  let step = process.next();
  while (step.done !== true) {
    questions += step.value.length;
    onProgress?.({ phase: "searching", done: questions });
    step = process.next(oracle.ask(step.value));
  }
  return step.value;
}

/** Questions go out, answers come back. */
export type AnalysisProcess<T> = Generator<readonly Question[], T, readonly Answer[]>;

/** With what the search looked at, which tells the edits that it would not have noticed. */
export function* analysisAndSight(
  project: Project,
  declarations: readonly RuleDeclaration[] = rules,
): AnalysisProcess<{ analysis: Analysis; sight: Sight }> {
  const files = [...project.files.values()];
  const process = search(files, knowledgeFor(project));
  let questions = 0;
  let batches = 0;
  let step = process.next();
  while (step.done !== true) {
    questions += step.value.length;
    batches++;
    step = process.next(yield step.value);
  }
  const result = step.value;
  const isReported = reportedFiles(project);
  const found = findingsOf(result, declarations);
  const findings = found.findings.filter(({ location }) => isReported(location.file));
  const routes = reportedRoutes(project, result);
  const stats: AnalysisStats = {
    files: files.length,
    tests: project.tests.length,
    pages: result.pages,
    functions: sum(files, ({ facts }) => facts.functions.length - 1),
    calls: sum(files, ({ facts }) => facts.calls.length),
    blockingCalls: findings.length,
    blockingCallsByContext: countContexts(findings),
    entryPoints: new Set(
      findings.flatMap(({ paths }) =>
        paths.map(({ entryPoint }) => `${entryPoint.location.file}:${String(entryPoint.location.start)}`),
      ),
    ).size,
    routes: routes.length,
    questions,
    batches,
    unresolved: Object.fromEntries(result.unresolved),
    searchedMentions: result.searchedMentions,
  };
  const problems = [...problemsOf(project), ...searchFailuresOf(result), ...found.failures];
  // A comment may cover what a defect left out.
  const isComplete = failuresIn(problems).length === 0;
  const unusedSuppressions = unusedSuppressionsIn(
    isComplete ? files.filter(({ path }) => isReported(path)) : [],
    findings,
  );
  const analysis = { findings, unusedSuppressions, routes, stats, problems, configured: selectionOf(project) };
  return { analysis, sight: result.sight };
}

export function problemsOf(project: Project): readonly Problem[] {
  return [...project.problems, ...misnamedFunctions(project)];
}

/** Functions of the project that its configuration speaks of, and that are not in their files. */
function misnamedFunctions({ files, configurations = [] }: Project): Problem[] {
  return configurations.flatMap((configuration) =>
    functionsSpokenOf(configuration).flatMap(({ module, member, at }) => {
      const facts = files.get(module)?.facts;
      const names = facts?.functions.flatMap((fact) => memberPathsOf(facts, fact).map((path) => path.join(".")));
      if (!names || names.includes(member.replace(/^new /u, ""))) return [];
      return [{ file: configuration.file, ...at, message: `There is no function "${member}" in "${module}".` }];
    }),
  );
}

function reportedRoutes(project: Project, found: FoundRoutes): readonly Route[] {
  const isReported = reportedFiles(project);
  return routesOf(found).filter(({ registration }) => isReported(registration.file));
}

/** What was asked for, without what the project wants ignored. */
function reportedFiles({ scope, configurations = [] }: Project): (file: string) => boolean {
  const isInScope = (file: string): boolean =>
    scope?.some((path) => file === path || file.startsWith(path.endsWith("/") ? path : `${path}/`)) ?? true;
  const isIgnored = ignoredFiles(configurations);
  return (file) => isInScope(file) && !isIgnored(file);
}

/** The nearest configuration counts. */
function selectionOf({ configurations = [] }: Project): Analysis["configured"] {
  const confidence = configurations.find((each) => each.confidence !== undefined)?.confidence;
  const minCost = configurations.find((each) => each.minCost !== undefined)?.minCost;
  return { ...(confidence !== undefined && { confidence }), ...(minCost !== undefined && { minCost }) };
}

function countContexts(findings: readonly Finding[]): Record<Context, number> {
  const counts: Record<Context, number> = { loop: 0, startup: 0, once: 0, worker: 0, script: 0, unknown: 0 };
  for (const { context } of findings) counts[context]++;
  return counts;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
