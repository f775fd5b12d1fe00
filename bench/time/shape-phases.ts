/** Measured in a process of its own: a project's index and search, with what is told by shape or without it. */
import { dirname, resolve } from "node:path";

import { analyse, type CallFact, type FileFacts, type Project } from "@loopguard/engine";
import { projectOfPrograms } from "@loopguard/engine/typescript";

import { buildProgram } from "./build-program.js";
import { profiled } from "./profile.js";

/** Times in seconds of a processor, which do not count what else the machine does. */
export interface ShapePhases {
  readonly index: number;
  /** Of the index: reading loops, regular expressions, and whether arguments are always the same. Where those come from is part of the search. */
  readonly shapes: number;
  readonly search: number;
  readonly questions: number;
  /** Types that the checker has made by the end. */
  readonly types: number;
  readonly blockingCalls: number;
}

/** The files of the front end that read shapes, and nothing else. */
const READERS = /\/typescript\/(?:repeated-work|regex-uses|origins|fixed-calls)\.js$/u;

/**
 * Analyses a project once.
 *
 * @param tsconfig absolute path of the configuration file
 * @throws when the configuration cannot be read
 */
function measureShapes(tsconfig: string, isWithShapes: boolean): ShapePhases {
  const program = buildProgram(tsconfig);
  const index = timed(() => profiled(() => projectOfPrograms([program], { root: dirname(tsconfig) }), READERS));
  const { result: project, share } = index.result;
  const measured = isWithShapes ? project : withoutShapes(project);
  const search = timed(() => analyse(measured).stats);
  return {
    index: index.seconds,
    shapes: index.seconds * share,
    search: search.seconds,
    questions: search.result.questions,
    types: program.getTypeCount(),
    blockingCalls: search.result.blockingCalls,
  };
}

function timed<T>(work: () => T): { readonly result: T; readonly seconds: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

/** As if nobody had read the facts that only shapes need. */
function withoutShapes(project: Project): Project {
  const files = [...project.files].map(([path, file]) => [path, { ...file, facts: plain(file.facts) }] as const);
  return { ...project, files: new Map(files) };
}

function plain(facts: FileFacts): FileFacts {
  const calls = facts.calls.map((call): CallFact => {
    const { isFixed, ...others } = call;
    return isFixed === undefined ? call : others;
  });
  return { ...facts, calls, passed: [], regexUses: [], repeatedWork: [] };
}

const [tsconfig = "tsconfig.json", without] = process.argv.slice(2);
console.log(JSON.stringify(measureShapes(resolve(tsconfig), without === undefined)));
