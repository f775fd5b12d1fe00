/** The fixtures of twins as they lie on the disk: a Markdown table for each module. */
import path from "node:path";
import type { TwinTable } from "./twin-table.js";

export const TWINS_FILE = path.resolve(import.meta.dirname, "../../twins/twins.md");

const INTRODUCTION =
  "# Twins\n\nWhat becomes of a call of every row of the catalogue that names a twin, in an asynchronous function: " +
  "the lines that are new, or why it stays. Every package is a dependency in its newest version; none but Node's types is installed. " +
  "A test holds the table against the catalogue and the fixes; `npm run fixes:twins` writes it again.\n";

export function twinsText({ lines }: Pick<TwinTable, "lines">): string {
  const moduleOf = (identity: string): string => identity.slice(0, identity.indexOf("#"));
  const modules = [...new Set(lines.map(({ identity }) => moduleOf(identity)))];
  const tables = modules.map((module) => {
    const rows = lines.filter(({ identity }) => moduleOf(identity) === module);
    const cells = rows.map(({ identity, before, after }) => {
      const member = identity.slice(module.length + 1);
      return `| ${[member, before, after].map((cell) => `\`${cell.replaceAll("|", String.raw`\|`)}\``).join(" | ")} |`;
    });
    return [`## ${module}`, "", "| row | before | after |", "| --- | --- | --- |", ...cells, ""].join("\n");
  });
  return [INTRODUCTION, ...tables].join("\n");
}
