/** Findings for a person: what blocks, the code, the way there from the entry point, and a summary. */
import stringWidth from "string-width";
import type { BlockingPath, EntryPoint, Finding, Location, ProjectHost, UnusedSuppression } from "@loopguard/engine";
import { relativePath } from "./analyse-paths.js";
import { codeFrame, linesOf } from "./code-frame.js";
import { type Report, unusedSuppressionMessage } from "./report.js";
import { type Colours, printable, wrap } from "./terminal.js";
import { CONTEXTS, costInWords, count, duration, grouped } from "./wording.js";

export interface ReportStyle {
  readonly colours: Colours;
  /** Width of the terminal in cells; undefined for a file or a pipe, where messages are not broken into lines. */
  readonly columns: number | undefined;
}

export interface Summary {
  readonly files: number;
  /** Time of the whole run in ms. */
  readonly elapsed: number;
  /** What is not shown, see `leftOut`. */
  readonly leftOut: readonly string[];
  /** Whether findings of other contexts than the event loop were asked for. */
  readonly isLoopOnly: boolean;
}

/** Frames in a file or pipe are as wide as this, in cells. */
const FRAME_COLUMNS = 120;
const INDENT = "  ";
const MAX_OTHER_ENTRY_POINTS = 3;

/** One paragraph per finding, ready to print. */
export function* prettyFindings(
  findings: readonly Finding[],
  host: ProjectHost,
  cwd: string,
  style: ReportStyle,
): Generator<string> {
  let file: { path: string; lines: readonly string[] | undefined } | undefined;
  for (const finding of findings) {
    // Findings come file by file, so one file is held at a time.
    const { file: path } = finding.location;
    if (file?.path !== path) {
      const text = host.readFile(path);
      file = { path, lines: text === undefined ? undefined : linesOf(text) };
    }
    yield prettyFinding(finding, file.lines, cwd, style);
  }
}

/** One paragraph per comment, ready to print. */
export function* prettyUnusedSuppressions(
  unused: readonly UnusedSuppression[],
  cwd: string,
  { colours, columns }: ReportStyle,
): Generator<string> {
  for (const each of unused) {
    const header = `${colours.bold(colours.yellow("unused disable comment"))}\n${colours.cyan(positionOf(each.location, cwd))}`;
    yield `${header}\n\n${wrap(unusedSuppressionMessage(each), INDENT, columns ?? Infinity)}\n\n`;
  }
}

/** `12 blocking calls on the event loop in 7 files (9 more below the threshold: --min-cost 0). 214 files in 1.9 s.` */
export function prettySummary(report: Report, summary: Summary, { colours }: ReportStyle): string {
  const { bold, green, red, dim } = colours;
  const findings = report.findings.map(({ finding }) => finding);
  const total = findings.length;
  const onLoop = findings.filter(({ context }) => context === "loop").length;
  const files = new Set(findings.map(({ location }) => location.file)).size;
  const where = summary.isLoopOnly ? " on the event loop" : "";
  const others =
    !summary.isLoopOnly && total > 0 ? `, ${onLoop === 0 ? "none" : grouped(onLoop)} of them on the event loop` : "";
  const calls = `${report.baseline === undefined ? "" : "new "}blocking call`;
  const verdict =
    total === 0
      ? green(`No ${calls}s${where}`)
      : red(`${count(total, calls)}${where} in ${count(files, "file")}${others}`);
  const unused = report.unusedSuppressions.length;
  const comments = unused === 0 ? "" : red(`, ${count(unused, "unused disable comment")}`);
  const hidden = summary.leftOut.length === 0 ? "" : ` (${summary.leftOut.join("; ")})`;
  return `${bold(verdict)}${comments}${hidden}. ${dim(`${count(summary.files, "file")} in ${duration(summary.elapsed)}.`)}\n`;
}

function prettyFinding(
  finding: Finding,
  lines: readonly string[] | undefined,
  cwd: string,
  style: ReportStyle,
): string {
  const { bold, cyan, dim } = style.colours;
  // Confidence says how sure it is that the loop waits; elsewhere nobody does.
  const certainty = finding.context === "loop" ? finding.confidence : CONTEXTS[finding.context];
  const cost = `${costInWords(finding.cost)}${finding.isInLoop ? ", in a loop" : ""}`;
  const header = `${bold(confidenceColour(finding, style.colours)(finding.rule))} ${dim(`${certainty}, ${cost}`)}`;
  const columns = style.columns ?? FRAME_COLUMNS;
  const frame =
    lines && codeFrame(lines, finding.location, { colours: style.colours, columns: columns - INDENT.length });
  const paragraphs = [
    `${header}\n${cyan(positionOf(finding.location, cwd))}`,
    wrap(printable(finding.message), INDENT, style.columns ?? Infinity),
    frame?.replaceAll(/^/gmu, INDENT),
    waysThere(finding, cwd, style),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== undefined).join("\n\n")}\n\n`;
}

function confidenceColour(finding: Finding, { red, yellow, blue }: Colours): (text: string) => string {
  return { definite: red, probable: yellow, possible: blue }[finding.confidence];
}

/** `file:line:column`, which terminals and editors make clickable. */
function positionOf({ file, line, column }: Location, cwd: string): string {
  return printable(`${relativePath(file, cwd)}:${String(line)}:${String(column)}`);
}

function waysThere(finding: Finding, cwd: string, style: ReportStyle): string | undefined {
  const [shortest, ...others] = finding.paths;
  if (shortest === undefined) return undefined;
  const path = pathHopByHop(shortest, cwd, style);
  const entryPoints = differentFrom(shortest, others, cwd);
  return entryPoints.length === 0 ? path : `${path}\n\n${otherEntryPoints(entryPoints, cwd, style)}`;
}

/** The entry point, then a line per hop, with the positions in a column of their own. */
function pathHopByHop({ entryPoint, hops }: BlockingPath, cwd: string, { colours, columns }: ReportStyle): string {
  const entry = positionOf(entryPoint.location, cwd);
  const rows = [{ name: printable(entryPoint.label), position: entry, isEntry: true }];
  for (const [index, hop] of hops.entries()) {
    const name = printable(hop.name);
    const position = positionOf(hop.location, cwd);
    const isEntryItself = index === 0 && position === entry;
    if (!isEntryItself) rows.push({ name: `→ ${name}`, position, isEntry: false });
    else if (name !== rows[0]?.name && name !== "")
      rows[0] = { name: `${rows[0]?.name ?? ""} → ${name}`, position, isEntry: true };
  }
  const longestPosition = Math.max(...rows.map(({ position }) => stringWidth(position)));
  const longestName = Math.max(...rows.map(({ name }) => stringWidth(name)));
  const room = (columns ?? FRAME_COLUMNS) - INDENT.length * 2 - longestPosition;
  // A name that leaves no room in the column pushes its own position only, never everybody's.
  const nameColumn = Math.min(longestName, Math.max(room, 24));
  return rows
    .map(({ name, position, isEntry }) => {
      const gap = " ".repeat(Math.max(nameColumn - stringWidth(name), 0) + INDENT.length);
      return `${INDENT}${isEntry ? colours.bold(name) : name}${gap}${colours.cyan(position)}`;
    })
    .join("\n");
}

/** One function registered twice is two entry points to the engine, and one to the reader. */
function differentFrom(shortest: BlockingPath, others: readonly BlockingPath[], cwd: string): readonly EntryPoint[] {
  const asShown = ({ label, location }: EntryPoint): string => `${label} ${positionOf(location, cwd)}`;
  const different = new Map(others.map(({ entryPoint }) => [asShown(entryPoint), entryPoint]));
  different.delete(asShown(shortest.entryPoint));
  return [...different.values()];
}

function otherEntryPoints(others: readonly EntryPoint[], cwd: string, { colours }: ReportStyle): string {
  const { bold, cyan, dim } = colours;
  const listed = others.slice(0, MAX_OTHER_ENTRY_POINTS);
  const labels = listed.map(({ label }) => printable(label));
  const longest = Math.max(...labels.map((label) => stringWidth(label)));
  const lines = listed.map(({ location }, index) => {
    const label = labels[index] ?? "";
    return `${bold(label)}${" ".repeat(longest - stringWidth(label))}  ${cyan(positionOf(location, cwd))}`;
  });
  const left = others.length - listed.length;
  if (left > 0) lines.push(dim(`and ${String(left)} more`));
  const heading = `${INDENT}${dim(`Also reached from ${count(others.length, "other entry point")}:`)}`;
  return [heading, ...lines.map((line) => `${INDENT}${INDENT}${line}`)].join("\n");
}
