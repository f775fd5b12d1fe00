/** Which files a project wants nothing reported of. */
import ignore from "ignore";
import type { Configuration } from "./configuration.js";

/** Tells whether a file (absolute path, forward slashes) is ignored by one of the configurations. */
export function ignoredFiles(configurations: readonly Configuration[]): (file: string) => boolean {
  const matchers = configurations.flatMap(({ file, ignore: patterns = [] }) => {
    const directory = file.slice(0, file.lastIndexOf("/") + 1);
    return patterns.length > 0 ? [{ directory, rules: ignore().add([...patterns]) }] : [];
  });
  return (file) =>
    matchers.some(({ directory, rules }) => file.startsWith(directory) && rules.ignores(file.slice(directory.length)));
}
