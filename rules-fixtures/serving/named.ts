/** What the engine says of a server: the entry points that wait for a blocking call, by name. */
import path from "node:path";
import { analyse, presets, selectFindings, type Confidence } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { mountedInPlace } from "../check-fixtures.js";
import { memoryHost } from "../memory-host.js";

const REPOSITORY = path.resolve(import.meta.dirname, "../../..");

/** An entry point and a blocking call that it reaches. */
export interface NamedEntryPoint {
  /** The engine's label. */
  readonly label: string;
  /** Where the entry point's function is, relative to the server's directory. */
  readonly file: string;
  readonly callee: string;
  readonly tier: number;
  readonly confidence: Confidence;
}

/** The cheapest calls, of less than 0.05 ms, are named as well, but no clock sees them. */
const MEASURABLE = { ...presets.strict, minCost: 1 } as const;

/** Analyses the server's directory, and names everything whose cost can be measured. */
export function namedEntryPoints(directory: string): NamedEntryPoint[] {
  const mount = mountedInPlace(REPOSITORY);
  const root = directory.replaceAll("\\", "/");
  const analysis = analyse(openProject(memoryHost(new Map(), [mount]), [root]));
  return selectFindings(analysis, MEASURABLE).flatMap(({ callee, cost, paths }) =>
    paths.map(({ entryPoint, confidence }) => ({
      label: entryPoint.label,
      file: path.posix.relative(root, entryPoint.location.file),
      callee,
      tier: cost.tier,
      confidence,
    })),
  );
}
