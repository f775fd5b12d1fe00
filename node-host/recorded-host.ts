/** Remembers what a project was read from, to tell later whether reading it again would give the same. */
import { hash } from "node:crypto";
import type { ProjectHost } from "@loopguard/engine";

/** What was asked of the disk, and what it answered, texts by their hashes. Plain JSON. */
export type Recording = { readonly [Question in keyof Answers]: Readonly<Record<string, Answers[Question]>> };

/** By kind of question; null where there is nothing. */
interface Answers {
  readonly readFile: string | null;
  readonly fileSize: number | null;
  readonly fileExists: boolean;
  readonly directoryExists: boolean;
  readonly listDirectory: string;
  readonly realpath: string;
}

export interface RecordedHost extends ProjectHost {
  /** Ends the recording. Undefined when the disk has changed its answer to some question meanwhile. */
  recording(): Recording | undefined;
}

type Asker = { readonly [Question in keyof Answers]: (path: string) => Answers[Question] };

export function recordedHost(host: ProjectHost): RecordedHost {
  const recorded = { readFile: {}, fileSize: {}, fileExists: {}, directoryExists: {}, listDirectory: {}, realpath: {} };
  let isSteady = true;
  let isOver = false;

  function note<Question extends keyof Answers>(question: Question, path: string, answer: Answers[Question]): void {
    if (isOver) return;
    const answers = recorded[question] as Record<string, Answers[Question]>;
    if (path in answers && answers[path] !== answer) isSteady = false;
    answers[path] = answer;
  }

  function noted<Question extends "fileExists" | "directoryExists" | "realpath">(question: Question) {
    return (path: string) => {
      const answer = host[question](path) as ReturnType<ProjectHost[Question]> & Answers[Question];
      note(question, path, answer);
      return answer;
    };
  }

  return {
    useCaseSensitiveFileNames: host.useCaseSensitiveFileNames,
    fileExists: noted("fileExists"),
    directoryExists: noted("directoryExists"),
    realpath: noted("realpath"),
    readFile(path) {
      const text = host.readFile(path);
      if (!isOver) note("readFile", path, text === undefined ? null : hashOf(text));
      return text;
    },
    fileSize(path) {
      const size = host.fileSize(path);
      note("fileSize", path, size ?? null);
      return size;
    },
    listDirectory(path) {
      const entries = host.listDirectory(path);
      if (!isOver) note("listDirectory", path, hashOf(JSON.stringify(entries)));
      return entries;
    },
    recording() {
      isOver = true;
      return isSteady ? recorded : undefined;
    },
  };
}

/** Whether a host still gives the recorded answers to all that was asked: the engine, asking it, would do as before. */
export function isAsRecorded(recording: Recording, host: ProjectHost): boolean {
  const ask: Asker = {
    fileExists: (path) => host.fileExists(path),
    directoryExists: (path) => host.directoryExists(path),
    realpath: (path) => host.realpath(path),
    fileSize: (path) => host.fileSize(path) ?? null,
    listDirectory: (path) => hashOf(JSON.stringify(host.listDirectory(path))),
    readFile: (path) => {
      const text = host.readFile(path);
      return text === undefined ? null : hashOf(text);
    },
  };
  return (Object.keys(ask) as (keyof Answers)[]).every((question) =>
    Object.entries(recording[question]).every(([path, answer]) => ask[question](path) === answer),
  );
}

function hashOf(text: string): string {
  return hash("sha1", text, "base64url");
}
