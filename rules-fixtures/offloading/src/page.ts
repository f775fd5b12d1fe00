/** Notes as a page. */
import { marked } from "marked";

const LONGEST = 1_000_000;

/** @throws RangeError when there is too much of it */
export function page(title: string, text: string): string {
  if (text.length > LONGEST) throw new RangeError(`${title} is too long: ${text.length} characters.`);
  const body = marked.parse(text, { gfm: true }) as string;
  return `<!doctype html>
<title>${title}</title>
<main>${body}</main>
`;
}
