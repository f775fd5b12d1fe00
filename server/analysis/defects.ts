/** Our own defects on their way to the log and to the person: each once, however often it happens. */
import { errorText, failuresIn, type Problem } from "@loopguard/engine";

export interface DefectListener {
  /** The whole error, for the log. */
  log(text: string): void;
  /** A sentence for a person. */
  show(sentence: string): void;
}

export class Defects {
  readonly #listener: DefectListener;
  readonly #logged = new Set<string>();
  readonly #shown = new Set<string>();

  constructor(listener: DefectListener) {
    this.#listener = listener;
  }

  /** What an analysis had to leave out. A person hears of each rule once, the log of each file. */
  tellProblems(problems: readonly Problem[]): void {
    for (const { message, file = "", line, failure } of failuresIn(problems)) {
      const place = line === undefined ? file : `${file}:${line}`;
      this.logOnce(`${file} ${message}`, `${place} ${message}\n${failure.error}`);
      this.showOnce(failure.rule ?? "", `${message} It happened in ${place}; the log says more.`);
    }
  }

  /** @param what we were doing */
  tell(what: string, error: unknown): void {
    const [reason = ""] = errorText(error).split("\n");
    const sentence = `Loopguard failed in ${what} (${reason}).`;
    this.logOnce(sentence, `${sentence}\n${errorText(error)}`);
    this.showOnce(what, `${sentence} This is a defect in Loopguard; the log says more.`);
  }

  private logOnce(key: string, text: string): void {
    if (!this.#logged.has(key)) this.#listener.log(text);
    this.#logged.add(key);
  }

  private showOnce(key: string, sentence: string): void {
    if (!this.#shown.has(key)) this.#listener.show(sentence);
    this.#shown.add(key);
  }
}
