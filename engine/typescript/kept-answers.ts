/** Answers of an oracle, kept for as long as they are true while files are edited. */
import type { Span } from "../facts/facts.js";
import { isWithin, movedOffset, type Replaced } from "../facts/replaced.js";
import type { Answer, Oracle, Question, Reference } from "../reference.js";

/** The answers of a process, for another one. Plain JSON. */
export interface AnswersRecord {
  readonly answers: readonly (readonly [question: Question, answer: Answer])[];
  /** Offsets of functions, by file, whose statements were read for some answer. */
  readonly read: readonly (readonly [file: string, offsets: readonly number[]])[];
}

interface AnsweredQuestion {
  readonly question: Question;
  readonly answer: Answer;
}

export class KeptAnswers implements Oracle {
  readonly #oracle: Oracle;
  /** By file, and then by what is asked about which of its offsets. */
  readonly #answers = new Map<string, Map<string, AnsweredQuestion>>();
  /** Offsets of functions, by file, whose statements were read for some answer. */
  readonly #read = new Map<string, Set<number>>();

  /**
   * @param oracle asked for what is not known
   * @param known what is
   */
  constructor(oracle: Oracle, { answers, read }: AnswersRecord = { answers: [], read: [] }) {
    this.#oracle = oracle;
    for (const [question, answer] of answers) this.keep(question, answer);
    for (const [file, offsets] of read) this.#read.set(file, new Set(offsets));
  }

  record(): AnswersRecord {
    const known = [...this.#answers.values()].flatMap((answers) => [...answers.values()]);
    return {
      answers: known.map(({ question, answer }) => [question, answer]),
      read: [...this.#read].map(([file, offsets]) => [file, [...offsets]]),
    };
  }

  ask(questions: readonly Question[]): readonly Answer[] {
    const known = questions.map((question) => this.#answers.get(fileOf(question))?.get(keyOf(question))?.answer);
    const missing = questions.filter((_, index) => known[index] === undefined);
    if (missing.length === 0) return known.map((answer) => answer ?? []);
    const answers = this.#oracle.ask(missing);
    missing.forEach((question, index) => {
      this.keep(question, answers[index] ?? []);
    });
    let next = 0;
    return known.map((answer) => answer ?? answers[next++] ?? []);
  }

  /** Remembers that some answer depends on the statements of the function at an offset. */
  read(file: string, offset: number): void {
    const offsets = this.#read.get(file) ?? new Set();
    this.#read.set(file, offsets.add(offset));
  }

  isRead(file: string, offset: number): boolean {
    return this.#read.get(file)?.has(offset) === true;
  }

  /** What was asked about names in a part of a file, and is known. */
  askedIn(file: string, span: Span): readonly AnsweredQuestion[] {
    const known = [...(this.#answers.get(file)?.values() ?? [])];
    return known.filter(({ question }) => isWithin(offsetOf(question), span));
  }

  /**
   * Keeps all answers but those in the scope, and moves what they say about the file.
   *
   * @returns whether there are no answers less than before
   */
  replace(file: string, replaced: Replaced, scope: Span): boolean {
    let isWhole = true;
    const kept = [...(this.#answers.get(file)?.values() ?? [])];
    this.#answers.delete(file);
    for (const { question, answer } of kept) {
      const offset = movedOffset(offsetOf(question), replaced);
      if (offset !== undefined && !isWithin(offsetOf(question), scope)) this.keep(movedTo(question, offset), answer);
      else isWhole = false;
    }
    for (const answers of this.#answers.values()) {
      for (const [key, { question, answer }] of answers) {
        if (!answer.some((reference) => reference.is === "declared" && reference.at.file === file)) continue;
        const moved = answer.map((reference) => movedReference(reference, file, replaced));
        const isKnown = moved.every((reference) => reference !== undefined);
        if (isKnown) answers.set(key, { question, answer: moved });
        else answers.delete(key);
        isWhole &&= isKnown;
      }
    }
    const read = [...(this.#read.get(file) ?? [])];
    this.#read.set(file, new Set(read.flatMap((offset) => movedOffset(offset, replaced) ?? [])));
    return isWhole;
  }

  /**
   * Forgets what was asked in files.
   *
   * @param edited those of them whose text is another
   */
  forget(files: Iterable<string>, edited: readonly string[]): void {
    for (const file of files) this.#answers.delete(file);
    for (const file of edited) this.#read.delete(file);
  }

  clear(): void {
    this.#answers.clear();
    this.#read.clear();
  }

  private keep(question: Question, answer: Answer): void {
    const file = fileOf(question);
    const answers = this.#answers.get(file) ?? new Map<string, AnsweredQuestion>();
    this.#answers.set(file, answers.set(keyOf(question), { question, answer }));
  }
}

function fileOf(question: Question): string {
  return question.ask === "overridden" ? question.at.file : question.file;
}

function offsetOf(question: Question): number {
  return question.ask === "overridden" ? question.at.offset : question.offset;
}

function keyOf(question: Question): string {
  return `${question.ask}@${String(offsetOf(question))}`;
}

function movedTo(question: Question, offset: number): Question {
  return question.ask === "overridden" ? { ...question, at: { ...question.at, offset } } : { ...question, offset };
}

function movedReference(reference: Reference, file: string, replaced: Replaced): Reference | undefined {
  if (reference.is !== "declared" || reference.at.file !== file) return reference;
  const offset = movedOffset(reference.at.offset, replaced);
  return offset === undefined ? undefined : { ...reference, at: { file, offset } };
}
