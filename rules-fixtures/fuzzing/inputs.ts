/** The inputs of a run, numbered: the same number and seed give the same texts. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { generator, pick } from "../random-edits.js";
import { mutate } from "./mutate.js";
import { pathological } from "./pathological.js";
import type { Texts } from "./session.js";

export interface Corpus {
  readonly seed: number;
  /** Absolute paths of the sources that are spoiled. */
  readonly files: readonly string[];
}

/** Of all inputs; the others are spoiled files. */
const SHARE_OF_PATHOLOGICAL = 0.02;
/** In characters: larger files take their time without saying more. */
const MAX_LENGTH = 20_000;

export function inputOf({ seed, files }: Corpus, number: number): Texts {
  const random = generator(Math.imul(seed, 1_000_003) + number);
  // The first numbers of neighbouring seeds resemble each other.
  for (let time = 0; time < 5; time++) random();
  if (random() < SHARE_OF_PATHOLOGICAL) return pathological(random);
  const [file, other] = [pick(files, random), pick(files, random)];
  return { [slotOf(file)]: mutate(textOf(file), textOf(other), random) };
}

function slotOf(file: string): string {
  const extension = path.extname(file);
  return [".tsx", ".jsx"].includes(extension)
    ? "input.tsx"
    : [".js", ".cjs", ".mjs"].includes(extension)
      ? "input.js"
      : extension === ".mts"
        ? "input.mts"
        : "input.ts";
}

const texts = new Map<string, string>();

function textOf(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(file, "utf8").slice(0, MAX_LENGTH);
  texts.set(file, text);
  return text;
}
