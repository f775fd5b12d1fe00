/** Answers questions about names with TypeScript's checker, and by reading values where types end. */
import type { Answer, Oracle, Question, UnresolvedReason } from "../reference.js";
import { tokenAt } from "./declaration.js";
import { distinct } from "./references.js";
import { type OracleOptions, Resolver } from "./resolver.js";
import type { ValueCache } from "./values.js";

/** An oracle over one or several programs. Answers are cached by the programs' checkers, not here. */
export function createOracle(options: OracleOptions): Oracle {
  const values: ValueCache = new WeakMap();
  return {
    ask: (questions) => questions.map((question) => answer(options, question, values)),
  };
}

function answer(options: OracleOptions, question: Question, values: ValueCache): Answer {
  const { file, offset } = question.ask === "overridden" ? question.at : question;
  const program = options.programOf(file);
  const sourceFile = program?.getSourceFile(file);
  if (!program || !sourceFile) return unresolved("no-program");
  try {
    const resolver = new Resolver(options, program, sourceFile, values);
    const node = tokenAt(options.typescript, sourceFile, offset);
    const references =
      question.ask === "overridden"
        ? resolver.overriding.overridden(node)
        : question.ask === "mention"
          ? resolver.names.mention(node)
          : resolver.names.value(node);
    return question.ask === "overridden"
      ? references
      : references.length > 0
        ? distinct(references)
        : unresolved("untyped-receiver");
  } catch {
    // The checker can throw on code it was never meant to see; one such name must not end the run.
    return unresolved("checker-failed");
  }
}

function unresolved(why: UnresolvedReason): Answer {
  return [{ is: "unresolved", why }];
}
