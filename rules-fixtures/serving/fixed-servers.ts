/** Fixture servers before and after all fixes: what they answer, and how long their loops stand still. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Answer, answerTo } from "./ask.js";
import { seenOf } from "./bundled-pages.js";
import { describeSent, faultyRequests } from "./faulty-requests.js";
import { type FixedTexts, fixedTexts } from "./fixed-texts.js";
import { measureBuilt, type Measurement, STALL } from "./measure.js";
import { describeRequest, type HttpRequest, type Sent, type ServerFixture, type SocketEvent } from "./requests.js";
import { type Start, whileBuilt, whileRunning } from "./running.js";
import type { ServerProcess } from "./server-process.js";
import type { RecorderAnswer } from "./stall-recorder.js";

/** How often each request is sent under load, all of them at once. */
const LOAD = 3;

/** What is faulty may get no answer at all: how long to wait for one, in ms. */
const PATIENCE = 5_000;

export interface Comparison {
  readonly request: string;
  readonly answers: "same" | "differ" | "none";
  readonly difference?: string;
  /** How long the loop stood still, in ms; absent for requests that cannot be served. */
  readonly stall?: { readonly before: number; readonly after: number };
}

export interface ServerComparison {
  readonly server: ServerFixture;
  readonly fixes: FixedTexts;
  readonly requests: readonly Comparison[];
  /** While all requests were sent at once, several times. */
  readonly load: { readonly before: RecorderAnswer; readonly after: RecorderAnswer };
}

/** Runs a server as it is, and with all fixes, and compares. */
export async function compareServer(server: ServerFixture): Promise<ServerComparison> {
  const fixes = fixedTexts(server);
  const before = await observe(server, server.directory);
  const after = await whileWritten(server, fixes, async (directory) => await observe(server, directory));
  const differs = before.answers.some(({ answer }, index) => !isSame(answer, after.answers[index]?.answer));
  // What is different each time says nothing.
  const again = differs ? await observe(server, server.directory) : before;
  return { server, fixes, requests: compared(before, again, after), load: { before: before.load, after: after.load } };
}

/** Requests that stalled the loop, and do so no more. */
export function relieved({ requests }: ServerComparison): readonly Comparison[] {
  return requests.filter(({ stall }) => stall && stall.before >= STALL && stall.after < STALL);
}

async function whileWritten<T>(
  { directory, name }: ServerFixture,
  { texts }: FixedTexts,
  use: (directory: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "loopguard-fixed-"));
  const copy = path.join(folder, name);
  try {
    cpSync(directory, copy, { recursive: true });
    for (const [file, text] of texts) {
      const target = path.join(copy, path.relative(directory, file));
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    return await use(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Observation {
  readonly answers: readonly Observed[];
  readonly load: RecorderAnswer;
}

interface Observed {
  readonly request: string;
  /** Absent where nobody was asked. */
  readonly answer: Answer | Silence | undefined;
  readonly longestStall?: number;
}

type Silence = "no answer" | "the server ended";

/** Asks for all that the server can serve, then for what it cannot, and then for everything at once. */
async function observe(server: ServerFixture, directory: string): Promise<Observation> {
  return await whileBuilt(server, directory, async (start) => {
    const { requests } = await measureBuilt(server, start, { isExpected: () => true, enough: STALL });
    const served = requests.map(({ request, answer, longestStall }: Measurement): Observed => ({
      request: describeRequest(request),
      answer,
      longestStall,
    }));
    const faulty = await answersTo(start, faultyRequests(server.requests));
    const answers = [...served, ...faulty].map((observed) =>
      server.build === undefined ? observed : asSeen(observed),
    );
    return { answers, load: await stallsUnderLoad(start, server) };
  });
}

function asSeen(observed: Observed): Observed {
  const { answer } = observed;
  return typeof answer === "object" ? { ...observed, answer: seenOf(answer) } : observed;
}

async function answersTo(start: Start, requests: readonly Sent[]): Promise<Observed[]> {
  const answers: Observed[] = [];
  let running = await start();
  try {
    for (const sent of requests) {
      answers.push({ request: describeSent(sent), answer: await answerOrSilence(running, sent) });
      if (running.hasEnded) running = await start();
    }
  } finally {
    await running.stop();
  }
  return answers;
}

async function answerOrSilence(server: ServerProcess, sent: Sent): Promise<Answer | Silence> {
  try {
    return await answerTo(server, sent, PATIENCE);
  } catch {
    // A connection breaks a moment before the process has ended.
    return (await server.isEnding()) ? "the server ended" : "no answer";
  }
}

async function stallsUnderLoad(start: Start, { requests }: ServerFixture): Promise<RecorderAnswer> {
  const sent = requests.filter((request): request is HttpRequest | SocketEvent => !("prints" in request));
  return await whileRunning(
    await start(),
    async (running) =>
      await running.stallsDuring(async () => {
        const all = Array.from({ length: LOAD }, () => sent).flat();
        await Promise.all(all.map(async (request) => await answerTo(running, request)));
      }),
  );
}

function compared(before: Observation, again: Observation, after: Observation): Comparison[] {
  return before.answers.map(({ request, answer, longestStall }, index): Comparison => {
    const [second, fixed] = [again.answers[index], after.answers[index]];
    const stalls = longestStall === undefined ? undefined : { before: longestStall, after: fixed?.longestStall ?? 0 };
    const said = { request, ...(stalls && { stall: stalls }) };
    if (answer === undefined) return { ...said, answers: "none" };
    if (isSame(answer, fixed?.answer) || isAlike(answer, second?.answer, fixed?.answer)) {
      return { ...said, answers: "same" };
    }
    const difference = `${JSON.stringify(answer)} became ${JSON.stringify(fixed?.answer)}`;
    return { ...said, answers: "differ", difference };
  });
}

/** But for the digits and letters that the server itself answers differently each time. */
function isAlike(one: Observed["answer"], again: Observed["answer"], other: Observed["answer"]): boolean {
  if (isSame(one, again)) return false;
  const shapeOf = (answer: Observed["answer"]): string =>
    JSON.stringify(answer ?? null).replaceAll(/[\da-z$./+=-]{8,}|\d+/giu, "…");
  return shapeOf(one) === shapeOf(other) && shapeOf(one) === shapeOf(again);
}

function isSame(one: Observed["answer"], other: Observed["answer"]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
