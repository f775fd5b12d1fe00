/** Decorators and documentation comments, as plain data. */
import type ts from "typescript";
import type { ReadComment, ReadDecorator } from "../../handler-reader.js";
import type { TypeScript } from "../declaration.js";
import type { ChainReader } from "./chains.js";

export function decoratorsOf(chains: ChainReader, node: ts.Node): ReadDecorator[] {
  const { ts, file } = chains;
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).flatMap(({ expression }) => {
    const callee = ts.isCallExpression(expression) ? expression.expression : expression;
    const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
    if (!ts.isIdentifier(name)) return [];
    const given = ts.isCallExpression(expression) ? expression.arguments : [];
    const holder = ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
    const owner = holder && (ts.isPropertyAccessExpression(holder) ? holder.name : holder);
    return [
      {
        name: name.text,
        ...(owner && ts.isIdentifier(owner) && { owner: owner.text }),
        offset: name.getStart(file),
        arguments: given.map((each) => chains.written(each)),
        ...(ts.isCallExpression(expression) && expression.typeArguments && { typed: chains.spanOf(expression) }),
      },
    ];
  });
}

/** The comment before the function, the statement it is part of, or the call that it is handed to. */
export function commentOf(ts: TypeScript, node: ts.Node): ReadComment | undefined {
  for (let commented: ts.Node | undefined = node; commented; commented = carrierOf(ts, commented)) {
    const comments = ts.getJSDocCommentsAndTags(commented).filter((each) => ts.isJSDoc(each));
    const comment = comments.at(-1);
    if (!comment) continue;
    return {
      text: ts.getTextOfJSDocComment(comment.comment) ?? "",
      tags: (comment.tags ?? []).map((tag) => ({
        name: tag.tagName.text,
        text: tagText(ts, tag),
      })),
    };
  }
  return undefined;
}

/** What may carry the comment instead of the node: not the function or block around it. */
function carrierOf(ts: TypeScript, { parent }: ts.Node): ts.Node | undefined {
  return ts.isFunctionLike(parent) || ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isClassLike(parent)
    ? undefined
    : parent;
}

function tagText(ts: TypeScript, tag: ts.JSDocTag): string {
  const text = ts.getTextOfJSDocComment(tag.comment) ?? "";
  const named = tag as ts.JSDocTag & { readonly name?: ts.EntityName };
  return named.name && ts.isJSDocParameterTag(tag) ? `${named.name.getText()} ${text}` : text;
}
