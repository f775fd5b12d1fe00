/** The analysis thread: keeps the project open, and finds what blocks after every change. */
import { parentPort } from "node:worker_threads";
import { analysisOf, type Analysis, type Progress, type Project } from "@loopguard/engine";
import { LiveProject } from "@loopguard/engine/typescript";
import { nodeHost } from "@loopguard/node-host";
import { layBuffersOver } from "./buffers.js";
import type { FromAnalysis, ToAnalysis } from "./messages.js";

const buffers = layBuffersOver(nodeHost());
const waiting: ToAnalysis[] = [];
/** Paths that have changed since the project was last updated. */
const changed = new Set<string>();
let targets: readonly string[] = [];
let live: LiveProject | undefined;
/** The latest complete analysis, and what it is of: an opened document alone changes nothing. */
let complete: { readonly project: Project; readonly analysis: Analysis } | undefined;
let isRunning = false;

parentPort?.on("message", (message: ToAnalysis) => {
  waiting.push(message);
  if (!isRunning) void runAll();
});

/** One run after the other, until nothing has changed since the last one began. */
async function runAll(): Promise<void> {
  isRunning = true;
  try {
    while (waiting.length > 0) {
      const revision = applyWaiting();
      if (revision !== undefined) await run(revision);
    }
  } finally {
    isRunning = false;
  }
}

/** @returns the revision to analyse; undefined when nothing but cancellations came in */
function applyWaiting(): number | undefined {
  let revision: number | undefined;
  for (const message of waiting.splice(0)) {
    if (message.type === "cancel") continue;
    if (message.type === "open") {
      buffers.clear();
      live = undefined;
      targets = message.targets;
    }
    for (const { path, text } of message.buffers) {
      buffers.set(path, text);
      changed.add(path);
      panicOn(text);
    }
    if (message.type === "change") for (const path of message.paths) changed.add(path);
    revision = message.revision;
  }
  return revision;
}

async function run(revision: number): Promise<void> {
  const start = performance.now();
  const options = {
    onProgress: (progress: Progress) => {
      if (progress.done % PROGRESS_STEP === 0) send({ type: "progress", revision, progress });
    },
  };
  if (live) live.update([...changed], options);
  else live = new LiveProject(buffers.host, targets, options);
  changed.clear();
  const { project } = live;
  const read = performance.now();
  const analysis = complete?.project === project ? complete.analysis : await analyseInterruptibly(project, revision);
  if (!analysis) {
    send({ type: "cancelled", revision });
    return;
  }
  complete = { project, analysis };
  const times = { reading: read - start, searching: performance.now() - read };
  send({ type: "result", revision, result: { ...analysis, times, heap: process.memoryUsage().heapUsed } });
}

const PROGRESS_STEP = 100;

/** @returns undefined when another message came in meanwhile, which makes the result useless */
async function analyseInterruptibly(project: Project, revision: number): Promise<Analysis | undefined> {
  const process = analysisOf(project);
  let questions = 0;
  let step = process.next();
  while (step.done !== true) {
    await turnOfTheLoop();
    if (waiting.length > 0) return undefined;
    questions += step.value.length;
    send({ type: "progress", revision, progress: { phase: "searching", done: questions } });
    step = process.next(project.oracle.ask(step.value));
  }
  return step.value;
}

/** Lets the messages in that have arrived. */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function send(message: FromAnalysis): void {
  parentPort?.postMessage(message);
}

/** For the tests of what happens after a crash: a document with the text in it ends the thread. */
function panicOn(text: string | undefined): void {
  const { LOOPGUARD_TEST_PANIC: panic } = process.env;
  if (panic !== undefined && panic !== "" && text?.includes(panic) === true) throw new Error("panic on request");
}
