/**
 * The lines around a finding with the blocking call underlined.
 *
 * Own code because the libraries for it (`@babel/code-frame` and those built on it) count code units, so
 * that the underline slips behind wide characters and tabs, and print a minified line in full.
 */
import stringWidth from "string-width";
import type { Location } from "@loopguard/engine";
import { type Colours, printable } from "./terminal.js";

export interface FrameStyle {
  readonly colours: Colours;
  /** Width that no line of the frame exceeds, in cells. */
  readonly columns: number;
}

/** One user-perceived character. */
interface Cell {
  readonly text: string;
  /** Cells it takes in a terminal: 0, 1 or 2; a tab takes {@link TAB}. */
  readonly width: number;
  /** UTF-16 offset in the line. */
  readonly offset: number;
}

/** The part of a line that is shown, in cells. */
interface Window {
  readonly start: number;
  readonly width: number;
}

const LINES_BEFORE = 2;
const LINES_AFTER = 1;
/** Spans of more lines are underlined on their first lines only. */
const MAX_SPAN_LINES = 4;
const TAB = "  ";
/** Code units of a line that are looked at; a minified file can be a single line of megabytes. */
const MAX_LINE = 4000;

/**
 * Draws the frame of a location.
 *
 * @param lines the file's lines, see {@link linesOf}
 * @returns lines joined by `\n`, or undefined when the location is not in the text (the file has changed since)
 */
export function codeFrame(lines: readonly string[], location: Location, style: FrameStyle): string | undefined {
  if (lines[location.line - 1] === undefined || location.endLine > lines.length) return undefined;
  const { dim, red, bold } = style.colours;

  const lastSpanLine = Math.min(location.endLine, location.line + MAX_SPAN_LINES - 1);
  const isSpanCut = lastSpanLine < location.endLine;
  let first = Math.max(location.line - LINES_BEFORE, 1);
  let last = isSpanCut ? lastSpanLine : Math.min(lastSpanLine + LINES_AFTER, lines.length);
  while (first < location.line && isBlank(lines[first - 1])) first++;
  while (last > lastSpanLine && isBlank(lines[last - 1])) last--;

  const numberWidth = String(last).length;
  const available = Math.max(style.columns - numberWidth - "> ".length - " │ ".length, 20);
  const window = windowAround(lines, location, available);

  const frame: string[] = [];
  for (let line = first; line <= last; line++) {
    const cells = cellsOf(lines[line - 1] ?? "", location);
    const isSpan = line >= location.line && line <= lastSpanLine;
    const number = String(line).padStart(numberWidth);
    const gutter = isSpan ? `${red(">")} ${bold(number)} ${dim("│")}` : dim(`  ${number} │`);
    frame.push(`${gutter} ${visible(cells, window)}`.trimEnd());
    if (isSpan) {
      const underline = underlineOf(cells, spanOnLine(location, line), window);
      if (underline !== "") frame.push(`${dim(`  ${" ".repeat(numberWidth)} │`)} ${red(underline)}`);
    }
  }
  if (isSpanCut) frame.push(dim(`  ${" ".repeat(numberWidth)} │ … to line ${String(location.endLine)}`));
  return frame.join("\n");
}

/** Splits a text where JavaScript ends its lines, so that line numbers agree with the engine's. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u);
}

/** Moves right just as far as the underlined code needs, and leaves a quarter of the width before it. */
function windowAround(lines: readonly string[], location: Location, width: number): Window {
  const cells = cellsOf(lines[location.line - 1] ?? "", location);
  const [from, to] = columnsOf(cells, spanOnLine(location, location.line));
  if (from + Math.min(to - from, width / 2) <= width) return { start: 0, width };
  return { start: from - Math.floor(width / 4), width };
}

function cellsOf(line: string, location: Location): readonly Cell[] {
  const from = location.column > MAX_LINE / 2 ? location.column - MAX_LINE / 2 : 0;
  const part = line.slice(from, from + MAX_LINE);
  return Array.from(graphemes.segment(part), ({ segment, index }) => {
    const text = segment === "\t" ? TAB : printable(segment);
    return { text, width: stringWidth(text), offset: from + index };
  });
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** UTF-16 offsets of the part of the span that lies on the line; without an end when it goes on. */
function spanOnLine(location: Location, line: number): { start?: number; end: number } {
  const end = line === location.endLine ? location.endColumn - 1 : Infinity;
  return line === location.line ? { start: location.column - 1, end } : { end };
}

/** The span in cells of the whole line. Indentation is left out where the span only continues. */
function columnsOf(cells: readonly Cell[], span: { start?: number; end: number }): readonly [number, number] {
  let column = 0;
  let from: number | undefined;
  let to: number | undefined;
  for (const cell of cells) {
    const isInside =
      span.start === undefined ? from !== undefined || cell.text.trim() !== "" : cell.offset >= span.start;
    if (isInside && cell.offset < span.end) {
      from ??= column;
      to = column + cell.width;
    }
    column += cell.width;
  }
  return from === undefined || to === undefined ? [column, column] : [from, to];
}

function visible(cells: readonly Cell[], { start, width }: Window): string {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  const isCutBefore = start > 0 && total > start;
  const isCutAfter = total > start + width;
  const from = isCutBefore ? start + 1 : start;
  const to = isCutAfter ? start + width - 1 : start + width;
  let column = 0;
  let text = "";
  for (const cell of cells) {
    const end = column + cell.width;
    if (column >= from && end <= to) text += cell.text;
    // A wide character that is cut in half: keep what follows in its column.
    else if (end > from && column < from) text += " ".repeat(end - from);
    column = end;
  }
  return `${isCutBefore ? "…" : ""}${text}${isCutAfter ? "…" : ""}`;
}

function underlineOf(cells: readonly Cell[], span: { start?: number; end: number }, { start, width }: Window): string {
  const [from, to] = columnsOf(cells, span).map((column) => Math.min(Math.max(column - start, 0), width));
  if (from === undefined || to === undefined) return "";
  // An empty span still points somewhere.
  const length = to - from || (span.start === undefined ? 0 : 1);
  return length === 0 ? "" : " ".repeat(from) + "^".repeat(length);
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}
