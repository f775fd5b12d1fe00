/** What guards a route: the schemes that recognised and configured guards ask for, each together with what it reads. */
import type { Span } from "../facts/facts.js";
import type { Chain } from "../handler-reader.js";
import type { Answers } from "./answers.js";
import type { Code } from "./code.js";
import { configuredSecurity } from "./configured-security.js";
import type { Expression, Frame } from "./frames.js";
import type { Observed } from "./observed.js";
import { securityOf } from "./security.js";

export class Guards {
  readonly #code: Code;
  readonly #observed: Observed;
  readonly #answers: Answers;
  #count = 0;

  constructor(code: Code, observed: Observed, answers: Answers) {
    this.#code = code;
    this.#observed = observed;
    this.#answers = answers;
  }

  /** What the project says of middleware, guards and decorators. */
  observeConfigured(chain: Chain, frame: Frame, at: Span): void {
    const found = configuredSecurity(chain, frame, this.#code);
    if (!found) return;
    if (found.security) this.#observed.security.push({ ...found.security, guard: this.#count++ });
    else this.#observed.isOpen = true;
    if (found.status !== undefined) this.#answers.refuse(found.status, { file: frame.file, span: at });
  }

  /** What is known to ask for a scheme. */
  observeKnown({ scheme, status }: { readonly scheme: string; readonly status: number }, at: Expression): void {
    this.#observed.security.push({ scheme });
    this.#answers.refuse(status, at);
  }

  /** @returns whether the chain is known to guard */
  observeSecurity(chain: Chain, frame: Frame): boolean {
    const found = securityOf(chain, frame, this.#code);
    if (!found) return false;
    if (found.scheme !== undefined) this.#observed.security.push({ scheme: found.scheme });
    const call = chain.steps.findLast((step) => step.do === "call");
    const span = call?.do === "call" ? call.span : { start: 0, end: 0 };
    if (found.status !== undefined) this.#answers.refuse(found.status, { file: frame.file, span });
    return true;
  }

  /** What is asked for by what turns requests away is asked for together with what others ask for. */
  together(observe: () => void): void {
    const { security, answers } = this.#observed;
    const refusals = (): number =>
      [...answers, ...this.#answers.errors].filter(({ status }) => status === 401 || status === 403).length;
    const [first, before] = [security.length, refusals()];
    observe();
    if (refusals() === before) return;
    const guard = this.#count++;
    for (const [index, each] of security.entries()) if (index >= first) security[index] = { guard, ...each };
  }
}
