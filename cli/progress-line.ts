/** One line on a terminal that says how far the work is, shown only when the work takes long. */
import type { Progress } from "@loopguard/engine";
import type { Environment } from "./environment.js";
import { DEFAULT_COLUMNS, isInteractive } from "./terminal.js";
import { grouped } from "./wording.js";

export interface ProgressLine {
  readonly update: (progress: Progress) => void;
  /** Takes the line away, so that the report starts on a clean one. */
  readonly clear: () => void;
}

/** Shorter work ends before anybody asks how far it is, in ms. */
const SHOWN_AFTER = 500;
/** Faster than this nobody reads, in ms. */
const REDRAWN_EVERY = 100;
const ERASE_LINE = "\r\u001B[K";

const PHASES: Readonly<Record<Progress["phase"], string>> = {
  reading: "Reading files",
  searching: "Searching for blocking paths",
};

/** A progress line on standard error; does nothing where that is not a terminal. */
export function progressLine({ stderr, variables, now }: Environment): ProgressLine {
  if (!isInteractive(stderr, variables)) return { update: () => undefined, clear: () => undefined };
  let nextDraw = now() + SHOWN_AFTER;
  let isShown = false;
  return {
    update(progress) {
      const moment = now();
      if (moment < nextDraw) return;
      nextDraw = moment + REDRAWN_EVERY;
      isShown = true;
      // A line as wide as the terminal wraps in some of them, and could not be erased.
      stderr.write(ERASE_LINE + inWords(progress).slice(0, (stderr.columns ?? DEFAULT_COLUMNS) - 1));
    },
    clear() {
      if (isShown) stderr.write(ERASE_LINE);
      isShown = false;
    },
  };
}

function inWords({ phase, done, total }: Progress): string {
  const amount = total === undefined ? grouped(done) : `${grouped(done)} of ${grouped(total)}`;
  return `${PHASES[phase]}: ${amount}`;
}
