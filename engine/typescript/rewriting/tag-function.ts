/** A documentation tag on a function: in the comment that it has, or in a new one. */
import type ts from "typescript";
import type { TagName } from "../../facts/facts.js";
import type { TextEdit } from "../../rewriter.js";
import { declarationOf } from "../read-tags.js";
import { Refused } from "./refused.js";
import type { Sheet } from "./sheet.js";

/**
 * @param node inside the function
 * @throws Refused where no function is around it
 */
export function tagFunction({ typescript, file }: Sheet, node: ts.Node, tag: TagName): readonly TextEdit[] {
  const around = typescript.findAncestor(node, (each) => typescript.isFunctionLike(each));
  if (!around) throw new Refused("There is no function around it that could be marked.");
  const { text } = file;
  const owner = declarationOf(typescript, around);
  const start = owner.getStart(file);
  const comment = [...text.slice(owner.pos, start).matchAll(/\/\*\*(?<content>[^]*?)\*\//gu)].at(-1);
  const indentation = /[^\S\r\n]*$/u.exec(text.slice(0, start))?.[0] ?? "";
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  if (comment) {
    const content = comment.groups?.["content"] ?? "";
    const end = owner.pos + comment.index + "/**".length + content.trimEnd().length;
    const added = content.includes("\n") ? `${lineBreak}${indentation} * @${tag}` : ` @${tag}`;
    return [{ start: end, end, text: added }];
  }
  const startsLine = start === indentation.length || /[\r\n]/u.test(text[start - indentation.length - 1] ?? "");
  const separator = startsLine ? `${lineBreak}${indentation}` : " ";
  return [{ start, end: start, text: `/** @${tag} */${separator}` }];
}
