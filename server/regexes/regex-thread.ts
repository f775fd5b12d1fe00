/** The thread in which regular expressions are run: recheck looks for a text that an expression is slow for, a clock judges it. */
import { parentPort } from "node:worker_threads";
import type { RegexConfirmation, RegexSource } from "@loopguard/engine";
import type * as recheck from "recheck";
import type { FromRegexThread } from "./confirmer.js";

type Recheck = Pick<typeof recheck, "checkSync">;

/** A text that grows: every pump is repeated after its prefix, and the suffix lets the match fail. */
interface Attack {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

/** Time for recheck to find a text, in ms. */
const SEARCH_LIMIT = 5_000;
/** Long enough for everybody to notice, in ms: no longer text is tried. */
const TELLING = 100;
/** What takes less for the longest text is not slow, in ms: below the dearest tier. */
const SLOW = 20;
/** What bodies are limited to by many a framework. */
const MAX_LENGTH = 100_000;
/** Below, one repetition more may double the time. */
const FEW = 64;

parentPort?.on("message", (regex: RegexSource) => {
  void answer(regex).then((message) => parentPort?.postMessage(message));
});

async function answer(regex: RegexSource): Promise<FromRegexThread> {
  const checker = await load();
  if (!checker) return { is: "unavailable" };
  const confirmation = confirmationOf(regex, checker);
  return { is: "tried", ...(confirmation && { confirmation }) };
}

async function load(): Promise<Recheck | undefined> {
  try {
    return (await import("recheck/lib/browser.js")).default;
  } catch {
    return undefined;
  }
}

function confirmationOf({ pattern, flags }: RegexSource, { checkSync }: Recheck): RegexConfirmation | undefined {
  const found = checkSync(pattern, flags, { timeout: SEARCH_LIMIT });
  if (found.status === "unknown") return undefined;
  return found.status === "safe" ? { is: "quick" } : timed(new RegExp(pattern, flags), found.attack);
}

/** The attack grows until its time tells. */
function timed(regex: RegExp, attack: Attack): RegexConfirmation {
  for (let repetitions = 1; ; repetitions = repetitions < FEW ? repetitions + 1 : repetitions * 2) {
    const text = textOf(attack, repetitions);
    const ms = timeOf(regex, text);
    if (ms < TELLING && text.length < MAX_LENGTH) continue;
    return ms < SLOW ? { is: "quick" } : { is: "slow", text: written(attack, repetitions), length: text.length, ms };
  }
}

function textOf({ pumps, suffix }: Attack, repetitions: number): string {
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(repetitions)).join("") + suffix;
}

function written({ pumps, suffix }: Attack, repetitions: number): string {
  const parts = pumps.flatMap(({ prefix, pump }) => [
    ...(prefix === "" ? [] : [JSON.stringify(prefix)]),
    `${JSON.stringify(pump)}.repeat(${String(repetitions)})`,
  ]);
  return [...parts, ...(suffix === "" ? [] : [JSON.stringify(suffix)])].join(" + ");
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
