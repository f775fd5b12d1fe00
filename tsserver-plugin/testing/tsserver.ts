/** A real tsserver in a process of its own, spoken to as an editor does. */
import { fork, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import type ts from "typescript";

/** Where this repository's node_modules lies, with the plugin in it. */
const REPOSITORY = path.resolve(import.meta.dirname, "../../..");
/** An answer that takes longer means that the server is stuck. In ms. */
const PATIENCE = 40_000;

export type Diagnostic = ts.server.protocol.DiagnosticWithFileName | ts.server.protocol.Diagnostic;

interface Message {
  readonly type: "response" | "event";
  readonly event?: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: unknown;
}

export class Tsserver {
  readonly #process: ChildProcess;
  readonly #messages = new EventEmitter();
  readonly #open = new Set<string>();
  #sequence = 0;

  /**
   * @param typescript how the version to run is installed: `typescript`, `typescript-5.9`
   * @param environment laid over this process's own
   */
  constructor(typescript = "typescript", environment: NodeJS.ProcessEnv = {}, args: readonly string[] = []) {
    const server = createRequire(import.meta.url).resolve(`${typescript}/lib/tsserver.js`);
    this.#process = fork(
      server,
      [
        "--useNodeIpc",
        "--disableAutomaticTypingAcquisition",
        "--noGetErrOnBackgroundUpdate",
        ...["--pluginProbeLocations", REPOSITORY],
        ...args,
      ],
      { stdio: ["ignore", "ignore", "inherit", "ipc"], env: { ...process.env, ...environment } },
    );
    this.#messages.setMaxListeners(0);
    this.#process.on("message", (message: Message) => {
      if (message.type === "event") {
        this.#messages.emit(`event ${message.event ?? ""}`, message);
      } else {
        this.#messages.emit(`response ${String(message.request_seq)}`, message);
      }
    });
  }

  /** Sends a command that has no answer. */
  tell(command: string, args: object): void {
    this.#process.send({ seq: ++this.#sequence, type: "request", command, arguments: args });
  }

  /** @throws when the server says that the request failed */
  async ask<Body>(command: string, args: object): Promise<Body> {
    const seq = this.#sequence + 1;
    const answer = this.next(`response ${String(seq)}`);
    this.tell(command, args);
    const { success, message, body } = await answer;
    if (success !== true) throw new Error(`${command}: ${message ?? "failed"}`);
    return body as Body;
  }

  /** The next time that the server says it; ask before what makes it. */
  event(name: string): Promise<unknown> {
    return this.next(`event ${name}`);
  }

  open(file: string, fileContent?: string): void {
    this.#open.add(file);
    this.tell("open", { file, ...(fileContent === undefined ? {} : { fileContent }) });
  }

  closeAll(): void {
    for (const file of this.#open) this.tell("close", { file });
    this.#open.clear();
  }

  /** Replaces some text of an open file. */
  edit(file: string, text: string, from: string, to: string): string {
    const offset = text.indexOf(from);
    if (offset < 0) throw new Error(`${file} has no ${from}`);
    const [start, end] = [placeOf(text, offset), placeOf(text, offset + from.length)];
    this.tell("updateOpen", {
      changedFiles: [{ fileName: file, textChanges: [{ start, end, newText: to }] }],
    });
    return text.slice(0, offset) + to + text.slice(offset + from.length);
  }

  diagnostics(file: string): Promise<readonly Diagnostic[]> {
    return this.ask("semanticDiagnosticsSync", { file });
  }

  /** Asks as often as the server says that diagnostics may have changed, until they are as awaited. */
  async diagnosticsOnce(
    file: string,
    isAwaited: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    for (;;) {
      const changed = this.event("projectsUpdatedInBackground");
      changed.catch(() => undefined);
      const diagnostics = await this.diagnostics(file);
      if (isAwaited(diagnostics)) return diagnostics;
      await changed.catch(() => {
        throw new Error(`the diagnostics never changed from ${JSON.stringify(diagnostics.map(textOf), null, 2)}`);
      });
    }
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exit = once(this.#process, "exit");
    this.#process.kill();
    await exit;
  }

  private async next(name: string): Promise<Message> {
    const [message] = (await once(this.#messages, name, { signal: AbortSignal.timeout(PATIENCE) })) as [Message];
    return message;
  }
}

/** As its person reads it. */
export function textOf(diagnostic: Diagnostic): string {
  return "text" in diagnostic ? diagnostic.text : "";
}

/** Line and offset count from 1. */
export function placeOf(text: string, offset: number): ts.server.protocol.Location {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, offset: (before.at(-1)?.length ?? 0) + 1 };
}
