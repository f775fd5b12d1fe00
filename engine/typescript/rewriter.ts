/** Rewrites calls in TypeScript and JavaScript sources. */
import type ts from "typescript";
import type { Rewrite, Rewriter, Rewritten } from "../rewriter.js";
import { tokenAt, type TypeScript } from "./declaration.js";
import { awaitTwin } from "./rewriting/await-twin.js";
import { Refused } from "./rewriting/refused.js";

export interface RewriterOptions {
  readonly typescript: TypeScript;
  sourceFileOf(file: string): ts.SourceFile | undefined;
}

export function createRewriter(options: RewriterOptions): Rewriter {
  return { rewrite: (requests) => requests.map((request) => rewritten(options, request)) };
}

function rewritten(options: RewriterOptions, request: Rewrite): Rewritten {
  const { typescript } = options;
  const file = options.sourceFileOf(request.file);
  const call = file && callAt(typescript, file, request.call);
  if (!file || !call) return { is: "refused", reason: "It is no call that can be rewritten." };
  try {
    return awaitTwin(typescript, file, call, request);
  } catch (error) {
    if (error instanceof Refused) return { is: "refused", reason: error.message };
    throw error;
  }
}

function callAt(
  typescript: TypeScript,
  file: ts.SourceFile,
  { start, end }: Rewrite["call"],
): ts.CallExpression | undefined {
  let node = tokenAt(typescript, file, start);
  while (node.end < end) node = node.parent;
  // Several nodes may span the same text: a call that is a statement without a semicolon.
  while (node.end === end && !typescript.isCallExpression(node) && !typescript.isSourceFile(node)) node = node.parent;
  return typescript.isCallExpression(node) && node.getStart(file) === start && node.end === end ? node : undefined;
}
