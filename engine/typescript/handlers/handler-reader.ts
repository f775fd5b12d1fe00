/** Reads what functions do with what they are given, for documents of an API. */
import type ts from "typescript";
import type { Span } from "../../facts/facts.js";
import type { HandlerAnswer, HandlerReader, HandlerRequest } from "../../handler-reader.js";
import { tokenAt, type TypeScript } from "../declaration.js";
import { commentOf, decoratorsOf } from "./annotations.js";
import { ChainReader } from "./chains.js";
import { readClass } from "./classes.js";
import { returnedIn, usesIn } from "./uses.js";

export interface HandlerReaderOptions {
  readonly typescript: TypeScript;
  programOf(file: string): ts.Program | undefined;
}

const NOTHING: HandlerAnswer = { parameters: [], decorators: [], classDecorators: [], uses: [], returns: [] };

export function createHandlerReader(options: HandlerReaderOptions): HandlerReader {
  return { read: (requests) => requests.map((request) => answer(options, request)) };
}

function answer(options: HandlerReaderOptions, request: HandlerRequest): HandlerAnswer {
  const { typescript } = options;
  const program = options.programOf(request.file);
  const file = program?.getSourceFile(request.file);
  if (!program || !file) return NOTHING;
  try {
    const chains = new ChainReader(typescript, program.getTypeChecker(), file);
    if (request.read === "class") {
      const declared = classAt(typescript, file, request.class);
      return declared ? { ...NOTHING, class: readClass(chains, declared) } : NOTHING;
    }
    const node =
      request.read === "call" ? callAt(typescript, file, request.call) : functionAt(typescript, file, request.function);
    if (!node) return NOTHING;
    return typescript.isFunctionLike(node) ? functionAnswer(chains, node) : callAnswer(chains, node);
  } catch {
    // The checker can throw on code it was never meant to see; one such handler must not end the run.
    return NOTHING;
  }
}

function functionAnswer(chains: ChainReader, node: ts.SignatureDeclaration): HandlerAnswer {
  const { ts } = chains;
  const owner = ts.isClassLike(node.parent) ? node.parent : undefined;
  const comment = commentOf(ts, node);
  return {
    parameters: node.parameters.map((parameter) => ({
      ...(ts.isIdentifier(parameter.name) && { name: parameter.name.text }),
      ...((parameter.questionToken ?? parameter.initializer) && { isOptional: true }),
      ...(parameter.initializer && { default: chains.written(parameter.initializer) }),
      ...(parameter.type && { isTyped: true }),
      decorators: decoratorsOf(chains, parameter),
    })),
    ...(node.typeParameters && { isGeneric: true }),
    decorators: decoratorsOf(chains, node),
    classDecorators: owner ? decoratorsOf(chains, owner) : [],
    ...(owner && { owner: chains.spanOf(owner) }),
    uses: usesIn(chains, node),
    returns: returnedIn(chains, node),
    ...(comment && { comment }),
  };
}

function callAnswer(chains: ChainReader, node: ts.CallExpression | ts.NewExpression): HandlerAnswer {
  const [use, ...others] = usesIn(chains, node).sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  const comment = commentOf(chains.ts, node);
  return { ...NOTHING, uses: use ? [use, ...others] : [], ...(comment && { comment }) };
}

/** The function with the span; facts and the checker agree on where functions begin and end. */
function functionAt(ts: TypeScript, file: ts.SourceFile, { start, end }: Span): ts.SignatureDeclaration | undefined {
  let node: ts.Node | undefined = tokenAt(ts, file, start);
  while (!ts.isSourceFile(node)) {
    if (ts.isFunctionLike(node) && node.end === end) return node;
    node = node.parent;
  }
  return undefined;
}

function classAt(ts: TypeScript, file: ts.SourceFile, { start, end }: Span): ts.ClassLikeDeclaration | undefined {
  return ts.findAncestor(tokenAt(ts, file, start), (node) => ts.isClassLike(node) && node.end === end) as
    ts.ClassLikeDeclaration | undefined;
}

/** The call that ends where the span does and contains where it begins. */
function callAt(ts: TypeScript, file: ts.SourceFile, { start, end }: Span): ts.CallExpression | undefined {
  let node: ts.Node | undefined = tokenAt(ts, file, start);
  while (!ts.isSourceFile(node)) {
    if (ts.isCallExpression(node) && node.end === end) return node;
    node = node.parent;
  }
  return undefined;
}
