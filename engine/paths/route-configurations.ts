/** Files that a project's configuration of routes names: `route("about", "./about.tsx")`. Syntax only. */
import type { Framework, RouteConfiguration } from "../entrypoints/framework.js";
import type { NamedRouteFile, NamedRoutes } from "../entrypoints/recognise-files.js";
import type { CallFact } from "../facts/facts.js";
import type { SourceFile } from "./graph.js";
import type { ProjectIndex } from "./project-index.js";

/** What a call says of the calls inside it, and of the file that it names. */
interface Configured {
  readonly call: CallFact;
  readonly path: string;
  readonly file?: string;
  readonly isAround: boolean;
}

/** The files that the frameworks' configurations name, by their paths without extensions; the first name counts. */
export function namedRoutes(index: ProjectIndex, frameworks: readonly Framework[]): NamedRoutes {
  return new Map(
    frameworks.flatMap((framework) => {
      const { routeConfiguration } = framework;
      return routeConfiguration ? [[framework, namedBy(index, routeConfiguration)] as const] : [];
    }),
  );
}

function namedBy(index: ProjectIndex, configuration: RouteConfiguration): ReadonlyMap<string, NamedRouteFile> {
  const named = new Map<string, NamedRouteFile>();
  const modules = new Set(configuration.modules);
  for (const file of index.files.filter((each) => index.imports(each, modules))) {
    const calls = configuredIn(index, file, configuration);
    for (const { call, file: name, isAround } of calls) {
      if (name === undefined) continue;
      const around = calls.filter(({ call: { span } }) => span.start <= call.span.start && call.span.end <= span.end);
      const parts = around.flatMap(({ path }) => path.split("/")).filter((part) => part !== "");
      const path = absolute(file.path, name);
      if (!named.has(path)) named.set(path, { route: `/${parts.join("/")}`, isAround });
    }
  }
  return named;
}

/** In order of their places, so that those around others come before them. */
function configuredIn(index: ProjectIndex, file: SourceFile, { calls }: RouteConfiguration): readonly Configured[] {
  return Object.entries(calls)
    .flatMap(([member, { path = -1, file: at = -1, isAround = false }]) =>
      index.mentionsOf(member).flatMap(({ file: mentioning, id }): Configured[] => {
        const site = mentioning === file ? file.facts.mentions[id]?.site : undefined;
        const call = site?.to === "callee" ? file.facts.calls[site.call] : undefined;
        const [text, name] = [call?.arguments[path], call?.arguments[at]];
        if (!call) return [];
        return [
          {
            call,
            path: text?.is === "string" ? text.value : "",
            isAround,
            ...(name?.is === "string" && { file: name.value }),
          },
        ];
      }),
    )
    .sort((one, other) => one.call.span.start - other.call.span.start);
}

/** The path without an extension that a name stands for, seen from a file. */
function absolute(from: string, name: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of name.replace(/\.[cm]?[jt]sx?$/u, "").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
