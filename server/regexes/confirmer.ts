/** Keeps what running regular expressions shows: one after the other, in a thread that is ended when one takes too long. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { RegexConfirmation, RegexSource } from "@loopguard/engine";

/** What the thread is told, and answers. */
export type FromRegexThread =
  /** recheck is not installed. */
  | { readonly is: "unavailable" }
  /** Without a confirmation where nobody can tell. */
  | { readonly is: "tried"; readonly confirmation?: RegexConfirmation };

/** In ms. Twice what the search for a text may take, and what the longest runs take. */
const TIME_LIMIT = 15_000;

export class RegexConfirmer {
  /** By the expression; undefined for one that nobody can tell of. */
  readonly #known = new Map<string, RegexConfirmation | undefined>();
  #running: Promise<unknown> = Promise.resolve();
  #worker: Worker | undefined;
  #isAvailable = true;
  #isDisposed = false;

  /** False as soon as it is known that recheck is not installed. */
  get isAvailable(): boolean {
    return this.#isAvailable;
  }

  /** What is known by now. */
  readonly confirmationOf = (regex: RegexSource): RegexConfirmation | undefined => this.#known.get(keyOf(regex));

  /**
   * Runs the expressions that were not run yet.
   *
   * @returns whether anything is known that was not known before
   */
  confirm(regexes: readonly RegexSource[]): Promise<boolean> {
    const unknown = regexes.filter((regex) => !this.#known.has(keyOf(regex)));
    if (unknown.length === 0) return Promise.resolve(false);
    const batch = this.#running.then(() => this.confirmAll(unknown));
    this.#running = batch.catch(() => undefined);
    return batch;
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    await this.end();
  }

  private async confirmAll(regexes: readonly RegexSource[]): Promise<boolean> {
    let isNew = false;
    for (const regex of regexes) {
      if (this.#isDisposed || !this.#isAvailable) break;
      if (this.#known.has(keyOf(regex))) continue;
      const confirmation = await this.try(regex);
      this.#known.set(keyOf(regex), confirmation);
      isNew ||= confirmation !== undefined;
    }
    // What recheck needs to run is not kept in memory for the next edit.
    await this.end();
    return isNew;
  }

  private async try(regex: RegexSource): Promise<RegexConfirmation | undefined> {
    const worker = (this.#worker ??= startThread());
    worker.postMessage(regex);
    try {
      const signal = AbortSignal.timeout(TIME_LIMIT);
      const [answer] = (await once(worker, "message", { signal })) as [FromRegexThread];
      if (answer.is === "tried") return answer.confirmation;
      this.#isAvailable = false;
    } catch {
      // It took too long, or more memory than there is: the next one gets a thread of its own.
      await this.end();
    }
    return undefined;
  }

  private async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

/** The protocol may be spoken over standard output: nothing else is written there. */
function startThread(): Worker {
  const url = new URL("./regex-thread.js", import.meta.url);
  const worker = new Worker(url, { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  // Whoever waits for an answer is told; between two of them nobody is.
  return worker.on("error", () => undefined);
}

function keyOf({ pattern, flags }: RegexSource): string {
  return `${flags}/${pattern}`;
}
