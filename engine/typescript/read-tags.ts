/** JSDoc tags by which a declaration says whether it blocks: `@blocking 40ms`, `@nonblocking`, `@startup`. */
import type ts from "typescript";
import type { TagFact, TaggedDeclaration, TagName } from "../facts/facts.js";
import type { TypeScript } from "./declaration.js";

/** Whether a text may hold such a tag at all: most do not, and are spared the rest. */
export function mayHaveTags(text: string): boolean {
  return /@(?:blocking|nonblocking|startup)\b/u.test(text);
}

/** The tags in the comment before a function's declaration, or before what the function is the value of. */
export function tagsOf(typescript: TypeScript, file: ts.SourceFile, node: ts.Node): readonly TagFact[] {
  const owner = declarationOf(typescript, node);
  const leading = file.text.slice(owner.pos, owner.getStart(file));
  const comment = [...leading.matchAll(/\/\*\*[^]*?\*\//gu)].at(-1)?.[0] ?? "";
  return [...comment.matchAll(TAG)].map(({ groups = {} }) => {
    const { name, amount, unit, rest = "" } = groups;
    const reason = rest.replaceAll(/\s*\n[ \t]*\*?[ \t]*/gu, " ").trim();
    return {
      name: name as TagName,
      ...(amount !== undefined && { ms: Number(amount) * (unit === "s" ? 1000 : 1) }),
      ...(reason !== "" && { reason }),
    };
  });
}

/** Declarations without a body that carry tags, in order. */
export function taggedDeclarations(typescript: TypeScript, file: ts.SourceFile): TaggedDeclaration[] {
  const found: TaggedDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    const name = nameOf(typescript, node);
    const tags = name ? tagsOf(typescript, file, node) : [];
    if (name && tags.length > 0) {
      const isMember = !typescript.isFunctionDeclaration(node) && !typescript.isVariableDeclaration(node);
      found.push({ name: name.text, offset: name.getStart(file), isMember, tags });
    }
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const TAG =
  /@(?<name>blocking|nonblocking|startup)\b(?:[ \t]+(?<amount>\d+(?:\.\d+)?)[ \t]*(?<unit>m?s)\b)?(?<rest>[^]*?)(?=@\w|\*\/|\n\s*\*?\s*\n)/gu;

/** A variable's comment stands before its statement, a property's before its name: not before the function. */
export function declarationOf(typescript: TypeScript, node: ts.Node): ts.Node {
  const { parent } = node;
  if (typescript.isVariableDeclaration(node)) return parent.parent;
  const isValue =
    typescript.isVariableDeclaration(parent) ||
    typescript.isPropertyAssignment(parent) ||
    typescript.isPropertyDeclaration(parent) ||
    typescript.isExportAssignment(parent) ||
    typescript.isParenthesizedExpression(parent) ||
    (typescript.isBinaryExpression(parent) && parent.right === node) ||
    (typescript.isExpressionStatement(parent) && typescript.isBinaryExpression(node));
  return isValue ? declarationOf(typescript, parent) : node;
}

/** The name of a declaration that has no body or value of its own. */
function nameOf(typescript: TypeScript, node: ts.Node): ts.Identifier | ts.StringLiteral | undefined {
  const isBodiless =
    typescript.isMethodSignature(node) ||
    typescript.isPropertySignature(node) ||
    (typescript.isPropertyDeclaration(node) && !node.initializer) ||
    (typescript.isVariableDeclaration(node) && !node.initializer) ||
    ((typescript.isFunctionDeclaration(node) || typescript.isMethodDeclaration(node)) && !node.body);
  const name = isBodiless ? node.name : undefined;
  return name && (typescript.isIdentifier(name) || typescript.isStringLiteral(name)) ? name : undefined;
}
