/** Holds what was measured against what the engine names. */
import type { CostTier } from "@loopguard/engine";
import { type Measurement, type ServerMeasurement, UNNOTICED } from "./measure.js";
import type { NamedEntryPoint } from "./named.js";
import type { ServerRequest } from "./requests.js";

/**
 * How long the loop stands still at least where a message names a tier, in ms: for as long as the tier says, or, where
 * that is less than anybody could see, for longer than it ever does where nothing blocks.
 */
const CLAIMED: Readonly<Record<CostTier, number>> = { 0: UNNOTICED, 1: UNNOTICED, 2: UNNOTICED, 3: 20 };

export interface Verdict {
  readonly measurement: Measurement;
  /** What the engine names for the request's entry point; empty when it names nothing. */
  readonly named: readonly NamedEntryPoint[];
  /** Whether the loop was seen to stop, for as long as what is named claims, or at all where nothing is named. */
  readonly says: "blocks" | "silent" | "missed" | "unfounded";
}

export interface ServerVerdicts {
  readonly verdicts: readonly Verdict[];
  /** Entry points that the engine names and no request reaches: nobody could measure them. */
  readonly unmeasured: readonly NamedEntryPoint[];
}

export function verdictsOf(
  { requests, quiet, unnoticed }: ServerMeasurement,
  named: readonly NamedEntryPoint[],
): ServerVerdicts {
  const measured = requests.map((measurement) => ({
    measurement,
    named: namedFor(measurement.request, named),
  }));
  const answersWithNoneNamed = measured.filter((one) => one.named.length === 0);
  const quickest = Math.min(...answersWithNoneNamed.map(({ measurement }) => measurement.longestStall));
  const verdicts = measured.map((one) =>
    one.named.length > 0
      ? verdictOf(one, quiet, Math.max(...one.named.map(({ tier }) => CLAIMED[tier])))
      : verdictOf(one, Math.max(quiet, quickest), unnoticed),
  );
  const reached = new Set(verdicts.flatMap((verdict) => verdict.named));
  return { verdicts, unmeasured: named.filter((entryPoint) => !reached.has(entryPoint)) };
}

/**
 * @param unaccountable how long the loop stands still whatever the handler does, in ms. Nobody's message claims what
 * the framework takes for each answer (Next.js several ms, more on a slow machine), so where nothing is named that is
 * the quickest answer of the same server where nothing is named.
 * @param least for how long more it must stand still to be seen, in ms
 */
function verdictOf({ measurement, named }: Omit<Verdict, "says">, unaccountable: number, least: number): Verdict {
  const isNamed = named.length > 0;
  const isStall = measurement.longestStall - unaccountable >= least;
  const says = isStall ? (isNamed ? "blocks" : "missed") : isNamed ? "unfounded" : "silent";
  return { measurement, named, says };
}

/** What of all that the engine names it names for the request's entry point. */
export function namedFor({ entryPoint, file }: ServerRequest, named: readonly NamedEntryPoint[]): NamedEntryPoint[] {
  return named.filter(({ label, file: place }) => label === entryPoint && (file === undefined || file === place));
}
