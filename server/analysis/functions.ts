/** The functions that blocking paths go through, with their places: what hovers and call hierarchies are about. */
import type { Analysis, FileFacts, FunctionFact, Location, Project, ProjectFile } from "@loopguard/engine";

export interface FunctionOutline {
  /** Absent where nothing names it. */
  readonly name?: string;
  readonly location: Location;
  /** Its name, or what there is of it instead. */
  readonly nameLocation: Location;
}

/** By file: those of each file that a path enters, outer functions before inner ones. */
export type FunctionOutlines = Readonly<Record<string, readonly FunctionOutline[]>>;

/** As long as a file stays the same, so do its outlines. */
const outlinesOf = new WeakMap<ProjectFile, readonly FunctionOutline[]>();

export function functionsOnPaths({ files }: Project, { findings }: Analysis): FunctionOutlines {
  const onPaths = new Set(
    findings.flatMap(({ location, paths }) => [
      location.file,
      ...paths.flatMap(({ entryPoint, hops }) => [entryPoint.location.file, ...hops.map((hop) => hop.location.file)]),
    ]),
  );
  const outlines = [...onPaths].flatMap((path) => {
    const file = files.get(path);
    if (!file) return [];
    const outlines = outlinesOf.get(file) ?? outlinesIn(path, file.facts);
    outlinesOf.set(file, outlines);
    return [[path, outlines] as const];
  });
  return Object.fromEntries(outlines);
}

function outlinesIn(file: string, facts: FileFacts): FunctionOutline[] {
  // The first one is the module's top level.
  return facts.functions.slice(1).map((fact): FunctionOutline => {
    const { name, span } = fact;
    const location = locationOf(file, facts, span.start, span.end);
    const written = writtenName(fact);
    const nameLocation = written && locationOf(file, facts, written.offset, written.offset + written.text.length);
    return { ...(name !== undefined && { name }), location, nameLocation: nameLocation ?? location };
  });
}

/** The name where it is written: the function's own, or that of the variable or property that it becomes. */
function writtenName({
  name,
  nameOffset,
  kind,
  span,
  site,
}: FunctionFact): { text: string; offset: number } | undefined {
  if (kind === "constructor") return { text: "constructor", offset: span.start };
  if (name === undefined) return undefined;
  if (nameOffset !== undefined) return { text: name, offset: nameOffset };
  const isPlace = site?.to === "variable" || site?.to === "property";
  return isPlace ? { text: site.name, offset: site.offset } : undefined;
}

function locationOf(file: string, { lineStarts }: FileFacts, start: number, end: number): Location {
  const [from, to] = [start, end].map((offset) => {
    const line = lineStarts.findLastIndex((lineStart) => lineStart <= offset) + 1;
    return { line, column: offset - (lineStarts[line - 1] ?? 0) + 1 };
  });
  const { line = 1, column = 1 } = from ?? {};
  return { file, start, end, line, column, endLine: to?.line ?? 1, endColumn: to?.column ?? 1 };
}
