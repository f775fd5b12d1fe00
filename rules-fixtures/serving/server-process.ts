/** A fixture server that runs: starts it, asks it, measures it, stops it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { RECORDING, type RecorderAnswer } from "./stall-recorder.js";

const RECORDER = new URL("stall-recorder.js", import.meta.url).href;

/** A server on this machine may be slow to start while others compute, but not this slow, in ms. */
const PATIENCE = 120_000;

/** How long a process takes to end once it has closed its connections, in ms. */
const SOON = 500;

export class ServerProcess {
  /** `http://localhost:49152` */
  readonly address: string;
  private readonly child: ChildProcess;
  /** All that it has printed. */
  private readonly lines: readonly string[];

  private constructor(child: ChildProcess, lines: readonly string[], address: string) {
    this.child = child;
    this.lines = lines;
    this.address = address;
  }

  /**
   * Starts a server, and waits until it has printed its address.
   *
   * @param directory where it was built
   * @param start the file to run, relative to the directory
   * @throws with what the server said, when it ends before that
   */
  static async start(
    directory: string,
    start: string,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    const child = spawn(process.execPath, ["--import", RECORDER, path.join(directory, start)], {
      cwd: directory,
      env: { ...process.env, NODE_ENV: "production", PORT: "0", ...environment, [RECORDING]: "1" },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null)
        createInterface({ input: stream }).on("line", (line) => {
          lines.push(line);
          child.emit("line");
        });
    }
    const address = await until(child, lines, () => addressIn(lines), "an address");
    return new ServerProcess(child, lines, address);
  }

  /** How long the loop stood still at most while `use` went on, in ms. */
  async longestStallDuring(use: () => Promise<void>): Promise<number> {
    return (await this.stallsDuring(use)).longestStall;
  }

  /** Whether it has ended, or does so now. */
  async isEnding(): Promise<boolean> {
    if (!this.hasEnded) await once(this.child, "exit", { signal: AbortSignal.timeout(SOON) }).catch(() => undefined);
    return this.hasEnded;
  }

  /** How the loop stood still while `use` went on. */
  async stallsDuring(use: () => Promise<void>): Promise<RecorderAnswer> {
    await this.askRecorder();
    await use();
    return await this.askRecorder();
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Waits until a line with this text was printed another `times` times. */
  async printed(text: string, times: number): Promise<void> {
    const count = (): number => this.lines.filter((line) => line.includes(text)).length;
    const wanted = count() + times;
    await until(this.child, this.lines, () => (count() >= wanted ? true : undefined), JSON.stringify(text));
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    const closed = once(this.child, "close");
    this.child.kill("SIGKILL");
    await closed;
  }

  /** @throws with what the server said, when it has ended */
  private async askRecorder(): Promise<RecorderAnswer> {
    try {
      const answered = once(this.child, "message", { signal: AbortSignal.timeout(PATIENCE) });
      this.child.send("now");
      const [answer] = (await answered) as [RecorderAnswer];
      return answer;
    } catch (cause) {
      const state = this.hasEnded ? `ended (${this.child.signalCode ?? String(this.child.exitCode)})` : "runs";
      throw new Error(`The server ${state} and does not answer its recorder:\n${this.lines.join("\n")}`, { cause });
    }
  }
}

function addressIn(lines: readonly string[]): string | undefined {
  return lines.map((line) => /http:\/\/[^\s"]+/.exec(line)?.[0]).find((address) => address !== undefined);
}

/** Looks again at each line that the server prints, until there is something to see. */
async function until<T>(
  child: ChildProcess,
  lines: readonly string[],
  look: () => T | undefined,
  what: string,
): Promise<T> {
  const ended = new AbortController();
  if (child.exitCode !== null) ended.abort();
  const end = (): void => {
    ended.abort();
  };
  child.once("exit", end);
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(PATIENCE)]);
  try {
    for (;;) {
      const seen = look();
      if (seen !== undefined) return seen;
      await once(child, "line", { signal });
    }
  } catch {
    throw new Error(
      `The server ${ended.signal.aborted ? "ended" : "waited"} without printing ${what}:\n${lines.join("\n")}`,
    );
  } finally {
    child.off("exit", end);
  }
}
