/** Rewrites functions and calls in TypeScript and JavaScript sources. */
import type ts from "typescript";
import type { Span } from "../facts/facts.js";
import type {
  AsynchronousForm,
  FileRewrite,
  FormQuestion,
  OffloadCall,
  OffloadForm,
  Rewrite,
  Rewriter,
  Rewritten,
  TextEdit,
} from "../rewriter.js";
import bundledTypeScript from "./bundled-typescript.cjs";
import { tokenAt, type TypeScript } from "./declaration.js";
import { Offloads } from "./offloading/offloads.js";
import type { Places } from "./offloading/placing.js";
import { taskOf } from "./offloading/task.js";
import { asynchronousForm, functionPlace } from "./rewriting/asynchronous-form.js";
import { asynchronousFunctionAround } from "./rewriting/asynchronous-function.js";
import { awaitAround } from "./rewriting/await-operator.js";
import { awaitTwin } from "./rewriting/await-twin.js";
import { cautionsFor, cautionsForFiles } from "./rewriting/cautions.js";
import type { Change } from "./rewriting/concerned-importers.js";
import { makeAsynchronous, promiseResult } from "./rewriting/functions.js";
import { gatherEdits, type OrderedEdit } from "./rewriting/gathered.js";
import { hoist } from "./rewriting/hoist.js";
import { Imports } from "./rewriting/imports.js";
import { refuseLateListeners } from "./rewriting/late-listeners.js";
import { newErrors, rememberingLast } from "./rewriting/new-errors.js";
import { Refused } from "./rewriting/refused.js";
import type { Sheet } from "./rewriting/sheet.js";
import { tagFunction } from "./rewriting/tag-function.js";
import { placeOf, type Surroundings } from "./rewriting/uses.js";
import { loopsAround, yieldInLoop } from "./rewriting/yield-in-loop.js";

export interface RewriterOptions {
  readonly typescript: TypeScript;
  sourceFileOf(file: string): ts.SourceFile | undefined;
  readonly checkerOf?: (file: string) => ts.TypeChecker | undefined;
  /** As {@link Sheet.versionOf}. */
  readonly versionOf?: (file: string, name: string) => string | undefined;
  /** For rewrites that concern more than one file. */
  readonly surroundings?: () => Surroundings;
  /** For rewrites that need more files. */
  readonly places?: Places;
  /** The programs as they are, and as they would be with other texts: one after the other, as each takes memory. */
  readonly changes?: (texts: ReadonlyMap<string, string>) => Iterable<Change>;
}

export function createRewriter(options: RewriterOptions): Rewriter {
  const { typescript } = options;
  return {
    rewrite: (requests) => requests.map((request) => rewritten(options, request)),
    textOf: (file) => options.sourceFileOf(file)?.text,
    functionAround(path, { start }) {
      const file = options.sourceFileOf(path);
      const node = file && typescript.findAncestor(tokenAt(typescript, file, start), typescript.isFunctionLike);
      return node && functionPlace(typescript, node);
    },
    asynchronousForms: (questions) => questions.map((question) => formOf(options, question)),
    offloadForm: (file, request) => refusedOr(() => offloadForm(options, file, request)),
    newErrors: rememberingLast((texts, reach) => {
      const errors: string[] = [];
      for (const change of options.changes?.(texts) ?? []) {
        errors.push(...newErrors(typescript, change, [...texts.keys()], reach));
      }
      return errors;
    }),
    cautions: (requests) => requests.flatMap((request) => cautionsOf(options, request)),
  };
}

function formOf(options: RewriterOptions, question: FormQuestion): AsynchronousForm {
  const { file: path } = question.function;
  const file = options.sourceFileOf(path);
  const surroundings = options.surroundings?.();
  const node = file && nodeAt(options.typescript, file, question.function);
  if (!surroundings || !node) return { is: "refused", reason: "The function's callers are not known." };
  return refusedOr(() => asynchronousForm(options.typescript, surroundings, node, question));
}

/** @throws Refused where the work has to stay */
function offloadForm(options: RewriterOptions, path: string, request: OffloadCall): OffloadForm {
  const file = options.sourceFileOf(path);
  const sheet = file && sheetOf(options, file, []);
  const call = sheet && callAt(sheet, request.call);
  if (!sheet?.checker || !sheet.offloads || !options.surroundings) throw new Refused("No other file can be written.");
  if (!call) throw new Refused("It is no call that can be moved.");
  const others = options.surroundings().files.map((each) => each.file);
  const task = taskOf({ ...sheet, checker: sheet.checker, others }, call, request);
  return { is: "possible", name: task.shown, waits: !task.isPromise };
}

function cautionsOf(options: RewriterOptions, { file: path, rewrites }: FileRewrite): readonly string[] {
  const file = options.sourceFileOf(path);
  if (!file) return [];
  const sheet = sheetOf(options, file, rewrites);
  const calls = rewrites.flatMap((rewrite): ts.Node | readonly ts.Node[] => {
    if (rewrite.rewrite === "yield-in-loop") {
      return loopsAround(options.typescript, tokenAt(options.typescript, file, rewrite.within.start)).slice(-1);
    }
    const call = "call" in rewrite && rewrite.rewrite !== "hoist" ? callAt(sheet, rewrite.call) : undefined;
    if (!call || rewrite.rewrite !== "offload-call") return call ?? [];
    sheet.offloads?.add(call, rewrite);
    // One that gives a promise as it is may be made where nobody waits.
    return isWaiting(sheet, call) ? call : [];
  });
  const ofTwins = rewrites.flatMap((each) => (each.rewrite === "await-twin" ? (each.twin.text?.caution ?? []) : []));
  const awaited = rewrites.flatMap((each) => {
    const call = each.rewrite === "await-twin" && each.isPromise !== true ? callAt(sheet, each.call) : undefined;
    return call && each.rewrite === "await-twin" ? { call, twin: each.twin } : [];
  });
  const ofFiles = cautionsForFiles(sheet, awaited);
  return [...cautionsFor(sheet, calls), ...ofFiles, ...new Set(ofTwins), ...(sheet.offloads?.notes ?? [])];
}

function isWaiting({ typescript, asynchronous }: Sheet, call: ts.Node): boolean {
  return "around" in refusedOr(() => ({ around: asynchronousFunctionAround(typescript, call, asynchronous) }));
}

/** The rewriter that a project has by the time it is asked. */
export function rewriterOf(project: () => { readonly rewriter: Rewriter }): Rewriter {
  return {
    rewrite: (requests) => project().rewriter.rewrite(requests),
    textOf: (file) => project().rewriter.textOf(file),
    functionAround: (file, span) => project().rewriter.functionAround(file, span),
    asynchronousForms: (questions) => project().rewriter.asynchronousForms(questions),
    newErrors: (texts, reach) => project().rewriter.newErrors(texts, reach),
    offloadForm: (file, request) => project().rewriter.offloadForm(file, request),
    cautions: (requests) => project().rewriter.cautions(requests),
  };
}

/** Rewrites one text by itself. */
export function rewriterOfText(fileName: string, text: string): Rewriter {
  let file: ts.SourceFile | undefined;
  const parsed = (): ts.SourceFile =>
    (file ??= bundledTypeScript.createSourceFile(fileName, text, bundledTypeScript.ScriptTarget.Latest, true));
  return createRewriter({
    typescript: bundledTypeScript,
    sourceFileOf: (name) => (name === fileName ? parsed() : undefined),
  });
}

function rewritten(options: RewriterOptions, { file: path, rewrites }: FileRewrite): Rewritten {
  const file = options.sourceFileOf(path);
  if (!file) return { is: "refused", reason: "The file is not part of the program." };
  return refusedOr(() => {
    const sheet = sheetOf(options, file, rewrites);
    const ordered = rewrites.toSorted(byPlace);
    const edits = ordered.flatMap((rewrite) => editsOf(sheet, rewrite));
    sheet.offloads?.addImports();
    const all = inOrder([
      ...edits,
      ...sheet.imports.edits(),
      ...endingEdits(sheet),
      ...(sheet.offloads?.edits() ?? []),
    ]);
    const others = sheet.offloads?.others() ?? [];
    return { is: "edits", edits: all, ...(others.length > 0 && { others }) };
  });
}

function sheetOf(options: RewriterOptions, file: ts.SourceFile, rewrites: readonly Rewrite[]): Sheet {
  const { typescript, places, versionOf } = options;
  const checker = options.checkerOf?.(file.fileName);
  const asynchronous = rewrites.flatMap((rewrite) =>
    rewrite.rewrite === "make-asynchronous" ? (nodeAt(typescript, file, rewrite.function) ?? []) : [],
  );
  const imports = new Imports(typescript, file);
  const others = options.surroundings?.().files.map((each) => each.file);
  const offloads = checker && others && places && new Offloads({ typescript, checker, file, others }, places, imports);
  return {
    typescript,
    file,
    imports,
    endings: new Map(),
    merged: new Map(),
    pauses: new Map(),
    asynchronous: new Set(asynchronous),
    ...(checker && { checker }),
    ...(versionOf && { versionOf: (name) => versionOf(file.fileName, name) }),
    ...(offloads && { offloads }),
  };
}

/** As they are read; at one place, what is around comes first. */
function byPlace(one: Rewrite, other: Rewrite): number {
  const [first, second] = [spanOf(one), spanOf(other)];
  return first.start - second.start || second.end - first.end;
}

function spanOf(rewrite: Rewrite): Span {
  if ("call" in rewrite) return rewrite.call;
  if ("function" in rewrite) return rewrite.function;
  if ("within" in rewrite) return rewrite.within;
  return "around" in rewrite ? rewrite.around : rewrite.declaration;
}

function refusedOr<Answer>(answer: () => Answer): Answer | { readonly is: "refused"; readonly reason: string } {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refused) return { is: "refused", reason: error.message };
    throw error;
  }
}

function editsOf(sheet: Sheet, rewrite: Rewrite): readonly OrderedEdit[] {
  const { typescript, file } = sheet;
  switch (rewrite.rewrite) {
    case "await-twin": {
      const call = callAt(sheet, rewrite.call);
      if (!call) throw new Refused("It is no call that can be rewritten.");
      return awaitTwin(sheet, call, rewrite);
    }
    case "offload-call": {
      const call = callAt(sheet, rewrite.call);
      if (!call || !sheet.offloads) throw new Refused("It is no call that can be moved.");
      return sheet.offloads.add(call, rewrite);
    }
    case "hoist": {
      const built = newAt(sheet, rewrite.call) ?? callAt(sheet, rewrite.call);
      if (!built) throw new Refused("It is no call that can be moved.");
      return hoist(sheet, built, rewrite);
    }
    case "await-call": {
      const call = callAt(sheet, rewrite.call);
      if (!call) throw new Refused("It is no call that can be awaited.");
      return rewrite.isGathered === true ? gatherEdits(sheet, call) : awaitCall(sheet, call);
    }
    case "make-asynchronous":
    case "promise-result": {
      const isWhole = rewrite.rewrite === "make-asynchronous";
      const node = nodeAt(typescript, file, isWhole ? rewrite.function : rewrite.declaration);
      if (!node) throw new Refused("The function has moved.");
      return isWhole ? makeAsynchronous(typescript, file, node) : signatureEdits(sheet, node);
    }
    case "yield-in-loop":
      return yieldInLoop(sheet, tokenAt(typescript, file, rewrite.within.start), rewrite);
    case "tag-function":
      return tagFunction(sheet, tokenAt(typescript, file, rewrite.around.start), rewrite.tag);
  }
}

/** At the end of the file, apart from what stands there. */
function endingEdits({ file, endings }: Sheet): readonly TextEdit[] {
  const lineBreak = file.text.includes("\r\n") ? "\r\n" : "\n";
  const end = file.text.trimEnd().length;
  return [...endings.values()].map((text) => ({
    start: end,
    end,
    text: `${lineBreak}${lineBreak}${text.replaceAll("\n", lineBreak)}`,
  }));
}

function signatureEdits({ typescript, file }: Sheet, node: ts.Node): readonly TextEdit[] {
  const edits = promiseResult(typescript, file, node);
  if (edits.length === 0) throw new Refused(`What is declared in ${placeOf(node)} does not say what it returns.`);
  return edits;
}

function awaitCall(sheet: Sheet, call: ts.CallExpression): readonly TextEdit[] {
  const { typescript, file, asynchronous } = sheet;
  refuseLateListeners(sheet, call, asynchronousFunctionAround(typescript, call, asynchronous));
  const [opening, closing] = awaitAround(typescript, call);
  const start = call.getStart(file);
  return [
    { start, end: start, text: opening },
    { start: call.end, end: call.end, text: closing },
  ];
}

/** A function or a declaration that begins and ends there. */
function nodeAt(typescript: TypeScript, file: ts.SourceFile, { start, end }: Span): ts.Node | undefined {
  return typescript.findAncestor(
    tokenAt(typescript, file, start),
    (node) => node.end === end && (typescript.isFunctionLike(node) || isDeclared(typescript, node)),
  );
}

function isDeclared(typescript: TypeScript, node: ts.Node): boolean {
  return typescript.isPropertySignature(node) || typescript.isPropertyDeclaration(node);
}

function callAt({ typescript, file }: Sheet, { start, end }: Span): ts.CallExpression | undefined {
  let node = tokenAt(typescript, file, start);
  while (node.end < end) node = node.parent;
  // Several nodes may span the same text: a call that is a statement without a semicolon.
  while (node.end === end && !typescript.isCallExpression(node) && !typescript.isSourceFile(node)) node = node.parent;
  return typescript.isCallExpression(node) && node.getStart(file) === start && node.end === end ? node : undefined;
}

function newAt({ typescript, file }: Sheet, { start, end }: Span): ts.NewExpression | undefined {
  let node: ts.Node = tokenAt(typescript, file, start);
  while (node.end < end) node = node.parent;
  return typescript.isNewExpression(node) && node.getStart(file) === start && node.end === end ? node : undefined;
}

/** @throws Refused where two edits change the same text */
function inOrder(edits: readonly OrderedEdit[]): readonly TextEdit[] {
  const inside = edits.filter(({ isOutermost }) => isOutermost !== true);
  const outside = edits.filter(({ isOutermost }) => isOutermost === true).reverse();
  const sorted = [...inside, ...outside]
    .filter(({ start, end, text }) => start < end || text !== "")
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map(({ start, end, text }) => ({ start, end, text }));
  const overlaps = sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? 0));
  if (overlaps) throw new Refused("Two changes would be made to the same text: fix one call after the other.");
  return sorted;
}
