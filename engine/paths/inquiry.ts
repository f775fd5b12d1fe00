/** Work that waits for answers: tasks are tried again after every batch until nothing more can be learnt. */
import type { Answer, Question } from "../reference.js";

/**
 * Done when it returns true; false when it waits for an answer. When nothing more can be learnt, tasks
 * are forced: they have to do with what is known.
 */
export type Task = (isForced: boolean) => boolean;

/** Whatever a task works for; `pending` counts its unfinished tasks. */
export interface Subject {
  pending: number;
}

export class Inquiry {
  readonly #answers = new Map<string, Answer>();
  readonly #wanted = new Map<string, Question>();
  #tasks: { readonly subject: Subject; readonly run: Task }[] = [];
  /** Tasks ever added: new ones are progress. */
  #added = 0;

  add(subject: Subject, run: Task): void {
    subject.pending++;
    this.#added++;
    this.#tasks.push({ subject, run });
  }

  /** The answer when it is there; otherwise the question goes out with the next batch. */
  answer(question: Question): Answer | undefined {
    const key = keyOf(question);
    const answer = this.#answers.get(key);
    if (!answer) this.#wanted.set(key, question);
    return answer;
  }

  /** The answer if it is there already. */
  answered(question: Question): Answer | undefined {
    return this.#answers.get(keyOf(question));
  }

  /** Runs all tasks, and those they add, to the end. */
  *run(): Generator<readonly Question[], void, readonly Answer[]> {
    let isForced = false;
    while (this.#tasks.length > 0) {
      const addedBefore = this.#added;
      let isProgress = this.#tryAll(isForced);
      if (this.#wanted.size > 0) {
        yield* this.#ask();
        isForced = false;
        continue;
      }
      isProgress ||= this.#added > addedBefore;
      if (!isProgress && isForced) return;
      isForced = !isProgress;
    }
  }

  #tryAll(isForced: boolean): boolean {
    const tasks = this.#tasks;
    this.#tasks = [];
    let isProgress = false;
    for (const task of tasks) {
      if (task.run(isForced)) {
        task.subject.pending--;
        isProgress = true;
      } else {
        this.#tasks.push(task);
      }
    }
    return isProgress;
  }

  *#ask(): Generator<readonly Question[], void, readonly Answer[]> {
    const batch = [...this.#wanted];
    this.#wanted.clear();
    const answers = yield batch.map(([, question]) => question);
    batch.forEach(([key], index) =>
      this.#answers.set(key, answers[index] ?? [{ is: "unresolved", why: "no-program" }]),
    );
  }
}

function keyOf(question: Question): string {
  const { file, offset } = question.ask === "overridden" ? question.at : question;
  return `${question.ask}:${file}@${String(offset)}`;
}
