/** Measured in a process of its own: builds a project's program, then times the engine's phases over it. */
import { dirname, resolve } from "node:path";

import { analyse } from "@loopguard/engine";
import { projectOfPrograms } from "@loopguard/engine/typescript";

import { buildProgram } from "./build-program.js";

/** Times in seconds. */
export interface Phases {
  /** The project's own source files, and their lines. */
  readonly files: number;
  readonly lines: number;
  /** Parsing and binding, dependencies' declarations included: the same for everyone who wants types. */
  readonly program: number;
  /** Reading the facts of every file. */
  readonly index: number;
  /** From blocking calls back to entry points. */
  readonly search: number;
  readonly blockingCalls: number;
  readonly onLoop: number;
  readonly questions: number;
}

/**
 * Analyses a project once.
 *
 * @param tsconfig absolute path of the configuration file
 * @throws when the configuration cannot be read
 */
export function measurePhases(tsconfig: string): Phases {
  const seconds = stopwatch();
  const program = buildProgram(tsconfig);
  const programTime = seconds();
  // Tests are told by where they lie in the project, and are not read.
  const project = projectOfPrograms([program], { root: dirname(tsconfig) });
  const indexTime = seconds();
  const { stats } = analyse(project);
  const searchTime = seconds();
  return {
    files: project.files.size,
    lines: [...project.files.values()].reduce((sum, { facts }) => sum + facts.lineStarts.length, 0),
    program: programTime,
    index: indexTime,
    search: searchTime,
    blockingCalls: stats.blockingCalls,
    onLoop: stats.blockingCallsByContext.loop,
    questions: stats.questions,
  };
}

/** Seconds since the last call, or since it was made. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const seconds = (now - last) / 1000;
    last = now;
    return seconds;
  };
}

const [tsconfig = "tsconfig.json"] = process.argv.slice(2);
console.log(JSON.stringify(measurePhases(resolve(tsconfig))));
