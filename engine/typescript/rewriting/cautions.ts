/** What is looked at before a new `await` and changed after it, state or files: something else may run in between. */
import type ts from "typescript";
import type { AwaitTwin } from "../../rewriter.js";
import { asynchronousFunctionAround } from "./asynchronous-function.js";
import { isChange, sharedState } from "./shared-state.js";
import type { Sheet } from "./sheet.js";
import { placeOf } from "./uses.js";
import { isNamed, withoutQuestion } from "./without-question.js";

/** @param calls those that are going to wait */
export function cautionsFor(sheet: Sheet, calls: readonly ts.Node[]): readonly string[] {
  return [...new Set(calls.flatMap((call) => cautionsAt(sheet, call)))];
}

/** A call that is going to wait for its twin. */
export interface Awaited {
  readonly call: ts.CallExpression;
  readonly twin: AwaitTwin["twin"];
}

/** Files that a function asks for and then changes: `if (existsSync(p)) unlinkSync(p)`. */
export function cautionsForFiles(sheet: Sheet, awaited: readonly Awaited[]): readonly string[] {
  const { typescript, file } = sheet;
  const changes = awaited.filter(({ twin }) => twin.isReading !== true && twin.gives !== "success");
  const questions = awaited.filter(({ twin }) => twin.gives === "success");
  return questions.flatMap(({ call: question }) => {
    const [path] = question.arguments;
    if (!path || !isNamed(typescript, path) || withoutQuestion(sheet, question)) return [];
    const around = typescript.findAncestor(question, typescript.isFunctionLike);
    const change = changes.find(
      ({ call }) =>
        call.pos > question.pos &&
        call.arguments.some((each) => each.getText(file) === path.getText(file)) &&
        typescript.findAncestor(call, typescript.isFunctionLike) === around,
    );
    if (!change) return [];
    return `${path.getText(file)} is looked for in ${placeOf(question)} and changed in ${placeOf(change.call)}: other requests run in between.`;
  });
}

function cautionsAt({ typescript, asynchronous }: Sheet, call: ts.Node): string[] {
  const around = asynchronousFunctionAround(typescript, call, asynchronous);
  const seen = new Set<string>();
  const changed = new Set<string>();
  const loop = typescript.findAncestor(
    call,
    (node) => node === around || typescript.isIterationStatement(node, /* lookInLabeledStatements */ false),
  );
  const visit = (node: ts.Node): void => {
    const state = sharedState(typescript, node, around);
    if (state !== undefined) {
      const isInLoop = loop !== undefined && loop !== around && loop.pos <= node.pos && node.end <= loop.end;
      if (node.pos < call.pos || isInLoop) seen.add(state);
      if ((node.pos > call.pos || isInLoop || contains(node, call)) && isChange(typescript, node)) changed.add(state);
    }
    typescript.forEachChild(node, visit);
  };
  if (around.body) visit(around.body);
  return [...changed]
    .filter((state) => seen.has(state))
    .map(
      (state) =>
        `${state} is read before the new await in ${placeOf(call)} and changed after it: other requests run in between.`,
    );
}

function contains(node: ts.Node, call: ts.Node): boolean {
  // `this.total += await f()`: the old value is read first.
  const { parent } = node;
  return parent.pos <= call.pos && call.end <= parent.end && parent.pos < node.end;
}
