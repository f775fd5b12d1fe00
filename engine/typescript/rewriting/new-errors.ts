/** What the type checker says of texts that are about to be written, and does not say of those that are there. */
import type ts from "typescript";
import type { Reach } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { type Change, withConcernedImporters } from "./concerned-importers.js";

/**
 * @param files that were changed
 * @returns sentences; of JavaScript, which nobody checks, there are none
 */
export function newErrors(typescript: TypeScript, change: Change, files: readonly string[], reach: Reach): string[] {
  const { before, after } = change;
  const concerned = reach === "file" ? files : withConcernedImporters(typescript, change, files);
  return concerned.flatMap((name) => {
    const file = after.getSourceFile(name);
    const old = before.getSourceFile(name);
    const errors = file ? errorsIn(after, file) : [];
    if (!file || errors.length === 0) return [];
    const errorsBefore = old ? errorsIn(before, old) : [];
    const known = errorsBefore.map((error) => sentenceOf(typescript, error));
    // Where Node's types are not installed, one more of its modules is no news.
    const isInstalled = !errorsBefore.some(({ code }) => NOT_INSTALLED.has(code));
    return errors.flatMap((error) => {
      if (!isInstalled && NOT_INSTALLED.has(error.code)) return [];
      const sentence = sentenceOf(typescript, error);
      const index = known.indexOf(sentence);
      if (index >= 0) {
        known.splice(index, 1);
        return [];
      }
      return [`${sentence} (${placeAt(file, error.start ?? 0)})`];
    });
  });
}

type AskErrors = (texts: ReadonlyMap<string, string>, reach: Reach) => readonly string[];

/** How many texts are remembered: those of one finding at every level, and of the halves of several findings. */
const REMEMBERED = 16;

/** Asks once about the same texts: fixes of several levels often write the same, and a check takes its time. */
export function rememberingLast(ask: AskErrors): AskErrors {
  const known = new Map<string, readonly string[]>();
  return (texts, reach) => {
    const key = JSON.stringify([reach, ...texts]);
    const errors = known.get(key) ?? ask(texts, reach);
    known.delete(key);
    known.set(key, errors);
    for (const oldest of [...known.keys()].slice(0, -REMEMBERED)) known.delete(oldest);
    return errors;
  };
}

/** `Cannot find module`, with the various hints that follow it. */
const NOT_INSTALLED: ReadonlySet<number> = new Set([2307, 2580, 2591, 2792]);

function errorsIn(program: ts.Program, file: ts.SourceFile): readonly ts.Diagnostic[] {
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
}

function sentenceOf(typescript: TypeScript, { messageText }: ts.Diagnostic): string {
  return typescript.flattenDiagnosticMessageText(messageText, " ");
}

function placeAt(file: ts.SourceFile, start: number): string {
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${file.fileName.slice(file.fileName.lastIndexOf("/") + 1)}:${String(line + 1)}`;
}
