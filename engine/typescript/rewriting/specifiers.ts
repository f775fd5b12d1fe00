/** Names of modules, as they are written to import them. */

/** Without `node:`. */
export function plainName(specifier: string): string {
  return specifier.replace(/^node:/u, "");
}

/** Whether the same module could be written with `node:` in front. */
export function isCore(specifier: string): boolean {
  return specifier.startsWith("node:") || CORE.has(specifier.split("/", 1)[0] ?? "");
}

/** Those that files import most, and that twins are in. */
const CORE: ReadonlySet<string> = new Set(
  "assert buffer child_process crypto dns events fs http https os path stream timers url util zlib".split(" "),
);

/** A name for what a module exports by default: `commandExists` of `command-exists`. */
export function nameOfModule(specifier: string): string {
  const [base = specifier] = specifier.split("/").reverse();
  return plainName(base).replaceAll(/[^\w$]+(?<letter>\w?)/gu, (_, letter: string) => letter.toUpperCase());
}
