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

/** Analyses the server's directory, and names everything that the strictest preset shows. */
export function namedEntryPoints(directory: string): NamedEntryPoint[] {
  const mount = mountedInPlace(REPOSITORY);
  const root = directory.replaceAll("\\", "/");
  const analysis = analyse(openProject(memoryHost(new Map(), [mount]), [root]));
  return selectFindings(analysis, presets.strict).flatMap(({ callee, cost, paths }) =>
    paths.map(({ entryPoint, confidence }) => ({
      label: entryPoint.label,
      file: path.posix.relative(root, entryPoint.location.file),
      callee,
      tier: cost.tier,
      confidence,
    })),
  );
}
