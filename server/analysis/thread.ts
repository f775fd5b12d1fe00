/** The analysis thread: keeps the project open, and finds what blocks after every change. */
import { parentPort } from "node:worker_threads";
import { type Analysis, errorText, LiveAnalysis, type Progress, type Project } from "@loopguard/engine";
import { LiveProject } from "@loopguard/engine/typescript";
import { nodeHost } from "@loopguard/node-host";
import { layBuffersOver } from "./buffers.js";
import { type Coverage, WorkspaceCoverage } from "./coverage.js";
import { describe } from "./describing.js";
import { type Analysed, answerFix, type FixAnswer, type FixQuestion } from "./fixing.js";
import { functionsOnPaths } from "./functions.js";
import { type LoadedTypeScript, loadTypeScript } from "./load-typescript.js";
import { changeOf } from "./result-change.js";
import type { AnalysisResult, Buffer as DocumentBuffer, FromAnalysis, ToAnalysis } from "./messages.js";

const disk = nodeHost();
const buffers = layBuffersOver(disk);
const waiting: Exclude<ToAnalysis, { type: "fix" | "describe" }>[] = [];
/** Paths that have changed since the project was last updated. */
const changed = new Set<string>();
/** Texts of the open documents, by the path that the client knows. */
const documents = new Map<string, string>();
/** What the project calls an open document, where that is another path through symbolic links. */
const aliases = new Map<string, string>();
let targets: readonly string[] = [];
/** The bundled one where it is absent. */
let compiler: LoadedTypeScript | undefined;
let live: LiveProject | undefined;
let coverage = new WorkspaceCoverage(buffers.host, []);
let covered: Coverage = { paths: [], problems: [] };
const liveAnalysis = new LiveAnalysis();
/** The latest result that was sent, and what it is of. */
let sent: { readonly project: Project; readonly result: AnalysisResult } | undefined;
let isRunning = false;

parentPort?.on("message", (message: ToAnalysis) => {
  if (message.type === "fix") {
    send({ type: "fixes", id: message.id, answers: message.questions.map(answerOrRefusal) });
    return;
  }
  if (message.type === "describe") {
    const { id, api } = message;
    try {
      const known = analysed();
      const description = known && describe(known, buffers.host, targets, api);
      send({ type: "described", id, ...(description && { description }) });
    } catch (error) {
      send({ type: "described", id, failure: error instanceof Error ? error : new Error(String(error)) });
    }
    return;
  }
  waiting.push(message);
  if (!isRunning) void runAll();
});

/** A fix that fails is one that there is not; the analysis goes on. */
function answerOrRefusal(question: FixQuestion): FixAnswer {
  try {
    return answerFix(question, analysed());
  } catch (error) {
    // Standard error is the server's log.
    console.error(`The fix "${question.fix}" failed: ${errorText(error)}`);
    return { reason: "Loopguard failed to make this fix: the log says why." };
  }
}

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
      documents.clear();
      aliases.clear();
      live = undefined;
      targets = message.targets;
      coverage = new WorkspaceCoverage(disk, targets, message.maxFiles);
      compiler = loadTypeScript(message.typescript);
    }
    message.buffers.forEach(applyDocument);
    if (message.type === "change") for (const path of message.paths) changed.add(path);
    revision = message.revision;
  }
  return revision;
}

function applyDocument({ path, text }: DocumentBuffer): void {
  const known = aliases.get(path) ?? path;
  buffers.set(known, text);
  changed.add(known);
  if (text === undefined) {
    documents.delete(path);
    aliases.delete(path);
  } else {
    documents.set(path, text);
    panicOn(text);
  }
}

async function run(revision: number): Promise<void> {
  const start = performance.now();
  const project = openOrUpdate((progress) => {
    if (progress.done % PROGRESS_STEP === 0) send({ type: "progress", revision, progress });
  });
  const read = performance.now();
  const analysis = await analyseInterruptibly(project, revision);
  if (!analysis) {
    send({ type: "cancelled", revision });
    return;
  }
  const result: AnalysisResult = {
    ...analysis,
    problems: [...analysis.problems, ...covered.problems],
    functions: functionsOnPaths(project, analysis),
    aliases: Object.fromEntries(aliases),
    times: { reading: read - start, searching: performance.now() - read },
    typescript: { version: live?.typescriptVersion ?? "", ...compiler?.inUse },
    heap: process.memoryUsage().heapUsed,
  };
  send({ type: "result", revision, change: changeOf(result, sent?.result) });
  sent = { project, result };
}

function openOrUpdate(onProgress: (progress: Progress) => void): Project {
  const before = covered.paths.join("\n");
  covered = coverage.of([...documents.keys()]);
  const { paths } = covered;
  if (!live) {
    const typescript = compiler?.typescript;
    const { isPartial } = coverage;
    live = new LiveProject(buffers.host, paths, { onProgress, isPartial, ...(typescript && { typescript }) });
  } else if (paths.join("\n") !== before) live.cover(paths, { onProgress });
  live.update([...changed, ...findAliases(live.project)], { onProgress });
  changed.clear();
  return live.project;
}

/** @returns files whose open document the project did not recognise by the client's path */
function findAliases({ files }: Project): string[] {
  return [...documents].flatMap(([path, text]) => {
    if (files.has(path) || aliases.has(path) || !disk.fileExists(path)) return [];
    const real = disk.realpath(path);
    const end = path.slice(path.lastIndexOf("/"));
    const known = files.has(real)
      ? real
      : [...files.keys()].find((file) => file.endsWith(end) && disk.realpath(file) === real);
    if (known === undefined) return [];
    aliases.set(path, known);
    buffers.set(path, undefined);
    buffers.set(known, text);
    return [known];
  });
}

const PROGRESS_STEP = 100;

/** @returns undefined when another message came in meanwhile, which makes the result useless */
async function analyseInterruptibly(project: Project, revision: number): Promise<Analysis | undefined> {
  const process = liveAnalysis.of(project, live?.difference);
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

/** Nothing while there are changes that the latest analysis does not know. */
function analysed(): Analysed | undefined {
  if (!sent || isRunning || waiting.length > 0) return undefined;
  return { project: sent.project, analysis: sent.result, textOf: (file) => buffers.host.readFile(file) };
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
