/** What the makers of bundled packages want to be said with them: their licences. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u;
const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/iu;

/**
 * @param files what was bundled, relative to the directory, with forward slashes
 * @throws for a package whose licence is nowhere
 */
export function noticesOf(files: readonly string[], directory: string): string {
  const folders = new Set(files.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  const notices = [...folders].sort().map((folder) => noticeOf(path.join(directory, folder)));
  return `This program contains the following packages.\n\n${[...new Set(notices)].join("\n")}`;
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const texts = readdirSync(folder)
    .filter((file) => LICENCE.test(file))
    .map((file) => readFileSync(path.join(folder, file), "utf8").trim());
  if (texts.length === 0 && license === undefined) throw new Error(`${name} says nothing of its licence.`);
  return `${"=".repeat(80)}\n${name} ${version} (${license ?? "see below"})\n\n${texts.join("\n\n")}\n`;
}
