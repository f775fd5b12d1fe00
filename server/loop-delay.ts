/** How long the thread that speaks the protocol keeps its event loop waiting: the server does what it preaches. */
import { monitorEventLoopDelay } from "node:perf_hooks";

export interface LoopDelay {
  /** In ms, since the server started. */
  read(): { readonly p50: number; readonly p99: number; readonly max: number };
  stop(): void;
}

/** Resolution of the measurement in ms: a delay shorter than this is not seen. */
const RESOLUTION = 10;

export function measureLoopDelay(): LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  histogram.enable();
  return {
    read: () => ({
      p50: beyondResolution(histogram.percentile(50)),
      p99: beyondResolution(histogram.percentile(99)),
      max: beyondResolution(histogram.max),
    }),
    stop: () => histogram.disable(),
  };
}

/** The histogram's nanoseconds include the timer's own period. */
function beyondResolution(nanoseconds: number): number {
  if (!Number.isFinite(nanoseconds)) return 0;
  return Math.max(0, Math.round((nanoseconds / 1e6 - RESOLUTION) * 10) / 10);
}
