/** Which share of some work is done in certain files, by sampling: what they call counts as theirs. */
import { type Profiler, Session } from "node:inspector";

/** Between two samples, in µs. */
const INTERVAL = 500;

export interface Profiled<T> {
  readonly result: T;
  /** Between 0 and 1. */
  readonly share: number;
}

/** @param files matches the addresses of the files */
export function profiled<T>(work: () => T, files: RegExp): Profiled<T> {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.setSamplingInterval", { interval: INTERVAL });
  session.post("Profiler.start");
  const result = work();
  let profile: Profiler.Profile | undefined;
  // Calls within one process are answered at once.
  session.post("Profiler.stop", (_error, stopped) => {
    profile = stopped.profile;
  });
  session.disconnect();
  return { result, share: profile ? shareOf(profile, files) : 0 };
}

function shareOf({ nodes, samples = [] }: Profiler.Profile, files: RegExp): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const within = new Set<number>();
  // Every node comes before its children.
  const visit = (node: Profiler.ProfileNode, isWithin: boolean): void => {
    const is = isWithin || files.test(node.callFrame.url);
    if (is) within.add(node.id);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) visit(child, is);
    }
  };
  const [root] = nodes;
  if (root) visit(root, false);
  return samples.length === 0 ? 0 : samples.filter((id) => within.has(id)).length / samples.length;
}
