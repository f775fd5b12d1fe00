/** Spoils a source text in the ways in which texts are spoiled: by typing, merging, truncation and bad encodings. */
import { pick, type Random } from "../random-edits.js";

const TOKEN = /\s+|[\w$]+|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[^\s\w]/gu;
/** Of many planes and directions, joined, combining, invalid, and of meaning to parsers. */
const CHARACTERS = Array.from(
  "\u0000\u00A0\u00AD\u0301\u05D0\u200B\u200D\u2028\u202E\u{1F600}\uFEFF\uFFFD\uD83D\u4E16`${}()[]<>/*\\'\"#@",
);
const MAX_MUTATIONS = 4;

/**
 * @param other a text to take parts from
 * @returns the same for the same text and the same random numbers
 */
export function mutate(text: string, other: string, random: Random): string {
  let mutated = text;
  const times = 1 + Math.floor(random() * MAX_MUTATIONS);
  for (let time = 0; time < times; time++) mutated = pick(MUTATIONS, random)(mutated, random, other);
  return mutated;
}

const MUTATIONS: readonly ((text: string, random: Random, other: string) => string)[] = [
  (text, random) => text.slice(0, at(text, random)),
  (text, random) => text.slice(at(text, random)),
  (text, random) => insert(text, random, pick(CHARACTERS, random).repeat(1 + Math.floor(random() * 3))),
  (text, random, other) => {
    const start = at(other, random);
    return insert(text, random, other.slice(start, start + Math.floor(random() * 400)));
  },
  (text, random) => withTokens(text, (tokens) => tokens.splice(at(tokens, random), 1 + Math.floor(random() * 3))),
  (text, random) =>
    withTokens(text, (tokens) => {
      const index = at(tokens, random);
      tokens.splice(index, 0, ...tokens.slice(index, index + 1 + Math.floor(random() * 8)));
    }),
  (text, random) =>
    withTokens(text, (tokens) => {
      const [one, two] = [at(tokens, random), at(tokens, random)];
      [tokens[one], tokens[two]] = [tokens[two] ?? "", tokens[one] ?? ""];
    }),
  (text, random) =>
    withTokens(text, (tokens) => {
      const [one, two] = [at(tokens, random), at(tokens, random)];
      tokens[one] = tokens[two] ?? "";
    }),
];

function withTokens(text: string, change: (tokens: string[]) => unknown): string {
  const tokens = text.match(TOKEN) ?? [];
  change(tokens);
  return tokens.join("");
}

function insert(text: string, random: Random, inserted: string): string {
  const index = at(text, random);
  return text.slice(0, index) + inserted + text.slice(index);
}

function at({ length }: { readonly length: number }, random: Random): number {
  return Math.floor(random() * (length + 1));
}
