/** Times of a person's first minutes with a file: until its diagnostics are there, and after each keystroke; tsserver's beside. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { STATISTICS, type Statistics } from "../protocol.js";
import { Client, FULL_CAPABILITIES } from "./client.js";

/** Typed letter by letter at the end of the file: through broken states, as people do. */
const TYPED = "\nfunction typedHere(name) {\n  return name.length + 1;\n}\n";

/** In ms, and MB. */
export interface Times {
  readonly first: number;
  readonly keystrokes: readonly number[];
  /** When the last keystroke is answered. */
  readonly memory: number;
  /** When the first tenth of them is: what is held from then on is held for nothing. */
  readonly earlyMemory: number;
  /** The longest that the thread which speaks the protocol was blocked; TypeScript's server has one thread for all. */
  readonly blocked?: number;
  /** Of the project, as far as they were analysed. */
  readonly files?: number;
}

/** Whose diagnostics are the first that count: everything's, or the file's. */
export type First = "workspace" | "file";

/**
 * @param project the workspace
 * @param edits keystrokes that are measured; nothing is written to the disk
 */
export async function timeLoopguard(project: string, file: string, edits: number, until: First): Promise<Times> {
  const start = performance.now();
  const client = await Client.start([project], { capabilities: FULL_CAPABILITIES });
  const text = readFileSync(file, "utf8");
  await client.open(file, text, /\.[cm]?tsx?$/u.test(file) ? "typescript" : "javascript");
  await (until === "workspace" ? client.pullWorkspace() : client.pull(file));
  const first = performance.now() - start;
  const keystrokes: number[] = [];
  const early = Math.ceil(edits / 10);
  let earlyMemory = 0;
  for (let edit = 1; edit <= edits; edit++) {
    const begin = performance.now();
    await client.change(file, text + typed(edit));
    await client.pull(file);
    keystrokes.push(performance.now() - begin);
    if (edit === early) earlyMemory = residentMemory(client.process.pid);
  }
  const memory = residentMemory(client.process.pid);
  const { status } = await client.connection.sendRequest<Statistics>(STATISTICS);
  await client.stop();
  return { first, keystrokes, memory, earlyMemory, blocked: status.loopDelay.max, files: status.counts.files };
}

/** The same, of TypeScript's own server. */
export async function timeTsserver(file: string, edits: number, until: First): Promise<Times> {
  const start = performance.now();
  const server = new Tsserver();
  const text = readFileSync(file, "utf8");
  server.tell("open", { file, fileContent: text });
  if (until === "workspace") await server.ask("geterrForProject", { file, delay: 0 });
  else await server.ask("geterr", { files: [file], delay: 0 });
  const first = performance.now() - start;
  const lines = text.split("\n");
  const end = { line: lines.length, offset: (lines.at(-1)?.length ?? 0) + 1 };
  const keystrokes: number[] = [];
  const early = Math.ceil(edits / 10);
  let earlyMemory = 0;
  for (let edit = 1; edit <= edits; edit++) {
    const begin = performance.now();
    const before = endOf(end, typed(edit - 1));
    server.tell("change", {
      file,
      ...{ line: end.line, offset: end.offset, endLine: before.line, endOffset: before.offset },
      insertString: typed(edit),
    });
    await server.ask("geterr", { files: [file], delay: 0 });
    keystrokes.push(performance.now() - begin);
    if (edit === early) earlyMemory = residentMemory(server.process.pid);
  }
  const memory = residentMemory(server.process.pid);
  server.stop();
  return { first, keystrokes, memory, earlyMemory };
}

/** What has been typed after so many keystrokes: from the start again when the text is complete. */
function typed(edit: number): string {
  return TYPED.slice(0, edit % (TYPED.length + 1));
}

function endOf(start: { line: number; offset: number }, text: string): { line: number; offset: number } {
  const lines = text.split("\n");
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { line: start.line, offset: start.offset + last }
    : { line: start.line + lines.length - 1, offset: last + 1 };
}

/** TypeScript's own server, as far as diagnostics go. */
class Tsserver {
  readonly process: ChildProcessWithoutNullStreams;
  readonly #completed = new Map<number, () => void>();
  #sequence = 0;
  #rest = "";

  constructor() {
    const script = createRequire(import.meta.url).resolve("typescript/lib/tsserver.js");
    this.process = spawn(process.execPath, [script, "--disableAutomaticTypingAcquisition"]);
    this.process.stderr.resume();
    this.process.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      this.#rest += chunk;
      const lines = this.#rest.split("\n");
      this.#rest = lines.pop() ?? "";
      for (const line of lines) if (line.includes('"requestCompleted"')) this.complete(line);
    });
  }

  tell(command: string, given: object): number {
    const seq = ++this.#sequence;
    this.process.stdin.write(`${JSON.stringify({ seq, type: "request", command, arguments: given })}\n`);
    return seq;
  }

  /** Resolves when the last of the events has come that answer the request. */
  ask(command: string, given: object): Promise<void> {
    const seq = this.tell(command, given);
    return new Promise((resolve) => this.#completed.set(seq, resolve));
  }

  stop(): void {
    this.process.kill();
  }

  private complete(line: string): void {
    const { body } = JSON.parse(line) as { readonly body?: { readonly request_seq?: number } };
    this.#completed.get(body?.request_seq ?? 0)?.();
  }
}

/** In MB; 0 where the platform does not tell. */
function residentMemory(pid: number | undefined): number {
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(stdout) / 1024 || 0;
}

export function quantile({ keystrokes }: Times, share: number): number {
  const sorted = keystrokes.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** As a table of the two. */
export function formatTimes(loopguard: Times, tsserver: Times): string {
  const row = (name: string, value: (times: Times) => number, unit: string): string =>
    [name.padEnd(28), ...[loopguard, tsserver].map((times) => `${value(times).toFixed(0)} ${unit}`.padStart(12))].join(
      "",
    );
  return [
    `${" ".repeat(28)}${"Loopguard".padStart(12)}${"tsserver".padStart(12)}`,
    row("first diagnostics", ({ first }) => first, "ms"),
    row("a keystroke, median", (times) => quantile(times, 0.5), "ms"),
    row("a keystroke, p95", (times) => quantile(times, 0.95), "ms"),
    row("resident memory", ({ memory }) => memory, "MB"),
    row("after a tenth of the edits", ({ earlyMemory }) => earlyMemory, "MB"),
    `The thread that speaks the protocol was blocked for ${(loopguard.blocked ?? 0).toFixed(0)} ms at most.`,
  ].join("\n");
}
