/** What the engine says of a server: the entry points that wait for a blocking call, by name. */
import path from "node:path";
import {
  analyse,
  type Analysis,
  type CostTier,
  presets,
  type Project,
  selectFindings,
  type Confidence,
} from "@loopguard/engine";
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
  /** Of the cost that the message names. */
  readonly tier: CostTier;
  readonly confidence: Confidence;
}

/** The cheapest calls, of less than 0.05 ms, are named as well, but no clock sees them. */
const MEASURABLE = { ...presets.strict, minCost: 1 } as const;

/** A server's sources, as the engine sees them. */
export interface AnalysedServer {
  readonly project: Project;
  readonly analysis: Analysis;
}

export function analyseServer(directory: string): AnalysedServer {
  const mount = mountedInPlace(REPOSITORY);
  const project = openProject(memoryHost(new Map(), [mount]), [directory.replaceAll("\\", "/")]);
  return { project, analysis: analyse(project) };
}

/** Names everything whose cost can be measured. */
export function namedEntryPoints(directory: string, { analysis }: Pick<AnalysedServer, "analysis">): NamedEntryPoint[] {
  const root = directory.replaceAll("\\", "/");
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
