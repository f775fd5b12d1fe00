/** A document whose descriptions are shown as they are written, by a renderer that reads them as Markdown. */

/** @returns a copy, in which no description has a meaning as Markdown or HTML */
export function asPlainTexts(document: object): object {
  return plain(document, false) as object;
}

/** Values of a person's own: what they hold is shown as data. */
const DATA = new Set(["example", "examples", "default", "enum", "const"]);

/** @param isMap its keys are a person's own names */
function plain(value: unknown, isMap: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, false));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      if (!isMap && key === "description" && typeof inner === "string") return [key, escaped(inner)];
      if (!isMap && DATA.has(key)) return [key, inner];
      return [key, plain(inner, !isMap && /^(?:properties|patternProperties|\$defs|schemas|paths)$/u.test(key))];
    }),
  );
}

/** Every sign that could mean something stands for itself, and lines stay lines. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+\-.!|<>&~:@/"'=]/gu, "\\$&")
    .replaceAll(/\\([<>&])/gu, (_, sign: string) => ENTITIES[sign] ?? "")
    .replaceAll(/\\([:@/"'=])/gu, (_, sign: string) => `&#${String(sign.codePointAt(0))};`)
    .replaceAll(/^[ \t]+/gmu, (space) => "&nbsp;".repeat(space.length))
    .replaceAll("\n", "  \n");
}

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };
