/** Rewrites calls in TypeScript and JavaScript sources. */
import bundledTypeScript from "typescript";
import type ts from "typescript";
import type { Span } from "../facts/facts.js";
import type { FileRewrite, Rewrite, Rewriter, Rewritten, TextEdit } from "../rewriter.js";
import { tokenAt, type TypeScript } from "./declaration.js";
import { awaitTwin } from "./rewriting/await-twin.js";
import { Imports } from "./rewriting/imports.js";
import { Refused } from "./rewriting/refused.js";
import type { Sheet } from "./rewriting/sheet.js";
import { tagFunction } from "./rewriting/tag-function.js";

export interface RewriterOptions {
  readonly typescript: TypeScript;
  sourceFileOf(file: string): ts.SourceFile | undefined;
}

export function createRewriter(options: RewriterOptions): Rewriter {
  return { rewrite: (requests) => requests.map((request) => rewritten(options, request)) };
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
  const { typescript } = options;
  const file = options.sourceFileOf(path);
  if (!file) return { is: "refused", reason: "The file is not part of the program." };
  try {
    const sheet: Sheet = { typescript, file, imports: new Imports(typescript, file), asynchronous: new Set() };
    const edits = rewrites.flatMap((rewrite) => editsOf(sheet, rewrite));
    return { is: "edits", edits: inOrder([...edits, ...sheet.imports.edits()]) };
  } catch (error) {
    if (error instanceof Refused) return { is: "refused", reason: error.message };
    throw error;
  }
}

function editsOf(sheet: Sheet, rewrite: Rewrite): readonly TextEdit[] {
  switch (rewrite.rewrite) {
    case "await-twin": {
      const call = callAt(sheet, rewrite.call);
      if (!call) throw new Refused("It is no call that can be rewritten.");
      return awaitTwin(sheet, call, rewrite);
    }
    case "tag-function":
      return tagFunction(sheet, tokenAt(sheet.typescript, sheet.file, rewrite.around.start), rewrite.tag);
  }
}

function callAt({ typescript, file }: Sheet, { start, end }: Span): ts.CallExpression | undefined {
  let node = tokenAt(typescript, file, start);
  while (node.end < end) node = node.parent;
  // Several nodes may span the same text: a call that is a statement without a semicolon.
  while (node.end === end && !typescript.isCallExpression(node) && !typescript.isSourceFile(node)) node = node.parent;
  return typescript.isCallExpression(node) && node.getStart(file) === start && node.end === end ? node : undefined;
}

/** @throws Refused where two edits change the same text */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = edits
    .filter(({ start, end, text }) => start < end || text !== "")
    .sort((one, other) => one.start - other.start || one.end - other.end);
  const overlaps = sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? 0));
  if (overlaps) throw new Refused("Two changes would be made to the same text: fix one call after the other.");
  return sorted;
}
