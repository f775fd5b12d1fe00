/** How the time of a regular expression grows with its text, measured: what the labels are confirmed by. */
import { performance } from "node:perf_hooks";

/** `linear` up to the text's length, the others beyond it. */
export type Growth = "linear" | "quadratic" | "cubic" | "exponential";

/** A text that grows: every pump is repeated after its prefix, and the suffix lets the match fail. */
export interface Attack {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

export interface LabelledPattern {
  readonly pattern: string;
  readonly flags: string;
  readonly grows: Growth;
  /** What shows it; absent where nothing does. */
  readonly attack?: Attack;
  /** Where it is from. */
  readonly from: string;
}

/** Long enough to tell a growth from the clock's grain, in ms. */
const TELLING = 40;
/** Longer texts are not tried. */
const MAX_PUMPS = 400_000;
/** An expression that takes no longer than this for {@link LINEAR_LENGTH} characters is linear, in ms. */
const LINEAR_LIMIT = 100;
const LINEAR_LENGTH = 30_000;

/** How the time grows as the pumps are repeated. */
export function measuredGrowth(pattern: string, flags: string, attack: Attack): Growth {
  const regex = new RegExp(pattern, flags);
  // Where each further repetition multiplies the time, it is noticed long before doubling could go wrong.
  for (let pumps = 8; pumps < 44; pumps++) if (timeOf(regex, textOf(attack, pumps)) > TELLING) return "exponential";
  let pumps = 64;
  let ms = 0;
  while (ms < TELLING && pumps < MAX_PUMPS) ms = timeOf(regex, textOf(attack, (pumps *= 2)));
  const exponent = Math.log2(timeOf(regex, textOf(attack, pumps * 2)) / ms);
  if (ms < TELLING || exponent < 1.5) return "linear";
  return exponent < 2.5 ? "quadratic" : "cubic";
}

/** Whether long texts of what the expression is about take no time: those of one character, and of two in turn. */
export function isLinear(pattern: string, flags: string): boolean {
  const regex = new RegExp(pattern, flags);
  const plain = pattern.replaceAll(/\\./gu, "").replaceAll(/[()[\]{}|^$*+?\\]/gu, "");
  const characters = [...new Set(["a", "0", " ", "\n", ...Array.from(plain)])].slice(0, 12);
  const units = [...characters, ...characters.map((character) => `${character} `)];
  return units.every((unit) =>
    ["", "\u0000"].every((end) => timeOf(regex, unit.repeat(LINEAR_LENGTH / unit.length) + end) < LINEAR_LIMIT),
  );
}

export function textOf({ pumps, suffix }: Attack, repetitions: number): string {
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(repetitions)).join("") + suffix;
}

/** The shorter of two runs, because other work on the machine only ever adds. In ms. */
function timeOf(regex: RegExp, text: string): number {
  const once = (): number => {
    regex.lastIndex = 0;
    const start = performance.now();
    regex.test(text);
    return performance.now() - start;
  };
  return Math.min(once(), once());
}
