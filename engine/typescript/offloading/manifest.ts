/** A dependency that is added to a package.json, which keeps its layout. */
import { modify } from "jsonc-parser";
import type { TextEdit } from "../../rewriter.js";
import type { Manifest } from "./placing.js";

/** @returns nothing where the package depends on it already */
export function withDependency(
  { text, content }: Manifest,
  { module, range }: { readonly module: string; readonly range: string },
): readonly TextEdit[] {
  const { dependencies = {}, optionalDependencies = {} } = content;
  if (module in dependencies || module in optionalDependencies) return [];
  const names = Object.keys(dependencies);
  const isSorted = names.length > 0 && names.every((name, index) => index === 0 || (names[index - 1] ?? "") <= name);
  const edits = modify(text, ["dependencies", module], range, {
    formattingOptions: { ...layoutOf(text), eol: text.includes("\r\n") ? "\r\n" : "\n" },
    ...(isSorted && { getInsertionIndex: (properties) => properties.filter((name) => name < module).length }),
  });
  return edits.map(({ offset, length, content: added }) => ({ start: offset, end: offset + length, text: added }));
}

function layoutOf(text: string): { readonly insertSpaces: boolean; readonly tabSize: number } {
  const indentation = /\n(?<space>[ \t]+)"/u.exec(text)?.groups?.["space"] ?? "  ";
  return { insertSpaces: !indentation.startsWith("\t"), tabSize: indentation.length };
}
