/** Reads the paths of routes, in the syntax of any framework, as OpenAPI's templates with typed parameters. */

export interface PathParameter {
  readonly name: string;
  /** What the path says its text is like: a regular expression without anchors. */
  readonly pattern?: string;
  /** It takes the rest of the path, slashes included. */
  readonly isRest?: boolean;
}

export interface PathTemplate {
  /** `/users/{id}` */
  readonly template: string;
  readonly parameters: readonly PathParameter[];
}

type Segment = string | PathParameter | { readonly optional: readonly Segment[] };

/**
 * The templates of a route's path: several where a part of it can be left out.
 * Reads `:id`, `:id(\\d+)`, `:id{[0-9]+}`, `:id?`, `{/:id}`, `*`, `*rest`, `[id]`, `[...slug]`, `[[...slug]]`, `::`.
 *
 * @returns none for a path that is not written out
 */
export function pathTemplates(path: string): readonly PathTemplate[] {
  if (path.includes("…")) return [];
  const reader = new PathReader(path);
  const segments = reader.read();
  const templates = variants(segments).map(templateOf);
  return templates.filter(({ template }, index) => templates.findIndex((each) => each.template === template) === index);
}

class PathReader {
  readonly #path: string;
  #at = 0;
  #unnamed = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Up to the end, or to the brace that closes a group. */
  read(): Segment[] {
    const segments: Segment[] = [];
    while (this.#at < this.#path.length) {
      if (this.take("}")) break;
      segments.push(...this.next());
    }
    return segments;
  }

  private next(): Segment[] {
    const catchAll = this.match(/\[\[\.\.\.([^\]]+)\]\]/uy);
    if (catchAll) return [{ optional: [{ name: catchAll, isRest: true }] }];
    const rest = this.match(/\[\.\.\.([^\]]+)\]/uy);
    if (rest) return [{ name: rest, isRest: true }];
    const placed = this.match(/\[([^\]]+)\]/uy);
    if (placed) return [{ name: placed }];
    if (this.take("::")) return [":"];
    const name = this.match(/:([\p{L}_$][\p{L}\p{N}_$]*)/uy);
    if (name) return this.named(name);
    if (this.take("{")) return [{ optional: this.read() }];
    if (this.take("*")) return [{ name: this.match(/([\p{L}_$][\p{L}\p{N}_$]*)/uy) ?? this.nameless(), isRest: true }];
    if (this.#path[this.#at] === "(") {
      const pattern = this.balanced("(", ")");
      const isAnything = pattern === ".*" || pattern === ".+";
      return [{ name: this.nameless(), ...(isAnything ? { isRest: true } : { pattern }) }];
    }
    return [this.#path[this.#at++] ?? ""];
  }

  private named(name: string): Segment[] {
    const before = this.#path[this.#at];
    const pattern =
      before === "("
        ? this.balanced("(", ")")
        : before === "{" && this.isPattern()
          ? this.balanced("{", "}")
          : undefined;
    const isRest = pattern === ".*" || pattern === ".+";
    const parameter = { name, ...(isRest ? { isRest } : pattern !== undefined && { pattern }) };
    if (this.take("?")) return [{ optional: [parameter] }];
    if (this.take("*")) return [{ optional: [{ name, isRest: true }] }];
    if (this.take("+")) return [{ name, isRest: true }];
    return [parameter];
  }

  /** `:id{[0-9]+}` gives a pattern, `:file{.:ext}` a part that can be left out. */
  private isPattern(): boolean {
    return !/[:/]/u.test(this.#path.slice(this.#at, this.#path.indexOf("}", this.#at)));
  }

  private nameless(): string {
    return this.#unnamed++ === 0 ? "wildcard" : `wildcard${String(this.#unnamed)}`;
  }

  private balanced(open: string, close: string): string {
    const start = this.#at + 1;
    let depth = 0;
    while (this.#at < this.#path.length) {
      const character = this.#path[this.#at++];
      if (character === "\\") this.#at++;
      else if (character === open) depth++;
      else if (character === close && --depth === 0) break;
    }
    return this.#path.slice(start, this.#at - 1);
  }

  private take(text: string): boolean {
    if (!this.#path.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** The first group of a sticky expression, from here. */
  private match(expression: RegExp): string | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#path);
    if (!found) return undefined;
    this.#at += found[0].length;
    return found[1];
  }
}

/** With and without each part that can be left out; the longest first. */
function variants(segments: readonly Segment[]): (string | PathParameter)[][] {
  return segments.reduce<(string | PathParameter)[][]>(
    (paths, segment) => {
      if (typeof segment === "string" || "name" in segment) return paths.map((path) => [...path, segment]);
      const inner = variants(segment.optional);
      return [...inner.flatMap((added) => paths.map((path) => [...path, ...added])), ...paths];
    },
    [[]],
  );
}

function templateOf(segments: readonly (string | PathParameter)[]): PathTemplate {
  const text = segments
    .map((segment) => (typeof segment === "string" ? segment : `{${segment.name}}`))
    .join("")
    .replace(/\/{2,}/gu, "/")
    .replace(/(.)\/$/u, "$1");
  const parameters = segments.filter((segment) => typeof segment !== "string");
  return { template: text.startsWith("/") ? text : `/${text}`, parameters };
}
