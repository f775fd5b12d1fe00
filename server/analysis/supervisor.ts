/** Keeps an analysis thread alive: sends it what changes, restarts it with the open documents when it crashes. */
import { Worker } from "node:worker_threads";
import type { Progress } from "@loopguard/engine";
import type { Description } from "./describing.js";
import type { FixAnswer, FixQuestion } from "./fixing.js";
import type { AnalysisResult, Buffer, FromAnalysis, ToAnalysis } from "./messages.js";
import { applyChange } from "./result-change.js";

export { Defects } from "./defects.js";
export type { Description } from "./describing.js";
export type { FixAnswer } from "./fixing.js";
export type { AnalysisResult, Buffer as AnalysisBuffer } from "./messages.js";

export type OpenOptions = Pick<Extract<ToAnalysis, { type: "open" }>, "typescript" | "maxFiles">;

export interface SupervisorEvents {
  /** A run has begun, the first one or one after a change. */
  onStart(): void;
  onProgress(progress: Progress): void;
  /** Complete, and of the latest revision. */
  onResult(result: AnalysisResult): void;
  onCancelled(): void;
  /** @param again whether it is tried once more */
  onCrash(error: Error, again: boolean): void;
}

/** More crashes than this within {@link CRASH_WINDOW} ms, and the analysis stays down until {@link Supervisor.open}. */
const MAX_CRASHES = 5;
const CRASH_WINDOW = 180_000;
/** In ms, doubled with every crash. */
const FIRST_BACK_OFF = 100;

interface PromiseSettlers<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

export class Supervisor {
  readonly #events: SupervisorEvents;
  readonly #buffers = new Map<string, string>();
  #targets: readonly string[] = [];
  #options: OpenOptions = {};
  #worker: Worker | undefined;
  #revision = 0;
  #settledRevision = 0;
  #crashes: number[] = [];
  #restart: NodeJS.Timeout | undefined;
  #waiters = new Set<(result: AnalysisResult | undefined) => void>();
  #result: AnalysisResult | undefined;
  #nextFixId = 0;
  readonly #fixWaiters = new Map<number, (answers: readonly FixAnswer[]) => void>();
  readonly #descriptionWaiters = new Map<number, PromiseSettlers<Description | undefined>>();
  /** The latest result that was sent, were it too late: the next one says what has changed since. */
  #received: AnalysisResult | undefined;
  restarts = 0;

  constructor(events: SupervisorEvents) {
    this.#events = events;
  }

  /** The latest complete result, which may be of an older revision. */
  get result(): AnalysisResult | undefined {
    return this.#result;
  }

  get isSettled(): boolean {
    return this.#settledRevision === this.#revision;
  }

  /**
   * Reads everything anew. Also brings an analysis back that has crashed too often.
   *
   * @param targets directories and files: absolute paths with forward slashes
   */
  open(targets: readonly string[], options: OpenOptions = {}): void {
    this.#targets = targets;
    this.#options = options;
    this.#crashes = [];
    this.#revision++;
    this.#events.onStart();
    if (this.#worker) this.send(this.openMessage());
    else this.start();
  }

  /**
   * Tells what changed.
   *
   * @param buffers documents that were opened, edited or (without a text) closed
   * @param paths files and directories that changed on the disk
   */
  change(buffers: readonly Buffer[], paths: readonly string[]): void {
    for (const { path, text } of buffers) {
      if (text === undefined) this.#buffers.delete(path);
      else this.#buffers.set(path, text);
    }
    this.#revision++;
    this.#events.onStart();
    this.send({ type: "change", revision: this.#revision, buffers, paths });
  }

  /** Stops the present run; the next change starts another. */
  cancel(): void {
    this.send({ type: "cancel" });
  }

  /** @returns an answer to each question; none when the analysis is not there, or goes away */
  fixes(questions: readonly FixQuestion[]): Promise<readonly FixAnswer[]> {
    if (!this.#worker) return Promise.resolve([]);
    const id = this.#nextFixId++;
    this.send({ type: "fix", id, questions });
    return new Promise((resolve) => this.#fixWaiters.set(id, resolve));
  }

  /**
   * The OpenAPI document.
   *
   * @param api the directory of one of several
   * @returns undefined when the analysis is not there, goes away, or is about to change
   * @throws what was thrown while it was made
   */
  describe(api?: string): Promise<Description | undefined> {
    if (!this.#worker) return Promise.resolve(undefined);
    const id = this.#nextFixId++;
    this.send({ type: "describe", id, ...(api !== undefined && { api }) });
    return new Promise((resolve, reject) => this.#descriptionWaiters.set(id, { resolve, reject }));
  }

  /** The result for everything that was told by now; undefined when there is none: cancelled, or crashed for good. */
  settled(): Promise<AnalysisResult | undefined> {
    if (this.isSettled) return Promise.resolve(this.#result);
    return new Promise((resolve) => this.#waiters.add(resolve));
  }

  async dispose(): Promise<void> {
    clearTimeout(this.#restart);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  private start(): void {
    clearTimeout(this.#restart);
    this.#restart = undefined;
    // The protocol may be spoken over standard output: nothing else is written there.
    const worker = new Worker(new URL("./thread.js", import.meta.url), { stdout: true, stderr: true });
    worker.stdout.pipe(process.stderr, { end: false });
    worker.stderr.pipe(process.stderr, { end: false });
    worker.on("message", (message: FromAnalysis) => {
      if (worker === this.#worker) this.receive(message);
    });
    let error: Error | undefined;
    worker.on("error", (thrown) => {
      error = thrown instanceof Error ? thrown : new Error(String(thrown));
    });
    worker.on("exit", (code) => {
      if (worker === this.#worker) this.crashed(error ?? new Error(`the analysis ended with code ${code}`));
    });
    this.#worker = worker;
    this.#received = undefined;
    this.send(this.openMessage());
  }

  private openMessage(): ToAnalysis {
    const buffers = [...this.#buffers].map(([path, text]) => ({ path, text }));
    return { type: "open", revision: this.#revision, targets: this.#targets, ...this.#options, buffers };
  }

  private send(message: ToAnalysis): void {
    this.#worker?.postMessage(message);
  }

  private receive(message: FromAnalysis): void {
    if (message.type === "fixes") {
      this.#fixWaiters.get(message.id)?.(message.answers);
      this.#fixWaiters.delete(message.id);
      return;
    }
    if (message.type === "described") {
      const waiter = this.#descriptionWaiters.get(message.id);
      if (message.failure) waiter?.reject(message.failure);
      else waiter?.resolve(message.description);
      this.#descriptionWaiters.delete(message.id);
      return;
    }
    if (message.type === "result") this.#received = applyChange(message.change, this.#received);
    // Something has changed since: the run that began for it will say more.
    if (message.revision !== this.#revision) return;
    if (message.type === "progress") {
      this.#events.onProgress(message.progress);
    } else if (message.type === "result" && this.#received) {
      this.#result = this.#received;
      this.settle(this.#result);
      this.#events.onResult(this.#result);
    } else {
      this.settle(undefined);
      this.#events.onCancelled();
    }
  }

  private settle(result: AnalysisResult | undefined): void {
    this.#settledRevision = this.#revision;
    const waiters = [...this.#waiters];
    this.#waiters.clear();
    for (const resolve of waiters) resolve(result);
  }

  private crashed(error: Error): void {
    this.#worker = undefined;
    for (const resolve of this.#fixWaiters.values()) resolve([]);
    this.#fixWaiters.clear();
    for (const { resolve } of this.#descriptionWaiters.values()) resolve(undefined);
    this.#descriptionWaiters.clear();
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < CRASH_WINDOW), now];
    const again = this.#crashes.length <= MAX_CRASHES;
    this.#events.onCrash(error, again);
    if (again) {
      this.restarts++;
      this.#restart = setTimeout(
        () => {
          this.start();
        },
        FIRST_BACK_OFF * 2 ** (this.#crashes.length - 1),
      );
    } else {
      // Nothing is better than what may no longer be true.
      this.#result = undefined;
      this.settle(undefined);
    }
  }
}
