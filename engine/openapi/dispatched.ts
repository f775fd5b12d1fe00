/** Routes of handlers that tell requests apart by themselves: `if (request.method === "GET" && pathname === "/users")`. */
import type { Test, Use } from "../handler-reader.js";
import type { Project } from "../project.js";
import type { Route } from "../rules/finding.js";
import { Code, type CodeFunction } from "./code.js";
import type { Conventions, DispatchShape } from "./conventions.js";
import { type Bound, type Frame, literalOf, parameterKey, placeOf } from "./frames.js";
import { conventions } from "./frameworks/index.js";
import { locationOf } from "./locations.js";
import { placePattern, restAfter } from "./place-pattern.js";

/** Handlers hand requests on to others, which do so again. */
const MAX_DEPTH = 3;

interface Dispatcher {
  readonly conventions: Conventions;
  readonly handler: CodeFunction;
  readonly function: number;
  readonly registration: CodeFunction;
}

/** What the branches around a place say of the requests that get there. */
interface Branch {
  readonly methods?: readonly string[];
  readonly paths?: readonly string[];
}

/** The routes that no framework knows of, in order of file and position. */
export function dispatchedRoutes(project: Project): Route[] {
  const code = new Code(project);
  const found = conventions.flatMap((each) => (each.dispatch ? dispatchersIn(project, each, each.dispatch) : []));
  code.load(
    found.map(({ handler }) => handler),
    [],
  );
  return found.flatMap((dispatcher) => {
    const { handler, registration, conventions: known } = dispatcher;
    const routes = new Map<string, Route>();
    const branches = branchesOf(handler, known, code);
    const told = new Set(branches.flatMap(({ methods = [], paths = [] }) => (methods.length > 0 ? paths : [])));
    for (const { methods = [], paths = [] } of branches)
      for (const path of paths)
        // Where no method is asked for, people ask for it with GET.
        for (const method of methods.length > 0 ? methods : told.has(path) ? [] : ["GET"])
          routes.set(`${method} ${path}`, {
            method,
            path,
            framework: known.frameworks[0] ?? "",
            location: locationOf(project, handler.file, handler.span),
            registration: locationOf(project, registration.file, registration.span),
            handler: { file: handler.file, function: dispatcher.function },
            isDispatched: true,
          });
    return [...routes.values()];
  });
}

/** The paths that the test lets through; undefined for one that is about something else. */
export function pathsTested(
  test: Test,
  frame: Frame,
  { dispatch }: Conventions,
  code: Code,
): readonly string[] | undefined {
  if (!dispatch) return undefined;
  if (test.is === "equal") {
    const place = placeOf(test.chain, frame, code);
    if (!dispatch.paths.some((path) => restAfter(place, placePattern(path))?.length === 0)) return undefined;
    return test.values.flatMap((value) => {
      const path = literalOf(value, frame);
      return typeof path === "string" ? [path] : [];
    });
  }
  const pattern = test.is === "other" ? patternTested(test, frame, dispatch, code) : undefined;
  const path = pattern === undefined ? undefined : pathOfPattern(pattern);
  return path === undefined ? undefined : [path];
}

/** `pathname.match(/^\/users\/(\d+)$/)`, `pattern.exec(pathname)`, `pattern.test(pathname)` */
function patternTested(
  { call: chain }: Extract<Test, { is: "other" }>,
  frame: Frame,
  { paths }: DispatchShape,
  code: Code,
): string | undefined {
  const call = chain?.steps.at(-1);
  if (!chain || call?.do !== "call") return undefined;
  const [given] = call.arguments;
  const isPath = (steps: typeof chain): boolean =>
    paths.some((path) => restAfter(placeOf(steps, frame, code), placePattern(path))?.length === 0);
  if (given?.is === "pattern" && isPath({ root: chain.root, steps: chain.steps.slice(0, -2) })) return given.source;
  return chain.root.is === "pattern" && given?.is === "chain" && isPath(given.chain) ? chain.root.source : undefined;
}

/** `^\/users\/(?<id>\d+)$` is `/users/:id(\d+)`; undefined for what is no path. */
function pathOfPattern(source: string): string | undefined {
  if (!source.startsWith("^") || !source.endsWith("$")) return undefined;
  let count = 0;
  const path = source
    .slice(1, -1)
    .replaceAll(/\((?:\?<(\w+)>)?((?:[^()\\]|\\.)*)\)/gu, (_, name: string | undefined, inner: string) => {
      count++;
      const said = /^\[\^\\?\/\][+*]$/u.test(inner) ? "" : `{${inner.replaceAll("\\/", "/")}}`;
      return `:${name ?? (count === 1 ? "id" : `id${String(count)}`)}${said}`;
    })
    .replaceAll(String.raw`\/`, "/")
    .replace(/\/\?$/u, "");
  return /^\/[\w\-./:{}[\]\\+*^?$]*$/u.test(path) ? path : undefined;
}

/** What each place in the handler, and in what it hands the request to, wants of requests. */
function branchesOf(handler: CodeFunction, known: Conventions, code: Code): Branch[] {
  const bindings = new Map<string, Bound>(
    known.roles.map((role, index) => [parameterKey(handler.span.start, index), { is: "role", role }]),
  );
  return visit(handler, { file: handler.file, bindings }, {}, 0);

  function visit(target: CodeFunction, frame: Frame, outer: Branch, depth: number): Branch[] {
    return (code.function(target)?.uses ?? []).flatMap((use) => {
      const branch = branchAround(use, frame, outer, known, code);
      return [branch, ...handedOn(use, frame, branch, depth)];
    });
  }

  function handedOn({ chain }: Use, frame: Frame, branch: Branch, depth: number): Branch[] {
    const call = chain.steps.find((step) => step.do === "call");
    const target = call && depth < MAX_DEPTH ? code.calledBy(frame.file, chain) : undefined;
    if (call?.do !== "call" || !target || target.span.start === handler.span.start) return [];
    const isHanded = call.arguments.some(
      (each) => each.is === "chain" && placeOf(each.chain, frame, code).root.is === "role",
    );
    if (!isHanded) return [];
    const handed = new Map<string, Bound>(
      call.arguments.map((written, index) => [
        parameterKey(target.span.start, index),
        { is: "written", written, frame },
      ]),
    );
    return visit(target, { file: target.file, bindings: handed }, branch, depth + 1);
  }
}

function branchAround({ when = [] }: Use, frame: Frame, outer: Branch, known: Conventions, code: Code): Branch {
  const method = placePattern(known.method ?? "");
  let { methods, paths } = outer;
  for (const tests of when) {
    const tested = tests.map((test) => pathsTested(test, frame, known, code));
    if (tested.every((each) => each !== undefined)) paths = tested.flat();
    const equal = tests.flatMap((test) => (test.is === "equal" ? [test] : []));
    const isMethod = equal.every(({ chain }) => restAfter(placeOf(chain, frame, code), method)?.length === 0);
    if (equal.length === tests.length && isMethod)
      methods = equal.flatMap(({ values }) => values.map((value) => String(literalOf(value, frame)).toUpperCase()));
  }
  return { ...(methods && { methods }), ...(paths && { paths }) };
}

/** Functions that servers are made with. */
function dispatchersIn(project: Project, known: Conventions, { modules, makers }: DispatchShape): Dispatcher[] {
  return [...project.files.values()].flatMap(({ path: file, facts }) => {
    if (!modules.some((name) => facts.modules.includes(name) || facts.modules.includes(name.replace("node:", ""))))
      return [];
    return facts.calls.flatMap((call): Dispatcher[] => {
      const mention = call.callee === undefined ? undefined : facts.mentions[call.callee];
      if (!mention || !makers.includes(mention.name)) return [];
      const registration = { file, span: { start: mention.offset, end: call.span.end } };
      return call.arguments.flatMap((value): Dispatcher[] => {
        const inline = value.is === "function" ? facts.functions[value.function] : undefined;
        if (inline)
          return [{ conventions: known, handler: { file, span: inline.span }, function: inline.id, registration }];
        const named = value.is === "mention" ? facts.mentions[value.mention] : undefined;
        const answer = named ? project.oracle.ask([{ ask: "mention", file, offset: named.offset }])[0] : undefined;
        return (answer ?? []).flatMap((reference): Dispatcher[] => {
          if (reference.is !== "declared") return [];
          const { at } = reference;
          const found = project.files
            .get(at.file)
            ?.facts.functions.find(
              ({ nameOffset, site }) =>
                nameOffset === at.offset || (site && "offset" in site && site.offset === at.offset),
            );
          return found
            ? [{ conventions: known, handler: { file: at.file, span: found.span }, function: found.id, registration }]
            : [];
        });
      });
    });
  });
}
