/**
 * Bundles the command line into `cli/bundle/`, which is published and run: a program of a few files starts sooner than
 * one of hundreds. A part of setting the checkout up, which does nothing while nothing has changed.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BUNDLE, PREVIEW, ROOT } from "./places.js";

/** What the bundle was made of. It is written last: without it there is no bundle. */
const STAMP = path.join(BUNDLE, "inputs.json");

if (!isFresh()) {
  const { bundleCommandLine } = await import("./bundle-command-line.js");
  const inputs = await bundleCommandLine();
  const stamps = [...inputs, ...makers()].map((name) => [name, stampOf(name)] as const);
  writeFileSync(STAMP, JSON.stringify(Object.fromEntries(stamps)));
}

function isFresh(): boolean {
  if (!existsSync(STAMP) || !existsSync(PREVIEW)) return false;
  const made = JSON.parse(readFileSync(STAMP, "utf8")) as Record<string, string>;
  return Object.entries(made).every(([name, stamp]) => stampOf(name) === stamp);
}

/** What makes the bundle, and which packages it consists of. */
function makers(): readonly string[] {
  const own = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".js"));
  return ["package-lock.json", ...own.map((name) => path.relative(ROOT, path.join(import.meta.dirname, name)))];
}

function stampOf(name: string): string {
  const stats = statSync(path.join(ROOT, name), { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : "";
}
