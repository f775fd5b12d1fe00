/** How deep a text of JSON goes: whoever parses it or walks it calls itself for each level. */

/** What people and tools write has some ten levels; parsers run out of stack at some thousand. */
const MAX_LEVELS = 500;

/** Whether a text is nested so deeply that it cannot be parsed in a usual stack. What is in strings does not count. */
export function isTooDeepToParse(text: string): boolean {
  if (text.length <= MAX_LEVELS) return false;
  let levels = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/gsu)) {
    if (token === "[" || token === "{") levels++;
    else if (token === "]" || token === "}") levels--;
    if (levels > MAX_LEVELS) return true;
  }
  return false;
}
