/** Routes that a framework finds by the place of their files: `GET` of `app/api/users/route.ts`. */
import type { ConventionMatcher, RecognisedConvention } from "../entrypoints/recognise-files.js";
import type { CallFact, FunctionId, Site, Span, ValueFact } from "../facts/facts.js";
import type { Step } from "../reference.js";
import { pathOf, type FoundRoute, type SourceFile } from "./graph.js";

/** What a file exports, as far as it can be a handler. */
interface Export {
  /** From the export to the value: `default`, `actions.save`. */
  readonly path: readonly Step[];
  /** The name under which it is exported. */
  readonly span: Span;
  readonly handler?: FunctionId | undefined;
}

/** Each method of each path once, told by what surely answers it. */
export function fileRoutes(files: readonly SourceFile[], conventions: ConventionMatcher): readonly FoundRoute[] {
  const routes = new Map<string, { readonly found: RecognisedConvention; readonly route: FoundRoute }>();
  for (const file of files) {
    if (!conventions.mayConcern(file.path)) continue;
    for (const { path, span, handler } of exportsOf(file)) {
      const found = conventions.match(file.path, pathOf(path));
      if (!found?.route) continue;
      const { framework, convention } = found;
      const route = {
        ...found.route,
        file,
        span,
        framework: framework.name,
        ...(convention.isLikely === true && { isLikely: true }),
        ...(handler !== undefined && { handler: { file, id: handler } }),
      };
      const key = `${found.directory} ${route.method} ${route.path}`;
      const known = routes.get(key);
      if (!known || (known.found.convention.isLikely === true && found.convention.isLikely !== true))
        routes.set(key, { found, route });
    }
  }
  return [...routes.values()].map(({ route }) => route);
}

function exportsOf(file: SourceFile): Export[] {
  const { functions, calls, mentions } = file.facts;
  return [
    ...functions.flatMap(({ id, name, nameOffset, site, isExported, class: owner }) => {
      if (site) return exportsAt(site, id);
      return isExported === true && owner === undefined && name !== undefined && nameOffset !== undefined
        ? [{ path: [name], span: spanOf(name, nameOffset), handler: id }]
        : [];
    }),
    ...calls.flatMap((call) => exportsAt(call.site, wrappedBy(file, call))),
    ...mentions.flatMap(({ name, site }) => exportsAt(site, functionNamed(file, name))),
  ];
}

/** The export that a value at the site is, or is part of. */
function exportsAt(site: Site, handler: FunctionId | undefined): Export[] {
  switch (site.to) {
    case "variable":
      return site.isExported === true ? [{ path: [site.name], span: spanOf(site.name, site.offset), handler }] : [];
    case "property": {
      const outer = site.of ? exportsAt(site.of, handler) : [];
      return outer.map(({ path }) => ({ path: [...path, site.name], span: spanOf(site.name, site.offset), handler }));
    }
    case "export":
      return [{ path: [site.name], span: spanOf(site.name, site.offset), handler }];
    case "rename":
      return site.isExport === true ? [{ path: [site.name], span: spanOf(site.name, site.offset), handler }] : [];
    default:
      return [];
  }
}

/** What wraps a handler takes it last: `defineEventHandler((event) => …)`. */
function wrappedBy(file: SourceFile, call: CallFact): FunctionId | undefined {
  return call.arguments
    .toReversed()
    .map((value) => handlerIn(file, value))
    .find((id) => id !== undefined);
}

function handlerIn(file: SourceFile, value: ValueFact): FunctionId | undefined {
  if (value.is === "function") return value.function;
  const name = value.is === "mention" ? file.facts.mentions[value.mention]?.name : undefined;
  return name === undefined ? undefined : functionNamed(file, name);
}

/** A function of the file's top level. */
function functionNamed({ facts }: SourceFile, name: string): FunctionId | undefined {
  return facts.functions.find((fact) => fact.id !== 0 && fact.parent === 0 && fact.name === name)?.id;
}

function spanOf(name: string, offset: number): Span {
  return { start: offset, end: offset + name.length };
}
