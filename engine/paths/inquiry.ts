/** Work that waits for answers: tasks are tried again after every batch until nothing more can be learnt. */
import type { CatalogueMatch } from "../catalogue/lookup.js";
import type { SearchFailure, SourceFile } from "./graph.js";
import type { Address, Answer, Question } from "../reference.js";

/**
 * Done when it returns true; false when it waits for an answer. When nothing more can be learnt, tasks
 * are forced: they have to do with what is known.
 */
export type Task = (isForced: boolean) => boolean;

/** Whatever a task works for; `pending` counts its unfinished tasks. */
export interface Subject {
  readonly match?: CatalogueMatch;
  /** Where it first stands. */
  readonly home?: SourceFile;
  pending: number;
}

export class Inquiry {
  readonly #answers = new Asked<Answer>();
  #wanted = new Asked<Question>();
  #tasks: { readonly subject: Subject; readonly run: Task }[] = [];
  /** Tasks ever added: new ones are progress. */
  #added = 0;
  /** What tasks threw, which were given up for it. */
  readonly failures: SearchFailure[] = [];

  add(subject: Subject, run: Task): void {
    subject.pending++;
    this.#added++;
    this.#tasks.push({ subject, run });
  }

  /** The answer when it is there; otherwise the question goes out with the next batch. */
  answer(question: Question): Answer | undefined {
    const answer = this.#answers.get(question);
    if (!answer) this.#wanted.set(question, question);
    return answer;
  }

  /** The answer if it is there already. */
  answered(question: Question): Answer | undefined {
    return this.#answers.get(question);
  }

  /** Runs all tasks, and those they add, to the end. */
  *run(): Generator<readonly Question[], void, readonly Answer[]> {
    let isForced = false;
    while (this.#tasks.length > 0) {
      const addedBefore = this.#added;
      let isProgress = this.tryAll(isForced);
      if (this.#wanted.size > 0) {
        yield* this.ask();
        isForced = false;
        continue;
      }
      isProgress ||= this.#added > addedBefore;
      if (!isProgress && isForced) return;
      isForced = !isProgress;
    }
  }

  private tryAll(isForced: boolean): boolean {
    const tasks = this.#tasks;
    this.#tasks = [];
    let isProgress = false;
    for (const task of tasks) {
      if (this.try(task, isForced)) {
        task.subject.pending--;
        isProgress = true;
      } else {
        this.#tasks.push(task);
      }
    }
    return isProgress;
  }

  /** One task that fails costs what it would have found. */
  private try({ subject, run }: { readonly subject: Subject; readonly run: Task }, isForced: boolean): boolean {
    try {
      return run(isForced);
    } catch (error) {
      this.failures.push({ error, kind: subject.match?.row.kind, file: subject.home });
      return true;
    }
  }

  private *ask(): Generator<readonly Question[], void, readonly Answer[]> {
    const batch = this.#wanted.all();
    this.#wanted = new Asked<Question>();
    const answers = yield batch;
    batch.forEach((question, index) => {
      this.#answers.set(question, answers[index] ?? [{ is: "unresolved", why: "no-program" }]);
    });
  }
}

/** Something for each question. Tasks ask again and again: to write a key each time would take longer than the search. */
class Asked<T> {
  readonly #byFile = new Map<string, Map<number, { readonly ask: Question["ask"]; readonly value: T }[]>>();
  size = 0;

  get(question: Question): T | undefined {
    const { file, offset } = placeOf(question);
    return this.#byFile
      .get(file)
      ?.get(offset)
      ?.find(({ ask }) => ask === question.ask)?.value;
  }

  set(question: Question, value: T): void {
    if (this.get(question) !== undefined) return;
    const { file, offset } = placeOf(question);
    let places = this.#byFile.get(file);
    if (!places) this.#byFile.set(file, (places = new Map<number, { ask: Question["ask"]; value: T }[]>()));
    const known = places.get(offset);
    if (known) known.push({ ask: question.ask, value });
    else places.set(offset, [{ ask: question.ask, value }]);
    this.size++;
  }

  all(): T[] {
    return [...this.#byFile.values()].flatMap((places) => [...places.values()].flat().map(({ value }) => value));
  }
}

function placeOf(question: Question): Address {
  return question.ask === "overridden" ? question.at : question;
}
