/** The text of the module that a package keeps its worker pool in. */

/** How a file is written. */
export interface Style {
  readonly quote: string;
  /** What ends a statement. */
  readonly end: string;
  readonly lineBreak: string;
  readonly isTypeScript: boolean;
  /** `require`, and no `import`. */
  readonly isRequiring: boolean;
}

/** @param module the pool's package, which exports it as a class by the name of `Piscina` */
export function poolModule(style: Style, module: string): string {
  const { quote: q, end: e, isTypeScript, isRequiring } = style;
  const bring = (name: string, from: string): string =>
    isRequiring ? `const { ${name} } = require(${q}${from}${q})${e}` : `import { ${name} } from ${q}${from}${q}${e}`;
  const exported = isRequiring ? "" : "export ";
  const lines = [
    "/** The threads that do what would keep the event loop from answering. */",
    ...(isRequiring ? [`${q}use strict${q}${e}`, ""] : []),
    bring("availableParallelism", "node:os"),
    bring("Piscina", module),
    "",
    "const pool = new Piscina({",
    "  minThreads: 0,",
    "  // One processor is left to the event loop.",
    "  maxThreads: Math.max(1, availableParallelism() - 1),",
    "  // A thread that had nothing to do for so long ends, in ms.",
    "  idleTimeout: 60_000,",
    "  // More tasks than these would wait for too long: they fail at once.",
    "  maxQueue: 1_000,",
    `})${e}`,
    "",
    "// Signals are left to whoever handles them: threads without work keep no process alive.",
    `process.once(${q}beforeExit${q}, () => void closePool())${e}`,
    "",
    "/** Ends the threads, once they have done what they are doing. */",
    `${exported}function closePool()${isTypeScript ? ": Promise<void>" : ""} {`,
    `  return pool.close()${e}`,
    "}",
    "",
    "/**",
    " * Does a task on a thread of the pool.",
    " *",
    ...(isTypeScript
      ? [
          " * @param worker the file that exports the task",
          " * @param name of the task",
          " * @param input what the task is given: a copy",
          " * @param signal gives the task up",
        ]
      : [
          " * @param {string} worker the file that exports the task",
          " * @param {string} name of the task",
          " * @param {any} [input] what the task is given: a copy",
          " * @param {AbortSignal} [signal] gives the task up",
          " * @returns {Promise<any>}",
        ]),
    " */",
    ...(isTypeScript
      ? [
          "export function runTask<Task extends (input: never) => unknown>(",
          "  worker: string,",
          "  name: string,",
          "  input: Parameters<Task>[0],",
          "  signal?: AbortSignal,",
          "): Promise<Awaited<ReturnType<Task>>> {",
          `  const result: unknown = pool.run(input, { filename: worker, name, signal: signal ?? null })${e}`,
          `  return result as Promise<Awaited<ReturnType<Task>>>${e}`,
          "}",
        ]
      : [
          `${exported}function runTask(worker, name, input, signal) {`,
          `  return pool.run(input, { filename: worker, name, signal: signal ?? null })${e}`,
          "}",
        ]),
    ...(isRequiring ? ["", `module.exports = { closePool, runTask }${e}`] : []),
    "",
  ];
  return lines.join(style.lineBreak);
}
