/** A document as text, in the formats that people keep it in. */
import type { OpenApiResult } from "loopguard-language-server/protocol";
import { stringify } from "yaml";

export const DOCUMENT_FORMATS = ["json", "yaml"] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** The same document always gives the same text. */
export function textOf(document: OpenApiResult["document"], format: DocumentFormat): string {
  return format === "yaml"
    ? stringify(document, { aliasDuplicateObjects: false, lineWidth: 120 })
    : `${JSON.stringify(document, undefined, 2)}\n`;
}

/** By a file's name; undefined where that does not say. */
export function formatOf(file: string): DocumentFormat | undefined {
  if (/\.ya?ml$/iu.test(file)) return "yaml";
  return /\.json$/iu.test(file) ? "json" : undefined;
}
