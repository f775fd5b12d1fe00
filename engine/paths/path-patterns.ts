/** Patterns of paths that code writes to have a bundler import what they match: `./pages/*.{ts,tsx}`. */
import ignore from "ignore";

/**
 * Tells whether a path (absolute, forward slashes) is one that patterns match.
 *
 * @param patterns relative to the directory, `!` before those that take out again; others match nothing
 * @param directory absolute, forward slashes
 */
export function pathMatcher(patterns: readonly string[], directory: string): (path: string) => boolean {
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!")).flatMap((each) => matcherOf(each, directory));
  const unwanted = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const taken = unwanted.flatMap((each) => matcherOf(each.startsWith("**") ? `./${each}` : each, directory));
  return (path) => wanted.some((matches) => matches(path)) && !taken.some((matches) => matches(path));
}

function matcherOf(pattern: string, directory: string): ((path: string) => boolean)[] {
  if (!/^\.{1,2}\//u.test(pattern)) return [];
  const base = directory.split("/");
  const steps = pattern.split("/");
  while (steps[0] === "." || steps[0] === "..") if (steps.shift() === "..") base.pop();
  const root = `${base.join("/")}/`;
  const rules = ignore().add(alternatives(`/${steps.join("/")}`));
  return [(path) => path.startsWith(root) && rules.ignores(path.slice(root.length))];
}

/** `index.{ts,tsx}` as the two that it stands for: what ignores files knows no braces. */
function alternatives(pattern: string): string[] {
  const [braces, inner] = /\{([^{}]*)\}/u.exec(pattern) ?? [];
  if (braces === undefined || inner === undefined) return [pattern];
  return inner.split(",").flatMap((choice) => alternatives(pattern.replace(braces, () => choice)));
}
