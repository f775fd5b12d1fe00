/** From a project's routes to an OpenAPI document. */
import type { Span } from "../facts/facts.js";
import type { Project } from "../project.js";
import type { Location, Route } from "../rules/finding.js";
import type { Maker, SchemaProblem } from "../schema-reader.js";
import { methodsAsked, passesOn } from "./asked-methods.js";
import { decoratorsOf } from "./class-decorators.js";
import { Code, type CodeFunction } from "./code.js";
import type { Conventions } from "./conventions.js";
import type { OpenApiDocument, OpenApiInfo, Operation, SecurityScheme } from "./document.js";
import { conventions } from "./frameworks/index.js";
import { locationOf } from "./locations.js";
import { NamedMembers, namingCalls } from "./named-members.js";
import { operationIdOf, summaryOf, tagOf } from "./naming.js";
import type { Observed } from "./observed.js";
import { observe, type RouteAround } from "./observe.js";
import { makeOperation, sourcesOf } from "./operation.js";
import { pathTemplates, type PathTemplate } from "./path-template.js";
import { SchemaBook } from "./schema-book.js";
import { withScopes } from "./security.js";
import { usedComponents } from "./schemas.js";

export interface DocumentOptions {
  readonly info: OpenApiInfo;
}

export interface ApiDocument {
  /** In version 3.1; `inVersion` gives others. */
  readonly document: OpenApiDocument;
  /** In order of the document. */
  readonly operations: readonly DocumentedOperation[];
  readonly problems: readonly DocumentProblem[];
}

/** Where an operation of the document comes from. */
export interface DocumentedOperation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly handler: Location;
  readonly registration: Location;
}

/** Something that the document leaves open, and why. */
export interface DocumentProblem {
  /** A sentence. */
  readonly message: string;
  readonly location: Location;
}

type SecuritySchemes = Readonly<Record<string, SecurityScheme>>;

interface Planned {
  readonly route: Route;
  readonly method: string;
  readonly template: PathTemplate;
  readonly handler: CodeFunction | undefined;
  readonly conventions: Conventions | undefined;
  observed: Observed;
}

const NOTHING: Observed = { security: [], reads: [], validations: [], answers: [], declared: [], texts: {} };
/** What a route that answers all methods is shown as. */
const ANY_METHOD = ["get", "post", "put", "patch", "delete"];

/**
 * The document of an API. Never throws on bad source: what could not be told is listed in `problems`.
 *
 * @param routes those of the project's analysis that belong into the document
 */
export function openApiDocument(project: Project, routes: readonly Route[], options: DocumentOptions): ApiDocument {
  const problems: DocumentProblem[] = [];
  const all = plan(project, routes, problems);
  const code = new Code(project);
  const globals = globalsIn(project);
  const naming = namingCalls(project);
  code.load(
    all.flatMap(({ handler }) => handler ?? []),
    [
      ...all.map(({ route }) => registrationOf(route)),
      ...all.flatMap(({ route }) => aroundOf(route)),
      ...all.flatMap(({ route }) => makersOf(route).map(({ file, span }) => ({ file, call: span }))),
      ...globals,
      ...naming,
    ],
    new Set(conventions.flatMap(({ companions = [] }) => companions.map(({ method }) => method))),
    all.flatMap(({ route, conventions: known }) => (known?.procedures ? [registrationOf(route)] : [])),
  );
  const answered = all.filter((each) => isAnswered(each, code) && !isHidden(each, code));
  const named = new NamedMembers(naming, code);
  const book = new SchemaBook();
  for (const each of answered) {
    if (each.conventions)
      each.observed = observe(
        {
          handler: each.handler,
          registration: registrationOf(each.route),
          path: each.route.path,
          isDispatched: each.route.isDispatched === true,
          method: each.method,
          makers: makersOf(each.route),
          around: [
            ...(each.conventions.companions ? nearest(globals, each.route.registration.file) : []),
            ...aroundOf(each.route),
          ],
        },
        each.conventions,
        code,
        named,
      );
  }
  const planned = answered.filter(({ observed }) => observed.isHidden !== true);
  for (const { observed, route } of planned)
    for (const source of sourcesOf(observed)) book.add(source, makersOf(route));
  book.ask(project.schemas);
  const made = planned.map((each) => {
    const {
      operation,
      schemes,
      problems: found,
    } = makeOperation({ ...each, comment: commentOf(each, code), makers: makersOf(each.route) }, book);
    problems.push(...found.map((problem) => problemOf(problem, project)));
    return { ...each, operation, schemes };
  });
  return assembled(made, namesOf(made, project), book, problems, options);
}

function registrationOf({ registration }: Route): { readonly file: string; readonly call: Span } {
  return { file: registration.file, call: { start: registration.start, end: registration.end } };
}

function aroundOf({ around = [] }: Route): readonly RouteAround[] {
  return around.map(({ location: { file, start, end }, ...rest }) => ({ ...rest, file, call: { start, end } }));
}

/** What made the object or the router that the route belongs to. */
function makersOf({ madeBy = [] }: Route): readonly Maker[] {
  return madeBy.map(({ file, start, end }) => ({ file, span: { start, end } }));
}

/** The calls that put something around all classes of an application. */
function globalsIn({ files }: Project): RouteAround[] {
  const shapes = conventions.flatMap(({ companions = [] }) => companions);
  const members = new Set(shapes.flatMap((shape) => shape.members));
  const provided = new Set(shapes.flatMap((shape) => shape.provided));
  return [...files.values()].flatMap(({ path, facts }) => {
    const isProviding = facts.mentions.some(({ name }) => provided.has(name));
    return facts.calls.flatMap(({ callee, span: { end } }): RouteAround[] => {
      const mention = callee === undefined ? undefined : facts.mentions[callee];
      if (!mention || !(members.has(mention.name) || (isProviding && mention.name === PROVIDING))) return [];
      return [{ file: path, call: { start: mention.offset, end }, member: mention.name, level: OUTERMOST }];
    });
  });
}

/** Of several applications, the one whose files lie nearest. */
function nearest(globals: readonly RouteAround[], file: string): readonly RouteAround[] {
  const applications = new Set(globals.flatMap((each) => (each.member === PROVIDING ? [] : [each.file])));
  if (applications.size < 2) return globals;
  const shared = globals.map((each) => sharedDirectories(each.file, file));
  const most = Math.max(...shared);
  return globals.filter((_, index) => shared[index] === most);
}

function sharedDirectories(one: string, other: string): number {
  const [mine, others] = [one.split("/").slice(0, -1), other.split("/").slice(0, -1)];
  const end = mine.findIndex((name, index) => name !== others[index]);
  return end < 0 ? mine.length : end;
}

const OUTERMOST = 99;
/** The decorator whose options provide companions for all classes. */
const PROVIDING = "Module";

/** One operation for each method and path; of several with the same, the first is the one that answers. */
function plan(project: Project, routes: readonly Route[], problems: DocumentProblem[]): Planned[] {
  const planned = new Map<string, Planned>();
  // What is registered for one method says more than what is for all.
  const rank = (route: Route): number =>
    (route.method === "ALL" ? 2 : 0) + (conventionsOf(route)?.isGenerator === true ? 0 : 1);
  for (const route of [...routes].sort((a, b) => rank(a) - rank(b))) {
    const known = conventionsOf(route);
    if (isPage(route, known)) continue;
    const templates = isPattern(route.path) ? [] : route.path.split(", ").flatMap((each) => pathTemplates(each));
    if (templates.length === 0 || route.method.includes("…")) {
      problems.push({
        message: `The path ${route.path} is not written out, so it is left out.`,
        location: route.registration,
      });
    }
    const handler = handlerOf(route, project);
    for (const template of templates)
      for (const method of methodsOf(route)) {
        // Parameters that only differ by name are the same path.
        const key = `${method} ${shapeOf(template.template)}`;
        if (!planned.has(key))
          planned.set(key, { route, method, template, handler, conventions: known, observed: NOTHING });
      }
  }
  return [...planned.values()];
}

/** A regular expression is no template, and the paths that it matches are not written out. */
function isPattern(path: string): boolean {
  return /^\/?(?:\^|\\\/)/u.test(path);
}

function conventionsOf({ framework }: Route): Conventions | undefined {
  return conventions.find(({ frameworks }) => frameworks.includes(framework));
}

function handlerOf({ handler }: Route, project: Project): CodeFunction | undefined {
  const fact = handler && project.files.get(handler.file)?.facts.functions[handler.function];
  return handler && fact && { file: handler.file, span: fact.span };
}

/** Pages are no part of an API: what may be built ahead of requests, or is known to answer with one. */
function isPage({ isLikely, registration, path }: Route, known: Conventions | undefined): boolean {
  return (
    isLikely === true ||
    (known?.pages ?? []).some((page) => registration.end - registration.start === page.length && path !== "")
  );
}

function methodsOf({ method }: Route): string[] {
  const methods = method.split(", ").map((each) => each.toLowerCase());
  if (methods.includes("…")) return [];
  return methods.flatMap((each) => (each === "all" ? ANY_METHOD : each === "del" ? ["delete"] : [each]));
}

/** A handler of all methods that asks which one it is answers those that it asks for; one that passes on answers none. */
function isAnswered({ route, method, handler, conventions: known }: Planned, code: Code): boolean {
  if (route.method !== "ALL" || !handler || !known) return true;
  if (passesOn(handler, known, code)) return false;
  if (known.method === undefined) return true;
  const asked = methodsAsked(handler, known, code);
  return asked.length === 0 || asked.includes(method);
}

/** A comment or a decorator asks for it to be left out. */
function isHidden(planned: Planned, code: Code): boolean {
  const { handler, conventions: known } = planned;
  const read = handler && code.function(handler);
  const decorators = handler && read && known ? decoratorsOf(handler, read, makersOf(planned.route), known, code) : [];
  return (
    commentOf(planned, code)?.tags.some(({ name }) => HIDING_TAGS.has(name)) === true ||
    decorators.some(({ decorator: { name } }) => known?.decorators?.hiding?.includes(name) === true)
  );
}

const HIDING_TAGS = new Set(["internal", "hidden", "ignore"]);

function commentOf({ handler, route }: Planned, code: Code) {
  const { file, call } = registrationOf(route);
  return (handler && code.function(handler)?.comment) ?? code.call(file, call)?.comment;
}

/** Handlers' names where they are told apart by them, else names by method and path. */
function namesOf(made: readonly Planned[], project: Project): string[] {
  const own = made.map(({ route, observed }) => {
    const name = route.handler && project.files.get(route.handler.file)?.facts.functions[route.handler.function]?.name;
    return observed.texts.operationId ?? name;
  });
  const preferred = made.map(({ method, template }, index) => operationIdOf(method, template.template, own[index]));
  const counts = new Map<string, number>();
  for (const name of preferred) counts.set(name, (counts.get(name) ?? 0) + 1);
  const byPath = made.map(({ method, template }) => operationIdOf(method, template.template, undefined));
  const names = preferred.map((name, index) => (counts.get(name) === 1 ? name : (byPath[index] ?? name)));
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let count = 2; taken.has(unique); count++) unique = `${name}${String(count)}`;
    taken.add(unique);
    return unique;
  });
}

function assembled(
  made: readonly (Planned & {
    readonly operation: Omit<Operation, "operationId">;
    readonly schemes: SecuritySchemes;
  })[],
  names: readonly string[],
  book: SchemaBook,
  problems: readonly DocumentProblem[],
  { info }: DocumentOptions,
): ApiDocument {
  const entries = made
    .map((each, index) => ({ ...each, operationId: names[index] ?? "" }))
    .sort((a, b) => compare(a.template.template, b.template.template) || methodRank(a.method) - methodRank(b.method));
  const paths = new Map<string, Record<string, Operation>>();
  const byShape = new Map<string, string>();
  const tags = new Set<string>();
  const operations: DocumentedOperation[] = [];
  for (const { template: own, method, operation, operationId, route } of entries) {
    // The same path with other names for its parameters has the names of the first.
    const shape = shapeOf(own.template);
    const path = byShape.get(shape) ?? own.template;
    byShape.set(shape, path);
    const tag = tagOf(path);
    const { tags: ownTags = tag === undefined ? [] : [tag], summary = summaryOf(operationId), ...rest } = operation;
    for (const each of ownTags) tags.add(each);
    const full: Operation = {
      operationId,
      ...(ownTags.length > 0 && { tags: ownTags }),
      summary,
      ...renamed(rest, own.template, path),
    };
    paths.set(path, { ...paths.get(path), [method]: full });
    operations.push({ method, path, operationId, handler: route.location, registration: route.registration });
  }
  const items = Object.fromEntries(paths);
  const schemas = usedComponents(items, book.components);
  const securitySchemes = inOrder(schemesOf(made));
  const components = {
    ...(Object.keys(schemas).length > 0 && { schemas }),
    ...(Object.keys(securitySchemes).length > 0 && { securitySchemes }),
  };
  const document: OpenApiDocument = {
    openapi: "3.1.1",
    info,
    ...(tags.size > 0 && { tags: [...tags].sort(compare).map((name) => ({ name })) }),
    paths: items,
    ...(Object.keys(components).length > 0 && { components }),
  };
  return { document, operations, problems: distinct(problems) };
}

/** Several operations may meet with the same problem. */
function distinct(problems: readonly DocumentProblem[]): DocumentProblem[] {
  const keyOf = ({ message, location: { file, start } }: DocumentProblem): string =>
    `${file}#${String(start)} ${message}`;
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}

/** Of a scheme that several operations refer to, all scopes. */
function schemesOf(made: readonly { readonly schemes: SecuritySchemes }[]): SecuritySchemes {
  const all = new Map<string, SecurityScheme>();
  for (const [name, scheme] of made.flatMap(({ schemes }) => Object.entries(schemes))) {
    const known = all.get(name);
    all.set(name, known ? withScopes(known, scheme) : scheme);
  }
  return Object.fromEntries(all);
}

function inOrder<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compare(a, b)));
}

function renamed<T extends Pick<Operation, "parameters">>(operation: T, from: string, to: string): T {
  if (from === to || !operation.parameters) return operation;
  const before = [...from.matchAll(/\{([^}]*)\}/gu)].map(([, name]) => name);
  const after = [...to.matchAll(/\{([^}]*)\}/gu)].map(([, name = ""]) => name);
  const parameters = operation.parameters.map((parameter) =>
    parameter.in === "path"
      ? { ...parameter, name: after[before.indexOf(parameter.name)] ?? parameter.name }
      : parameter,
  );
  return { ...operation, parameters };
}

/** The path without its parameters' names. */
function shapeOf(template: string): string {
  return template.replaceAll(/\{[^}]*\}/gu, "{}");
}

const METHOD_ORDER = ["get", "head", "post", "put", "patch", "delete", "options", "trace", "query"];

function methodRank(method: string): number {
  const rank = METHOD_ORDER.indexOf(method);
  return rank < 0 ? METHOD_ORDER.length : rank;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function problemOf({ file, span, reason, subject }: SchemaProblem, project: Project): DocumentProblem {
  return { message: `${subject} ${reason}.`, location: locationOf(project, file, span) };
}
