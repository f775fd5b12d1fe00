/** The frameworks' pages: what follows from their declarations, with their fixtures as examples. */
import { readFileSync } from "node:fs";
import type { Framework } from "@loopguard/engine";
import type * as Fixtures from "../../rules-fixtures/fixture.js";
import { code, shapesOf } from "./framework-shapes.js";

// Compiled apart, so its place at run time is not its place among the sources.
const { parseFixture, withMarkers } = (await import(
  new URL("../../../rules-fixtures/dist/fixture.js", import.meta.url).href
)) as typeof Fixtures;

const SNIPPETS = new URL("../../../rules-fixtures/snippets/", import.meta.url);
const HEADER = "<!-- Generated from the frameworks' declarations by `npm run docs:generate`. Do not edit. -->";

/** A framework with a page, and those that stand on it. */
interface Family {
  readonly first: Framework & Required<Pick<Framework, "page">>;
  readonly all: readonly Framework[];
}

/** The pages by path, relative to the root of the repository, with the index. */
export function frameworkPages(frameworks: readonly Framework[]): ReadonlyMap<string, string> {
  const families = familiesOf(frameworks);
  return new Map([
    ["docs/frameworks/README.md", indexPage(families, frameworks)],
    ...families.map((family) => [`docs/frameworks/${fileName(family)}`, frameworkPage(family)] as const),
  ]);
}

/** @throws Error when a framework stands on a page that there is not */
function familiesOf(frameworks: readonly Framework[]): readonly Family[] {
  const families = frameworks.flatMap((first) =>
    first.page
      ? [{ first: { ...first, page: first.page }, all: frameworks.filter((each) => isOn(first.name, each)) }]
      : [],
  );
  const homeless = frameworks.find(
    ({ partOf }) => partOf !== undefined && !families.some(({ first }) => first.name === partOf),
  );
  if (homeless) throw new Error(`${homeless.name} is part of ${homeless.partOf ?? ""}, which has no page.`);
  return families.sort((a, b) => titleOf(a).localeCompare(titleOf(b), "en"));
}

function isOn(page: string, { name, partOf }: Framework): boolean {
  return name === page || partOf === page;
}

function titleOf({ first }: Family): string {
  return first.page.title ?? first.name;
}

function fileName(family: Family): string {
  return `${titleOf(family)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")}.md`;
}

// ── The index ───────────────────────────────────────────────────────────────────────────────

function indexPage(families: readonly Family[], frameworks: readonly Framework[]): string {
  const onPages = new Set(families.flatMap(({ all }) => all));
  const others = frameworks
    .filter((framework) => !onPages.has(framework) && packagesOf([framework]).some((name) => !name.startsWith("node:")))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  return document([
    "# Frameworks",
    "What the event loop calls is data: how handlers are registered, and what is registered with them for start-up, for worker threads or for nothing. Each page says what is recognised, and shows it on a fixture that is checked.",
    table(
      ["framework", "packages"],
      families.map((family) => [`[${titleOf(family)}](./${fileName(family)})`, code(packagesOf(family.all))]),
    ),
    "## Known as well",
    "Timers, event emitters, streams, promises and callbacks of Node itself, functions from `Request` to `Response`, and:",
    table(
      ["what", "packages"],
      others.map((framework) => [framework.name, code(packagesOf([framework]))]),
    ),
    "## What is missing",
    "A framework takes no code: copy the smallest neighbour in [`engine/entrypoints/`](../../engine/entrypoints), describe how its handlers are registered, and add a snippet. Functions of your own project are named in its [configuration](../configuration.md).",
  ]);
}

// ── A framework's page ──────────────────────────────────────────────────────────────────────

function frameworkPage(family: Family): string {
  const { first, all } = family;
  const { homepage, description, examples } = first.page;
  const { entries, others } = shapesOf(all);
  return document([
    `# ${titleOf(family)}`,
    description,
    `[${titleOf(family)}](${homepage}). Known packages: ${packagesOf(all)
      .map((name) => `\`${name}\``)
      .join(", ")}.`,
    "## What the event loop calls",
    table(
      ["registered by", "entry point"],
      entries.map(({ how, label }) => [how, label]),
    ),
    ...(others.length > 0
      ? [
          "## What else is registered",
          table(
            ["registered by", "the function"],
            others.map(({ how, label }) => [how, label]),
          ),
        ]
      : []),
    "## Examples",
    "Under each blocking call stands what is reported, or why nothing is.",
    ...examples.map(exampleOf),
  ]);
}

/** A snippet's files, with the markers that are checked. */
function exampleOf(name: string): string {
  const title = name.slice(name.indexOf("/") + 1, name.lastIndexOf(".")).replaceAll("-", " ");
  const { files } = parseFixture(name, readFileSync(new URL(name, SNIPPETS), "utf8").replaceAll("\r\n", "\n"));
  const texts = files.map((file) => {
    const text = withMarkers(file, file.markers).replaceAll(/^\/\/ @(?:valid|only).*\n/gmu, "");
    const block = `\`\`\`${file.name.slice(file.name.lastIndexOf(".") + 1)}\n${text.trim()}\n\`\`\``;
    return files.length > 1 ? `\`${file.name}\`\n\n${block}` : block;
  });
  return [`### ${title.charAt(0).toUpperCase()}${title.slice(1)}`, ...texts].join("\n\n");
}

function packagesOf(frameworks: readonly Framework[]): string[] {
  const modules = frameworks.flatMap((framework) => framework.modules);
  const packages = modules.filter((module) => /^(?:@[\w-]+\/[\w-]|node:|[a-z])/u.test(module) && module !== "global");
  return [...new Set(packages)];
}

// ── Markdown ────────────────────────────────────────────────────────────────────────────────

function document(parts: readonly string[]): string {
  return `${[HEADER, ...parts].join("\n\n")}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
