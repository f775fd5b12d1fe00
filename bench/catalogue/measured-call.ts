/** The measured process: runs one row's call, or its twin, at every size, and prints what it took as JSON. */
import { once } from "node:events";
import { mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

import type { Bench, Call, Loaded, Prepare, Workload } from "./workload.js";
import { workloads } from "./workloads/index.js";

export interface Order {
  readonly module: string;
  readonly member: string;
  /** The folder where the measured packages are installed. */
  readonly workbench: string;
  /** It only computes: then the processor's time counts, which other work on the machine does not lengthen. */
  readonly isComputation: boolean;
  /** Whether the call is measured in a worker thread as well. */
  readonly isOffloaded: boolean;
}

export interface SizeFigures {
  readonly size: number;
  /** Time per call in ms: the lower quartile, because other work on the machine only ever adds. */
  readonly ms: number;
  /** The longest time in ms that the event loop stood still during one call. */
  readonly stallMs: number;
  /** The share of the time, from 0 to 1, that the event loop was busy. */
  readonly loopShare: number;
}

export interface Figures {
  readonly sizes: readonly SizeFigures[];
  /** The twin, or the call on another thread where there is none. */
  readonly replacement?: {
    readonly is: "twin" | "worker";
    readonly sizes: readonly SizeFigures[];
    readonly isSame?: boolean | "unrelated";
  };
}

/** A size is measured for at most this long, once it has been called twice. In ms. */
const BUDGET = 250;
const SAMPLES = 25;
/** A sample of a quick call repeats it for this long, because the clock and the loop have their own grain. In ms. */
const SAMPLE = 2;
/** Calls that keep what they made, as compiled code, must not fill the memory. */
const MOST_REPEATS = 1000;
/** The processor's time is counted in ticks: it says nothing about less than this, in ms. */
const PROCESSOR_GRAIN = 20;
/** The grain of the event loop's delay, in ms. */
const RESOLUTION = 1;

const waited = waitingTime();
const order = (isMainThread ? JSON.parse(process.argv[2] ?? "{}") : workerData) as Order;
const scratch = mkdtempSync(join(tmpdir(), "loopguard-measure-"));
const found = workloads[order.module];
const workload = found?.rows[order.member];
if (!found || !workload || "unmeasured" in workload) throw new Error(`no workload for ${order.module}#${order.member}`);
const bench: Bench = { directory: scratch, load };
const loaded: Loaded = order.module === "global" ? globalThis : await load(found.specifier ?? order.module);
if (isMainThread) {
  try {
    process.stdout.write(JSON.stringify(await measureRow(workload)));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  // Packages may leave timers, sockets and workers behind.
  process.exit(0);
} else {
  await serveCalls(workload);
}

async function measureRow(row: Workload): Promise<Figures> {
  const sizes = await measureSizes(row.call, row);
  if (row.twin) {
    const twins = await measureSizes(row.twin, row);
    return { sizes, replacement: { is: "twin", sizes: twins, isSame: await isSame(row) } };
  }
  if (!order.isOffloaded) return { sizes };
  return { sizes, replacement: { is: "worker", sizes: await measureSizes(inWorker, row) } };
}

/** The same call in a worker thread, which has its input already. */
async function inWorker(_: Loaded, size: number): Promise<Call> {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: order });
  worker.unref();
  await once(worker, "message");
  return async () => {
    worker.postMessage(size);
    const [problem] = (await once(worker, "message")) as [string | undefined];
    if (problem !== undefined) throw new Error(problem);
  };
}

/** The worker's side: prepares a call when it is first asked for a size. */
async function serveCalls(row: Workload): Promise<void> {
  const port = parentPort;
  if (!port) return;
  const calls = new Map<number, Call>();
  port.on("message", (size: number) => {
    void (async () => {
      const call = (row.isOnce === true ? undefined : calls.get(size)) ?? (await row.call(loaded, size, bench));
      calls.set(size, call);
      await call();
    })().then(
      () => {
        port.postMessage(undefined);
      },
      (error: unknown) => {
        port.postMessage(String(error));
      },
    );
  });
  port.postMessage("ready");
  await Promise.resolve();
}

/** As code in the workbench would: by `require` where that works, else by `import`. */
async function load(specifier: string): Promise<Loaded> {
  try {
    return createRequire(join(order.workbench, "package.json"))(specifier);
  } catch {
    const importer = await import(pathToFileURL(join(order.workbench, "import.mjs")).href);
    return await importer.load(specifier);
  }
}

async function measureSizes(prepare: Prepare, row: Workload): Promise<SizeFigures[]> {
  const figures: SizeFigures[] = [];
  for (const size of row.sizes ?? [1]) {
    figures.push({ size, ...(await measureSize(() => prepare(loaded, size, bench), row.isOnce === true)) });
  }
  return figures;
}

async function measureSize(prepare: () => Call | Promise<Call>, isOnce: boolean): Promise<Omit<SizeFigures, "size">> {
  const kept = isOnce ? undefined : await prepare();
  const next = async (): Promise<Call> => kept ?? (await prepare());
  const first = await timed(await next(), 1);
  const repeats = isOnce || first.ms >= SAMPLE ? 1 : Math.min(MOST_REPEATS, Math.ceil(SAMPLE / first.ms));
  const samples: Sample[] = [];
  const end = performance.now() + BUDGET;
  do samples.push(await timed(await next(), repeats));
  while (samples.length < SAMPLES && performance.now() < end);
  return {
    ms: quartile(samples.map(({ ms }) => ms)),
    stallMs: quartile(samples.map(({ stallMs }) => stallMs)),
    loopShare: quartile(samples.map(({ loopShare }) => loopShare)),
  };
}

type Sample = Omit<SizeFigures, "size">;

/** Calls it that often, one after the other. */
async function timed(call: Call, repeats: number): Promise<Sample> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  // A turn of the loop of its own, so that nothing earlier is counted.
  await new Promise((resolve) => setTimeout(resolve, 2 * RESOLUTION));
  delay.enable();
  const before = performance.eventLoopUtilization();
  const computedBefore = order.isComputation ? process.threadCpuUsage() : undefined;
  const waitedBefore = waited();
  const start = performance.now();
  let blocked = 0;
  let isSynchronous = true;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const called = performance.now();
    const result = call();
    // Of many quick calls, none waits long.
    const waitedMeanwhile = repeats === 1 ? waited() - waitedBefore : 0;
    blocked = Math.max(blocked, performance.now() - called - waitedMeanwhile);
    if (isPromise(result)) {
      isSynchronous = false;
      await result;
    }
  }
  // On a busy machine the thread is ready to run and does not get its turn: that is nobody's call.
  const elapsed = performance.now() - start;
  const own = elapsed - (waited() - waitedBefore);
  const ms = (own > 0 ? own : elapsed) / repeats;
  const { utilization } = performance.eventLoopUtilization(before);
  const used = computedBefore && ms * repeats >= PROCESSOR_GRAIN ? process.threadCpuUsage(computedBefore) : undefined;
  const computed = used ? (used.user + used.system) / 1000 / repeats : Number.POSITIVE_INFINITY;
  // The delay is recorded by a timer, which needs a turn to see the last stretch.
  await new Promise((resolve) => setTimeout(resolve, 2 * RESOLUTION));
  delay.disable();
  if (isSynchronous || ms * repeats <= blocked * 1.05 + 0.01) {
    const time = Math.min(ms, computed);
    return { ms: time, stallMs: time, loopShare: 1 };
  }
  // Many quick calls in one sample are one stretch together: each alone stalls no longer than it takes.
  const longest = repeats === 1 ? Math.max(blocked, delay.max / 1e6 - RESOLUTION) : blocked;
  return { ms, stallMs: Math.min(longest, ms, computed), loopShare: Math.min(utilization, computed / ms) };
}

async function isSame(row: Workload): Promise<boolean | "unrelated"> {
  if (row.same === "unrelated" || !row.twin) return "unrelated";
  const size = row.sizes?.[0] ?? 1;
  const called: unknown = await (await row.call(loaded, size, bench))();
  const twin: unknown = await (await row.twin(loaded, size, bench))();
  return row.same ? row.same(called, twin) : isDeepStrictEqual(called, twin);
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

function quartile(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 4)] ?? 0;
}

/**
 * How long the process's first thread has waited for a processor, in ms, where Linux counts it.
 *
 * @returns a function; 0 where nobody counts, and in worker threads, which Linux counts elsewhere
 */
function waitingTime(): () => number {
  if (!isMainThread) return () => 0;
  let scheduler: number;
  try {
    scheduler = openSync("/proc/self/schedstat", "r");
  } catch {
    return () => 0;
  }
  const text = Buffer.alloc(128);
  return () => {
    const length = readSync(scheduler, text, 0, text.length, 0);
    return Number(text.toString("latin1", 0, length).split(" ")[1]) / 1e6;
  };
}
