/** Which routes of a project make up one API: those that are registered in the same package. */
import type { ProjectHost } from "../project.js";
import type { Route } from "../rules/finding.js";
import { packageInfo } from "./info.js";

/** A package that registers routes. */
export interface Api {
  /** Where its `package.json` is; the root itself where there is none: absolute with forward slashes. */
  readonly directory: string;
  /** What its `package.json` calls it; its directory's name where that says nothing. */
  readonly name: string;
  readonly routes: readonly Route[];
}

/**
 * The APIs of a project, in order of their directories.
 *
 * @param roots the directories that were asked for: no package above them is looked at
 */
export function apisOf(
  routes: readonly Route[],
  host: Pick<ProjectHost, "readFile">,
  roots: readonly string[],
): readonly Api[] {
  const directories = new Map<string, string>();
  const packageOf = (directory: string): string => {
    const known = directories.get(directory);
    if (known !== undefined) return known;
    const above = directory.slice(0, directory.lastIndexOf("/"));
    const isLast =
      roots.includes(directory) || above === "" || host.readFile(`${directory}/package.json`) !== undefined;
    const found = isLast ? directory : packageOf(above);
    directories.set(directory, found);
    return found;
  };
  const byPackage = new Map<string, Route[]>();
  for (const route of routes) {
    const { file } = route.registration;
    const directory = packageOf(file.slice(0, file.lastIndexOf("/")));
    byPackage.set(directory, [...(byPackage.get(directory) ?? []), route]);
  }
  return [...byPackage]
    .map(([directory, own]) => ({ directory, name: packageInfo(host, directory).title, routes: own }))
    .sort((a, b) => (a.directory < b.directory ? -1 : 1));
}
