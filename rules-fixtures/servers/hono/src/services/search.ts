import { readFileSync } from "node:fs";

let synonyms: Record<string, string> | undefined;

/** Read for the first who searches, and kept. */
function loadSynonyms(): Record<string, string> {
  if (synonyms) return synonyms;
  synonyms = JSON.parse(readFileSync(new URL("../../data/synonyms.json", import.meta.url), "utf8")) as Record<
    string,
    string
  >;
  return synonyms;
}

export function findByWord(word: string): string | undefined {
  return loadSynonyms()[word];
}
