/** What is the same in two pages that a bundler built twice: what a person sees of them. */
import type { Answer } from "./ask.js";

/** Scripts, the names of their files, and what says which of them to load. */
const BUNDLED = /<script\b[^>]*>.*?<\/script>|<link\b[^>]*>|<!--.*?-->/gsu;

/** A name that the bundler makes for a function of the server, anew with each build. */
const FUNCTION = /\$ACTION_ID_[\da-f]+/gu;

/**
 * The same source gives other names of files and functions with each build, and an asynchronous component another order of
 * what the page's scripts are sent.
 */
export function seenOf({ status, headers, body }: Answer): Answer {
  if (!headers.some(([name, value]) => name === "content-type" && value.startsWith("text/html"))) {
    return { status, headers, body };
  }
  return {
    status,
    headers: headers.filter(([name]) => name !== "etag"),
    body: body.replaceAll(BUNDLED, "").replaceAll(FUNCTION, "$ACTION_ID"),
  };
}
