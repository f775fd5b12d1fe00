/** A stretch of a file's text that was replaced by another, and where everything else has moved. */
import type { Span } from "./facts.js";

export interface Replaced {
  readonly before: Span;
  /** Starts where {@link before} does. */
  readonly after: Span;
}

/** Where a place outside of what was replaced is now; undefined for what was inside. */
export function movedOffset(offset: number, { before, after }: Replaced): number | undefined {
  if (offset < before.start) return offset;
  return offset >= before.end ? offset + after.end - before.end : undefined;
}

/** Where a span is now that lies outside of what was replaced, or around it. */
export function movedSpan({ start, end }: Span, { before, after }: Replaced): Span | undefined {
  if (end <= before.start) return { start, end };
  const by = after.end - before.end;
  if (start >= before.end) return { start: start + by, end: end + by };
  return start < before.start && end >= before.end ? { start, end: end + by } : undefined;
}

/** Whether an offset before the change and one after it are the same place, outside of what was replaced. */
export function isSamePlace(before: number, after: number, replaced: Replaced): boolean {
  // An offset at an insertion can belong to what ends there or to what begins there.
  return (
    (before <= replaced.before.start && after === before) ||
    (before >= replaced.before.end && after === before + replaced.after.end - replaced.before.end)
  );
}

export function isWithin(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset < end;
}

/** Whether two spans share no text, and neither lies inside the other. */
export function areApart(one: Span, other: Span): boolean {
  return one.end <= other.start || one.start >= other.end;
}
