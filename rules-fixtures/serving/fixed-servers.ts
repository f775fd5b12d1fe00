/** Fixture servers before and after all fixes: what they answer, and how long their loops stand still. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  analyse,
  applyEdits,
  fixAll,
  type FixLevel,
  isOffloadable,
  presets,
  type ProjectHost,
  selectFindings,
} from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { mountedInPlace } from "../check-fixtures.js";
import { memoryHost } from "../memory-host.js";
import type { Answer } from "./ask.js";
import { measureServer, type Measurement, type ServerMeasurement, STALL } from "./measure.js";
import { describeRequest, type ServerFixture } from "./requests.js";

const REPOSITORY = path.resolve(import.meta.dirname, "../../..");

/** In the order in which they are tried: what changes least comes first. */
const LEVELS: readonly FixLevel[] = ["local", "transitive", "offload"];

/** What is built by a program of its own is bundled, and a worker file would have to be told to it by a person. */
const LEVELS_OF_BUNDLED: readonly FixLevel[] = ["local", "transitive"];

/** More than any chain of fixes needs. */
const MAX_ROUNDS = 8;

export interface FixedTexts {
  /** By absolute path: the files that change. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fixed: number;
  readonly refused: readonly { readonly place: string; readonly callee: string; readonly reason: string }[];
}

export interface Comparison {
  readonly request: string;
  /** How long the loop stood still, in ms. */
  readonly before: number;
  readonly after: number;
  readonly answers: "same" | "differ" | "none";
  readonly difference?: string;
}

export interface ServerComparison {
  readonly server: ServerFixture;
  readonly fixes: FixedTexts;
  readonly requests: readonly Comparison[];
}

/** Fixes all that can be fixed in a server's directory, which stays as it is. */
export function fixedTexts({ directory, build }: Pick<ServerFixture, "directory" | "build">): FixedTexts {
  const levels = build === undefined ? LEVELS : LEVELS_OF_BUNDLED;
  const root = directory.replaceAll("\\", "/");
  const texts = new Map<string, string>();
  const host = withTexts(memoryHost(new Map(), [mountedInPlace(REPOSITORY)]), texts);
  let fixed = 0;
  for (let round = 0; ; round++) {
    const project = openProject(host, [root]);
    const findings = selectFindings(analyse(project), { ...presets.strict, confidence: "possible", minCost: 0 });
    const refused = new Map<string, FixedTexts["refused"][number]>();
    let isChanged = false;
    for (const level of levels) {
      const combined = fixAll(project, level === "offload" ? findings.filter(isOffloadable) : findings, level);
      for (const { finding, refusal } of combined.refused) {
        const { location, callee } = finding;
        const place = `${path.posix.relative(root, location.file)}:${String(location.line)}`;
        refused.set(`${place}:${String(location.column)}`, { place, callee, reason: refusal.reason });
      }
      if (combined.files.length === 0) continue;
      for (const { file, edits, isNew = false } of combined.files) {
        texts.set(file, applyEdits(isNew ? "" : (host.readFile(file) ?? ""), edits));
      }
      fixed += combined.fixed.length;
      isChanged = true;
      break;
    }
    if (!isChanged || round === MAX_ROUNDS) return { texts, fixed, refused: [...refused.values()] };
  }
}

/** Runs a server as it is, and with all fixes, and compares. */
export async function compareServer(server: ServerFixture): Promise<ServerComparison> {
  const fixes = fixedTexts(server);
  const before = await measureServer(server);
  const after = await whileWritten(server, fixes, async (directory) => await measureServer(server, {}, directory));
  const differs = before.requests.some((request, index) => !isSame(request.answer, after.requests[index]?.answer));
  // What is different each time says nothing.
  const again = differs ? await measureServer(server) : before;
  return { server, fixes, requests: compared(before, again, after) };
}

/** Requests that stalled the loop, and do so no more. */
export function relieved({ requests }: ServerComparison): readonly Comparison[] {
  return requests.filter(({ before, after }) => before >= STALL && after < STALL);
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

function compared(before: ServerMeasurement, again: ServerMeasurement, after: ServerMeasurement): Comparison[] {
  return before.requests.map((measured, index): Comparison => {
    const [second, fixed] = [again.requests[index], after.requests[index]];
    const times = { before: measured.longestStall, after: fixed?.longestStall ?? Number.POSITIVE_INFINITY };
    const request = describeRequest(measured.request);
    if (measured.answer === undefined) return { request, ...times, answers: "none" };
    if (isSame(measured.answer, fixed?.answer) || isAlike(measured, second, fixed)) {
      return { request, ...times, answers: "same" };
    }
    const difference = `${JSON.stringify(measured.answer)} became ${JSON.stringify(fixed?.answer)}`;
    return { request, ...times, answers: "differ", difference };
  });
}

/** But for the digits and letters that the server itself answers differently each time. */
function isAlike(one: Measurement, again: Measurement | undefined, other: Measurement | undefined): boolean {
  if (isSame(one.answer, again?.answer)) return false;
  const shapeOf = (answer: Answer | undefined): string =>
    JSON.stringify(answer).replaceAll(/[\da-z$./+=-]{8,}|\d+/giu, "…");
  return shapeOf(one.answer) === shapeOf(other?.answer) && shapeOf(one.answer) === shapeOf(again?.answer);
}

function isSame(one: Answer | undefined, other: Answer | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withTexts(host: ProjectHost, texts: ReadonlyMap<string, string>): ProjectHost {
  return {
    ...host,
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    fileSize: (file) => texts.get(file)?.length ?? host.fileSize(file),
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    listDirectory(directory) {
      const { files, directories } = host.listDirectory(directory);
      const own = [...texts.keys()].filter((file) => path.posix.dirname(file) === directory);
      return { directories, files: [...new Set([...files, ...own.map((file) => path.posix.basename(file))])] };
    },
  };
}
