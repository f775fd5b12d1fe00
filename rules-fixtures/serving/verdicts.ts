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
  /** It was seen to stop the event loop: for as long as what is named claims, or at all where nothing is named. */
  readonly isStall: boolean;
  /** What the engine names for the request's entry point; empty when it names nothing. */
  readonly named: readonly NamedEntryPoint[];
  readonly says: "blocks" | "silent" | "missed" | "unfounded";
}

export interface ServerVerdicts {
  readonly verdicts: readonly Verdict[];
  /** Entry points that the engine names and no request reaches: nobody could measure them. */
  readonly unmeasured: readonly NamedEntryPoint[];
}

export function verdictsOf({ requests, quiet }: ServerMeasurement, named: readonly NamedEntryPoint[]): ServerVerdicts {
  const verdicts = requests.map((measurement) => verdictOf(measurement, quiet, named));
  const measured = new Set(verdicts.flatMap((verdict) => verdict.named));
  return { verdicts, unmeasured: named.filter((entryPoint) => !measured.has(entryPoint)) };
}

function verdictOf(measurement: Measurement, quiet: number, all: readonly NamedEntryPoint[]): Verdict {
  const named = all.filter((entryPoint) => isFor(measurement.request, entryPoint));
  const isNamed = named.length > 0;
  const least = Math.max(UNNOTICED, ...named.map(({ tier }) => CLAIMED[tier]));
  const isStall = measurement.longestStall - quiet >= least;
  const says = isStall ? (isNamed ? "blocks" : "missed") : isNamed ? "unfounded" : "silent";
  return { measurement, isStall, named, says };
}

function isFor({ entryPoint, file }: ServerRequest, { label, file: place }: NamedEntryPoint): boolean {
  return label === entryPoint && (file === undefined || file === place);
}
