/** A long loop lets others run every so many rounds: `if (++rounds % 100 === 0) await scheduler.yield();`. */
import type ts from "typescript";
import type { TextEdit, YieldInLoop } from "../../rewriter.js";
import { isAtLeast } from "../dependencies.js";
import type { TypeScript } from "../declaration.js";
import { letsOthersRun } from "../turns-of-loops.js";
import { asynchronousFunctionAround } from "./asynchronous-function.js";
import { freeName, indentationOf, lineBreakOf, statementEnd } from "./layout.js";
import { refuseLateListeners } from "./late-listeners.js";
import { Refused } from "./refused.js";
import type { Sheet } from "./sheet.js";
import { refuseUninterrupted } from "./uninterrupted.js";

/** Node has `scheduler` of `node:timers/promises` from here on; before that, `setImmediate` does the same. */
const SCHEDULER_SINCE = "17.3";

/**
 * @param place in a loop, or a loop's first token
 * @throws Refused where nobody can wait, or others must not run in between
 */
export function yieldInLoop(sheet: Sheet, place: ts.Node, { rounds }: YieldInLoop): readonly TextEdit[] {
  const { typescript, file, asynchronous, pauses } = sheet;
  const loops = loopsAround(typescript, place);
  const [loop] = loops;
  const outermost = loops.at(-1);
  if (!loop || !outermost) throw new Refused(withoutLoop(typescript, place));
  if (pauses.has(loop)) return [];
  if (letsOthersRun(typescript, loop)) throw new Refused("The loop awaits already: others run in between.");
  const around = asynchronousFunctionAround(typescript, loop, asynchronous);
  refuseLateListeners(sheet, loop, around);
  refuseUninterrupted(sheet, loops, around);
  const isItself = place.getStart(file) === loop.getStart(file);
  const each = isItself ? rounds.ofLoop : rounds.ofWork;
  const counter = freeName(file, "rounds", [...pauses.values()]);
  pauses.set(loop, counter);
  const pause = `await ${turnOf(sheet)}`;
  if (each === 1) return inEachRound(sheet, loop, pause);
  return [
    ...declared(sheet, outermost, counter),
    ...inEachRound(sheet, loop, `if (++${counter} % ${String(each)} === 0) ${pause}`),
  ];
}

/** The loops of the function around, from the inside out. */
export function loopsAround(typescript: TypeScript, place: ts.Node): readonly ts.IterationStatement[] {
  const loops: ts.IterationStatement[] = [];
  let inner = place;
  for (let node = place; !typescript.isSourceFile(node) && !typescript.isFunctionLike(node); node = node.parent) {
    // What a loop goes over is worked out once.
    if (typescript.isIterationStatement(node, false) && isInRounds(node, inner, place)) loops.push(node);
    inner = node;
  }
  return loops;
}

/** What a loop goes over is worked out once. */
function isInRounds(loop: ts.IterationStatement, child: ts.Node, place: ts.Node): boolean {
  return child === loop.statement || place.getStart() === loop.getStart();
}

function withoutLoop(typescript: TypeScript, place: ts.Node): string {
  const callback = typescript.findAncestor(place, typescript.isFunctionLike);
  const call = callback?.parent;
  const isCallback = call && typescript.isCallExpression(call) && call.expression !== callback;
  return isCallback
    ? `${call.expression.getText()} does not wait between its elements: a loop would.`
    : "There is no loop around it in this function.";
}

/** As the file's manifest says which Node it is for. */
function turnOf({ imports, versionOf }: Sheet): string {
  const range = versionOf?.("node");
  const isOld = range !== undefined && isAtLeast(range, SCHEDULER_SINCE) === false;
  const name = imports.named("node:timers/promises", isOld ? "setImmediate" : "scheduler", "");
  return isOld ? `${name}()` : `${name}.yield()`;
}

/** In front of the outermost loop, so that it counts the rounds of all of them. */
function declared({ typescript, file }: Sheet, loop: ts.IterationStatement, counter: string): readonly TextEdit[] {
  let statement: ts.Statement = loop;
  while (typescript.isLabeledStatement(statement.parent)) statement = statement.parent;
  const start = statement.getStart(file);
  const text = `let ${counter} = 0${statementEnd(file)}`;
  const { parent } = statement;
  const isInList =
    typescript.isBlock(parent) || typescript.isSourceFile(parent) || typescript.isCaseOrDefaultClause(parent);
  if (isInList) return [{ start, end: start, text: `${text}${lineBreakOf(file)}${indentationOf(file, start)}` }];
  return [
    { start, end: start, text: `{ let ${counter} = 0; ` },
    { start: statement.end, end: statement.end, text: " }" },
  ];
}

/** First in each round, which `continue` does not leave out. */
function inEachRound(
  { typescript, file }: Sheet,
  { statement }: ts.IterationStatement,
  line: string,
): readonly TextEdit[] {
  const { text } = file;
  const lineBreak = lineBreakOf(file);
  const start = statement.getStart(file);
  const first = typescript.isBlock(statement) ? statement.statements[0] : statement;
  const isBelow = first !== undefined && text.slice(start, first.getStart(file)).includes("\n");
  if (typescript.isBlock(statement)) {
    if (!first || !isBelow) return [{ start: start + 1, end: start + 1, text: ` ${line};` }];
    const lineEnd = start + text.slice(start).search(/\r?\n/u);
    const indentation = indentationOf(file, first.getStart(file));
    const end = /^[([`+\-/]/u.test(first.getText(file)) ? ";" : statementEnd(file);
    return [{ start: lineEnd, end: lineEnd, text: `${lineBreak}${indentation}${line}${end}` }];
  }
  if (!text.slice(statement.pos, start).includes("\n")) {
    return [
      { start, end: start, text: `{ ${line}; ` },
      { start: statement.end, end: statement.end, text: " }" },
    ];
  }
  const header = statement.pos;
  return [
    { start: header, end: header, text: " {" },
    { start, end: start, text: `${line};${lineBreak}${indentationOf(file, start)}` },
    {
      start: statement.end,
      end: statement.end,
      text: `${lineBreak}${indentationOf(file, statement.parent.getStart(file))}}`,
    },
  ];
}
